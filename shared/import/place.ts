import { fold, toneKey } from '#shared/text/vietnamese.ts';
import { unitKindOf } from './code-words.ts';
import { withNameCase } from './read-name.ts';

/** What a heading, title or name of a sheet says of where its rows belong. Names as written. */
export type Place = {
  readonly communeName?: string;
  readonly residentialUnitName?: string;
  readonly teamName?: string;
};

const nowhere: Place = {};

const communeWords = /^(xa|phuong|thi tran)\b/;
const teamWords = /^(to hoa giai|to hg|thg)\b/;

const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** A place's name as lists write it: capitals of a heading made small, all but the first letters. */
export const withPlaceCase = (name: string): string => {
  if (!isCapitals(name)) return name;
  const kind = /^(tổ dân phố|tổ hòa giải|tổ hoà giải|thị trấn|khu phố|\p{L}+)/iu.exec(name)?.[0] ?? '';
  const rest = name.slice(kind.length).trim();
  const first = /^(TDP|KP|THG)$/.test(kind) ? kind : kind.slice(0, 1).toUpperCase() + kind.slice(1).toLowerCase();
  const inner =
    unitKindOf(rest) === undefined
      ? withNameCase(rest)
      : withPlaceCase(rest).replace(/^\p{L}/u, (letter) => letter.toLowerCase());
  return `${first} ${inner}`.trim();
};

const parts = (text: string): readonly string[] =>
  text
    .split(/\s*[,;–]\s*|\s+-\s+/)
    .map((part) => part.trim())
    .filter(Boolean);

const placeOf = (part: string): Place => {
  const words = fold(part);
  if (communeWords.test(words)) {
    const name = withPlaceCase(part);
    return words.split(' ').length > 1 && words.length <= 60 ? { communeName: name } : nowhere;
  }
  if (teamWords.test(words)) return words.split(' ').length > 1 ? { teamName: withPlaceCase(part) } : nowhere;
  if (unitKindOf(part) !== undefined && toneKey(part).split(' ').length > 1) return { residentialUnitName: withPlaceCase(part) };
  return nowhere;
};

/** Reads "Xã Ea Kly", "Tổ hòa giải thôn 1", "UBND XÃ EA KLY", "Thôn 3 - xã Ea Kly"; nothing of other texts. */
export const readPlace = (text: string): Place => {
  const bare = text.replace(/^(ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+/iu, '').trim();
  if (bare === '' || bare.length > 120) return nowhere;
  const found = parts(bare).map(placeOf);
  return found.every((place) => place === nowhere) ? nowhere : (Object.assign({}, ...found) as Place);
};
