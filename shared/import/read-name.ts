import { isPersonName } from '#shared/domain/person-name.ts';
import { cleanText, fold, toneKey } from '#shared/text/vietnamese.ts';
import { read, unread, type Reading, type RowIssue } from './row-issue.ts';

/** A name as read, with what stood around it. */
export type ReadName = {
  readonly fullName: string;
  /** From "Ông" or "Bà" in front. */
  readonly sex: 'male' | 'female' | null;
  /** What stood in brackets behind the name. */
  readonly remark: string;
};

const titles: Readonly<Record<string, 'male' | 'female'>> = { ông: 'male', anh: 'male', bà: 'female', chị: 'female' };

const capitalise = (word: string): string => {
  const letters = [...word.toLowerCase()];
  const first = letters.findIndex((letter) => /\p{L}/u.test(letter));
  return letters.map((letter, index) => (index === first ? letter.toUpperCase() : letter)).join('');
};

/** `TRẦN VĂN BÌNH` as `Trần Văn Bình`; `H'HEN NIÊ` as `H'Hen Niê`, since what follows the apostrophe is a name of its own. */
export const withNameCase = (name: string): string =>
  name
    .split(' ')
    .map((word) =>
      word
        .split(/(?<=['’ʼ-])/u)
        .map(capitalise)
        .join(''),
    )
    .join(' ');

const isOneCase = (name: string): boolean => {
  const letters = name.replace(/[^\p{L}]/gu, '');
  return letters.length > 2 && (letters === letters.toUpperCase() || letters === letters.toLowerCase());
};

/** A person's name: numbering and titles in front, remarks in brackets and capitals taken care of. */
export const readName = (typed: string): Reading<ReadName> => {
  const issues: RowIssue[] = [];
  const written = cleanText(typed);
  const plain = written.replace(/[`´]/gu, "'");
  if (plain !== written) issues.push({ code: 'name-apostrophe', field: 'fullName', severity: 'question' });
  const numbered = plain.replace(/^\(?\d{1,3}\s*[.)/:-]\s*|^[-+•*]\s*/u, '');
  const bracket = /^(.*?)\s*\(([^()]*)\)\s*\.?$/u.exec(numbered);
  const bare = (bracket?.[1] ?? numbered).replace(/[.,;:]+$/u, '').trim();
  const words = bare.split(' ');
  const title = titles[toneKey((words[0] ?? '').replace(/[.:]$/, ''))];
  // "Anh" and "Bà" can begin a name of two words.
  const untitled = title !== undefined && words.length >= 3 ? words.slice(1).join(' ') : bare;
  const sex = title !== undefined && words.length >= 3 ? title : null;
  const remark = (bracket?.[2] ?? '').trim();
  const fullName = isOneCase(untitled) ? withNameCase(untitled) : untitled;
  if (fullName !== untitled) issues.push({ code: 'name-capitals', field: 'fullName', severity: 'question' });
  if (!isPersonName(fullName) || fullName.length < 2) return unread('name-characters', 'fullName');
  return read({ fullName, sex, remark }, ...issues);
};

const roleWords = /^(to truong|to pho|to vien|hoa giai vien|hgv|thanh vien|truong|pho|thu ky)\b/;

const looksLikeName = (part: string): boolean => {
  const name = readName(part);
  const count = (name.value?.fullName ?? '').split(' ').length;
  return name.value !== null && count >= 2 && count <= 7 && !roleWords.test(fold(part));
};

/** The people in one cell: on lines of their own, numbered, or parted by `;`, `/` or `,`. One name comes back as it is. */
export const splitNames = (text: string): readonly string[] => {
  const byLine = text
    .split('\n')
    .flatMap((line) => line.split(/\s*;\s*|\s+(?=\d{1,2}\s*[.)]\s*\p{Lu})/u))
    .map((part) => part.trim())
    .filter(Boolean);
  if (byLine.length > 1) return byLine.every(looksLikeName) ? byLine : [byLine.join(' ')];
  const parts = text
    .split(/\s*[/,]\s*|\s+(?:và|\+|&)\s+/u)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1 && parts.every(looksLikeName) ? parts : [text.replace(/\s+/g, ' ').trim()];
};
