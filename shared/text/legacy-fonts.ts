/**
 * Text typed in fonts from before Unicode: TCVN3 (TCVN 5712:1993, fonts ".Vn...") and VNI (fonts "VNI-..."). Each code unit of such text
 * is a Latin-1 character that the font draws as a Vietnamese letter. Convert before any trimming or NFC (ư of TCVN3 is the soft hyphen),
 * and only once: the result of a conversion reads as legacy text again. Letters of Ê Đê (ŭ, č, ơ̆) exist in neither code.
 */
export type LegacyCode = 'tcvn3' | 'tcvn3-capitals' | 'vni';

const runs: readonly (readonly [firstCode: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  runs.flatMap(([firstCode, letters]) =>
    [...letters].map((letter, index) => [String.fromCharCode(firstCode + index), letter] as const),
  ),
);

const grave = '\u0300';
const hook = '\u0309';
const tilde = '\u0303';
const acute = '\u0301';
const dotBelow = '\u0323';
const circumflex = '\u0302';
const breve = '\u0306';

type VniGroup = { readonly bases: string; readonly marks: Readonly<Record<string, string>> };

/** VNI writes a vowel and after it a character that stands for its marks; ô and ö are ơ and ư there. */
const vniGroups: readonly VniGroup[] = [
  { bases: 'aeouyôö', marks: { ø: grave, û: hook, õ: tilde, ù: acute } },
  { bases: 'aeouôö', marks: { ï: dotBelow } },
  {
    bases: 'aeo',
    marks: {
      â: circumflex,
      à: circumflex + grave,
      å: circumflex + hook,
      ã: circumflex + tilde,
      á: circumflex + acute,
      ä: circumflex + dotBelow,
    },
  },
  { bases: 'a', marks: { ê: breve, è: breve + grave, ú: breve + hook, ü: breve + tilde, é: breve + acute, ë: breve + dotBelow } },
];
const vniSingles: readonly (readonly [string, string])[] = [...'æìíîñòóôö'].map((code, index) => [
  code,
  'ỉìíỵđịĩơư'[index] ?? code,
]);

/** Pairs by lower and upper case; the case of the vowel decides, since people also typed `Aán` for `Ấn`. */
const vniPairs = vniGroups.flatMap(({ bases, marks }) =>
  [...bases].flatMap((base) =>
    Object.entries(marks).flatMap(([code, mark]) => {
      const vowel = vniSingles.find(([single]) => single === base)?.[1] ?? base;
      const small = (vowel + mark).normalize('NFC');
      const capital = small.toUpperCase();
      return [
        [base + code, small],
        [base + code.toUpperCase(), small],
        [base.toUpperCase() + code, capital],
        [base.toUpperCase() + code.toUpperCase(), capital],
      ] as const;
    }),
  ),
);

const vniLetters: ReadonlyMap<string, string> = new Map([
  ...vniPairs,
  ...vniSingles.flatMap(([code, letter]) => [[code, letter] as const, [code.toUpperCase(), letter.toUpperCase()] as const]),
]);
/** Two code units before one: `ôø` is ờ, not ơ and a stray mark. */
const vniPattern = new RegExp([...vniLetters.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

/** Characters that the bytes of legacy text became where a program read them as Windows-1258 in place of Windows-1252. */
const readAs1258: ReadonlyMap<string, string> = new Map(
  [...'ĂĐƠƯăđơư₫']
    .map((letter, index) => [letter, 'ÃÐÕÝãðõýþ'[index] ?? letter] as const)
    .concat([
      [grave, 'Ì'],
      [hook, 'Ò'],
      [tilde, 'Þ'],
      [acute, 'ì'],
      [dotBelow, 'ò'],
    ]),
);

const replaceEach = (text: string, letters: ReadonlyMap<string, string>): string =>
  Array.from(text, (symbol) => letters.get(symbol) ?? symbol).join('');

/** Whether the text holds letters that only Unicode text has (U+1EA0 to U+1EF9): such text is never converted. */
const isUnicodeText = (text: string): boolean => /[\u1ea0-\u1ef9]/u.test(text);

/** Text of a legacy code in Unicode NFC. Text that is in Unicode already comes back as it is. */
export const fromLegacyCode = (text: string, code: LegacyCode): string => {
  if (isUnicodeText(text)) return text;
  const bytes = replaceEach(text, readAs1258);
  if (code === 'vni') return bytes.replace(vniPattern, (found) => vniLetters.get(found) ?? found).normalize('NFC');
  const converted = replaceEach(bytes, tcvn3Letters).normalize('NFC');
  return code === 'tcvn3-capitals' ? converted.toUpperCase() : converted;
};

/** The code that a font's name tells: `.VnTime` TCVN3, `.VnTimeH` TCVN3 drawn in capitals, `VNI-Times` VNI; else absent. */
export const legacyCodeOfFont = (fontName: string): LegacyCode | undefined => {
  if (/^\.vn/i.test(fontName)) return /[^A-Z]H( |$)/.test(fontName) ? 'tcvn3-capitals' : 'tcvn3';
  return /^vni-/i.test(fontName) ? 'vni' : undefined;
};

/** Pairs of VNI that Unicode text has too: `Hoà`, `Toán`. */
const isOrdinaryPair = (pair: string): boolean => /^o[àáã]$/i.test(pair);

/**
 * The code that a text seems to be in where no font is known, to be offered and never applied unseen. Give it much text (a whole
 * column): a few words tell little. Absent where nothing speaks for either code, or where both are as likely.
 */
export const guessLegacyCode = (text: string): LegacyCode | undefined => {
  if (isUnicodeText(text)) return undefined;
  const tcvn3Count = (text.match(/[\u00a1-\u00be]/gu) ?? []).length;
  const vniCount = (text.match(vniPattern) ?? []).filter((found) => found.length === 2 && !isOrdinaryPair(found)).length;
  if (tcvn3Count === vniCount) return undefined;
  return tcvn3Count > vniCount ? 'tcvn3' : 'vni';
};
