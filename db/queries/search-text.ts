import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { fold, toneKey } from '#shared/text/vietnamese.ts';

/** The words by which a record is found. */
export type SearchText = {
  readonly kind: string;
  readonly id: string;
  /** As written; several values parted by spaces. */
  readonly text: string;
  /** Numbers that match only as a whole: citizen numbers. */
  readonly whole: string;
};

/** H' of a woman's name is a word of its own too, so that `H'Hen` is found by Hen. */
const withoutPrefix = (text: string): string => (/^h['’ʼ]/iu.test(text) ? ` ${text.slice(2)}` : '');

const remove = (database: WritableDatabase, number: number): void => {
  database.prepare('DELETE FROM record_search WHERE rowid = @number').run({ number });
  database.prepare('DELETE FROM searched_record WHERE number = @number').run({ number });
};

/** Brings the index up to date with a record; one without words leaves it. */
export const writeSearchText = (database: WritableDatabase, { kind, id, text, whole }: SearchText): void => {
  const known = database
    .prepare('SELECT number FROM searched_record WHERE record_id = @id AND kind = @kind')
    .get<{ readonly number: number }>({ kind, id });
  if (text === '' && whole === '') {
    if (known) remove(database, known.number);
    return;
  }
  const number =
    known?.number ??
    database
      .prepare('INSERT INTO searched_record (kind, record_id) VALUES (@kind, @id) RETURNING number')
      .get<{ readonly number: number }>({ kind, id })?.number;
  const words = `${text}${withoutPrefix(text)}`;
  database
    .prepare('INSERT OR REPLACE INTO record_search (rowid, plain, toned, whole) VALUES (@number, @plain, @toned, @whole)')
    .run({ number: number ?? 0, plain: fold(words), toned: toneKey(words), whole });
};

/** Digits typed with spaces, dots or a plus between them are one number. */
const asNumber = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s.+-]/g, '');
  return /^[\d\s.+-]+$/.test(typed) && digits.length >= 8 ? digits.replace(/^84(?=\d{9}$)/, '0') : undefined;
};

const phraseOf = (word: string): string => `"${word.replaceAll('"', '""')}"*`;

const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));

const allOf = (column: 'plain' | 'toned', words: readonly string[]): string =>
  `${column} : (${words.map(phraseOf).join(' AND ')})`;

/**
 * What was typed as an expression of the index: every word must begin a word of the record, without tones unless `toned`; a citizen number
 * only matches whole. `undefined` where nothing is left to look for.
 */
export const matchExpression = (typed: string, column: 'plain' | 'toned' = 'plain'): string | undefined => {
  const number = asNumber(typed.trim());
  if (number !== undefined) return `(plain : ${phraseOf(number)}) OR (whole : "${number}" OR whole : "0${number}")`;
  const words = wordsOf(column === 'plain' ? fold(typed) : toneKey(typed));
  return words.length === 0 ? undefined : allOf(column, words);
};

export type Condition = { readonly sql: string; readonly parameters: readonly (string | number)[] };

/** Conditions for a search box over the table whose column of searched words is named, e.g. `p.search`. */
export const searchConditions = (column: string, find: string | undefined): readonly Condition[] => {
  if (find === undefined || find.trim() === '') return [];
  const expression = matchExpression(find);
  if (expression === undefined) return [{ sql: '0', parameters: [] }];
  const id = column.replace(/search$/, 'id');
  return [
    {
      sql: `${id} IN (SELECT s.record_id FROM record_search f JOIN searched_record s ON s.number = f.rowid WHERE record_search MATCH ?)`,
      parameters: [expression],
    },
  ];
};

export type SearchHit = { readonly kind: string; readonly id: string };

/** Records that fit, at most `limit` of each call: enough for a box, in no order. */
export const listSearchHits = (
  database: ReadableDatabase,
  expression: string,
  kinds: readonly string[],
  limit: number,
): readonly SearchHit[] =>
  database
    .prepare(
      `SELECT s.kind, s.record_id AS id FROM record_search f JOIN searched_record s ON s.number = f.rowid
       WHERE record_search MATCH @expression AND s.kind IN (SELECT value FROM json_each(@kinds)) LIMIT @limit`,
    )
    .all<SearchHit>({ expression, kinds: JSON.stringify(kinds), limit });
