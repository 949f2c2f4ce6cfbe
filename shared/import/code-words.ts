import {
  backgrounds,
  ceaseReasons,
  electionMethods,
  lawDegrees,
  officeTiers,
  residentialUnitKinds,
  teamRoles,
  trainerSources,
} from '#shared/catalogue/code-lists.ts';
import { ethnicGroups } from '#shared/catalogue/ethnic-groups.ts';
import type { CodeEntry } from '#shared/domain/field.ts';
import { fold, toneKey } from '#shared/text/vietnamese.ts';

type Rule = readonly [pattern: RegExp, code: string];

const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d/ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const byLabel = (list: readonly CodeEntry[], text: string): string | undefined => {
  const key = bare(text);
  return list.find((entry) => bare(entry.label) === key || entry.code === key)?.code;
};

const byRule = (rules: readonly Rule[], text: string): string | undefined => {
  const key = bare(text);
  return rules.find(([pattern]) => pattern.test(key))?.[1];
};

/** `male`, `female` or absent. "Nữ" and "Nam" in any writing, also 'M' and 'F'. */
export const sexOf = (text: string): string | undefined =>
  byRule(
    [
      [/^(nam|nam gioi|ong|m|male|trai)$/, 'male'],
      [/^(nu|nu gioi|ba|f|female|gai)$/, 'female'],
    ],
    text,
  );

const squeezed = (text: string): string =>
  bare(text)
    .replace(/ /g, '')
    .replace(/^nguoi/, '');

const mainNames = new Map(ethnicGroups.map((group) => [squeezed(group.name), group.code]));

const otherNames: ReadonlyMap<string, string | null> = (() => {
  const found = new Map<string, string | null>();
  for (const group of ethnicGroups)
    for (const name of group.otherNames) {
      const key = squeezed(name);
      const known = found.get(key);
      found.set(key, known === undefined || known === group.code ? group.code : null);
    }
  return found;
})();

/** Writings of the province's largest groups that the official lists do not have. */
const commonNames: Readonly<Record<string, string>> = {
  ede: '12',
  e: '12',
  rade: '12',
  mnong: '20',
  hmong: '08',
  meo: '08',
  jarai: '10',
  jrai: '10',
  giarai: '10',
  bana: '13',
  xedang: '14',
  sedang: '14',
  khome: '05',
  sanchi: '15',
  caolan: '15',
  vankieu: '23',
};

/** The code of an ethnic group by any of its names; absent where a name belongs to several groups. */
export const ethnicGroupOf = (text: string): string | undefined => {
  const key = squeezed(text);
  return mainNames.get(key) ?? commonNames[key] ?? otherNames.get(key) ?? undefined;
};

const classOf = (text: string): string | undefined => {
  const parts = /^(\d{1,2})\s*\/\s*(10|12)$/.exec(bare(text).replace(/^lop /, ''));
  if (!parts) return undefined;
  const year = Number(parts[1]);
  const [primary, lower, upper] = parts[2] === '10' ? [4, 7, 10] : [5, 9, 12];
  if (year > upper) return undefined;
  if (year === upper) return 'upper-secondary';
  if (year >= lower) return 'lower-secondary';
  if (year >= primary) return 'primary';
  return year === 0 ? 'illiterate' : 'below-primary';
};

/** Level of general education: `12/12`, `7/10`, `THPT`, `cấp 2`. */
export const generalEducationOf = (text: string): string | undefined =>
  classOf(text) ??
  byRule(
    [
      [/khong biet chu|mu chu/, 'illiterate'],
      [/chua tot nghiep tieu hoc/, 'below-primary'],
      [/trung hoc pho thong|thpt|ptth|cap (3|iii)|bo tuc 12|^12$/, 'upper-secondary'],
      [/trung hoc co so|thcs|ptcs|cap (2|ii)|^9$/, 'lower-secondary'],
      [/tieu hoc|cap (1|i)|^th$|^5$/, 'primary'],
    ],
    text,
  );

/** Level of professional training. */
export const professionalLevelOf = (text: string): string | undefined =>
  byRule(
    [
      [/\bluat\b/, 'law'],
      [/^(khong|chua|chua co|khong co|0|lao dong pho thong|ldpt)$|chua qua dao tao|khong qua dao tao/, 'none'],
      [
        /dai hoc|\bdh\b|cao dang|\bcd\b|trung cap|\btc\b|thac si|tien si|ky su|cu nhan|so cap|chuyen mon khac|^khac$|su pham|ke toan|nong nghiep|y si|bac si/,
        'other',
      ],
    ],
    text,
  );

/** A degree in law that a text of level or degree names. */
export const lawDegreeOf = (text: string): string | undefined => {
  const key = bare(text);
  if (!/\bluat\b/.test(key)) return undefined;
  return (
    byLabel(lawDegrees, text) ??
    byRule(
      [
        [/tien si/, 'law-doctor'],
        [/thac si|cao hoc/, 'law-master'],
        [/dai hoc|\bdh\b|cu nhan/, 'law-bachelor'],
        [/cao dang|\bcd\b/, 'law-college'],
        [/trung cap|\btc\b|trung hoc/, 'law-intermediate'],
      ],
      text,
    )
  );
};

/** Role in a team; a text that names more ("Tổ trưởng - Trưởng thôn") is not a role alone. */
export const roleOf = (text: string): string | undefined =>
  byLabel(teamRoles, text) ??
  byRule(
    [
      [/^(to truong|tt|truong|to truong (to hoa giai|thg|to hg))$/, 'leader'],
      [/^(to pho|pho|tp|pho to truong|to pho (to hoa giai|to hg))$/, 'deputy'],
      [/^(to vien|thanh vien|hoa giai vien|hgv|uy vien|vien|hoi vien|thu ky|tv|uv)$/, 'member'],
    ],
    text,
  );

/** Kind of a residential unit by the word in front of its name. */
export const unitKindOf = (text: string): string | undefined => {
  const toned = toneKey(text);
  return (
    byLabel(residentialUnitKinds, text) ??
    byRule(
      [
        [/^(to dan pho|tdp|to dp)\b/, 'residential-group'],
        [/^khu pho\b|^kp\b/, 'khu-pho'],
        [/^thon\b/, 'thon'],
        [/^buon\b/, 'buon'],
        [/^bon\b/, 'bon'],
        [/^lang\b/, 'lang'],
        [/^khoi\b/, 'khoi'],
        [/^ap\b/, 'ap'],
      ],
      text,
    ) ??
    (/^bản( |$)/.test(toned) ? 'ban' : undefined)
  );
};

const sourceOf = (text: string): string | undefined =>
  byLabel(trainerSources, text) ??
  byRule(
    [
      [/bao cao vien/, 'legal-rapporteur'],
      [/cong chuc|tu phap/, 'justice-official'],
      [/to chuc chinh tri|mat tran|hoi lien hiep|doan thanh nien|hoi nong dan|cuu chien binh|doan the/, 'organisation-official'],
      [/khac|luat su|luat gia/, 'other-capable'],
    ],
    text,
  );

const electionMethodOf = (text: string): string | undefined =>
  byLabel(electionMethods, text) ??
  byRule(
    [
      [/bieu quyet|gio tay|cong khai/, 'open-vote'],
      [/phat phieu|lay y kien/, 'household-ballot'],
      [/phieu kin|bo phieu/, 'secret-ballot'],
    ],
    text,
  );

const ceaseReasonOf = (text: string): string | undefined =>
  byLabel(ceaseReasons, text) ??
  byRule(
    [
      [/nguyen vong|xin nghi|xin thoi/, 'own-wish'],
      [/vi pham|khong co dieu kien/, 'principle-violated'],
      [/tieu chuan|chet|tu tran|chuyen/, 'standard-lost'],
    ],
    text,
  );

/** Backgrounds that a text names; absent unless every part is a code's label. */
export const backgroundsOf = (text: string): readonly string[] | undefined => {
  const parts = text.split(/[;,\n]/).map((part) => part.trim());
  const whole = byLabel(backgrounds, text);
  if (whole !== undefined) return [whole];
  const found = parts.filter(Boolean).map((part) => byLabel(backgrounds, part));
  return found.length > 0 && found.every((code) => code !== undefined) ? found : undefined;
};

/** Readers of fields that hold a code of a list: the code, or absent where the words are not known. */
export const codeReaders: Readonly<Record<string, (text: string) => string | readonly string[] | undefined>> = {
  sex: sexOf,
  ethnicGroup: ethnicGroupOf,
  generalEducation: generalEducationOf,
  professionalLevel: professionalLevelOf,
  lawDegree: lawDegreeOf,
  backgrounds: backgroundsOf,
  role: roleOf,
  electionMethod: electionMethodOf,
  ceaseReason: ceaseReasonOf,
  pool: (text) =>
    byLabel(officeTiers, text) ??
    byRule(
      [
        [/tinh/, 'province'],
        [/huyen|thi xa|thanh pho/, 'district'],
      ],
      text,
    ),
  source: sourceOf,
  unitKind: unitKindOf,
};

/** A cross or another sign of "yes" in a column of marks. */
export const isMark = (text: string): boolean =>
  /^(x|xx|v|co|1|\+|true|✓|✔|☑|×|\*)$/.test(fold(text)) || /^[xX✓✔☑×]+$/u.test(text);

/** Signs of "no" in a column of marks. */
export const isNoMark = (text: string): boolean => /^(0|-|khong|k|false)$/.test(fold(text));

/** Signs that mean "as above". */
export const isDitto = (text: string): boolean =>
  /^[-"' ]*(n\.?t|nt|như trên|nhu tren|như nhau)[-."' ]*$/iu.test(text.trim()) ||
  /^["″”“„〃']+$|^["″”“„〃'\s]{1,5}$|^-\s*["″”“'']+\s*-$|^''$/u.test(text.trim());
