import { listTitles } from '#db/queries/search-text.ts';
import { isOneSlip } from '#shared/matching/word-likeness.ts';
import { fold } from '#shared/text/vietnamese.ts';
import type { QueryContext } from '#engine/context.ts';

/** Shorter words differ from too many others by one letter. */
const shortest = 3;

const isNear = (typed: string, word: string): boolean =>
  word.startsWith(typed) ||
  (typed.length >= shortest &&
    /^\p{L}+$/u.test(typed) &&
    (isOneSlip(typed, word) || isOneSlip(typed, word.slice(0, typed.length))));

/** First letters of every word of a name, e.g. `nth`. */
const isInitials = (typed: string, words: readonly string[]): boolean =>
  words.length >= 2 && typed === words.map((word) => word.charAt(0)).join('');

/**
 * Records of a kind for a text of which nothing begins as it was typed: one letter off in a word, the initials of a name, the last digits
 * of a phone (four at least).
 */
export const listNearTitles = ({ database }: Pick<QueryContext, 'database'>, kind: string, text: string): readonly string[] => {
  const typed = fold(text).split(' ').filter(Boolean);
  const digits = text.replace(/[\s.+-]/g, '');
  const isNumber = /^\d{4,}$/.test(digits);
  const isName = !isNumber && typed.some((word) => word.length >= shortest);
  if (!isNumber && !isName) return [];
  return listTitles(database, kind)
    .filter(({ title, phone }) => {
      if (isNumber) return phone?.replace(/\D/g, '').endsWith(digits) === true;
      const words = fold(title).split(' ');
      return (
        (typed.length === 1 && isInitials(typed[0] ?? '', words)) || typed.every((one) => words.some((word) => isNear(one, word)))
      );
    })
    .map(({ id }) => id);
};
