import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { fold, toneKey } from '#shared/text/vietnamese.ts';
import { tableOf } from './table-name.ts';

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

/** Takes the records of a kind that an office owns out of the index. */
export const removeSearchTexts = (database: WritableDatabase, kind: string, officeId: string): void => {
  const rows = database
    .prepare(
      `SELECT s.number FROM record r JOIN searched_record s ON s.record_id = r.id AND s.kind = r.kind
       WHERE r.kind = @kind AND r.office_id = @office`,
    )
    .all<{ readonly number: number }>({ kind, office: officeId });
  for (const { number } of rows) remove(database, number);
};

/** Digits typed with spaces, dots or a plus between them are one number. */
const asNumber = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s.+-]/g, '');
  return /^[\d\s.+-]+$/.test(typed) && digits.length >= 8 ? digits.replace(/^84(?=\d{9}$)/, '0') : undefined;
};

/** Numbers of decisions as people type them: `QĐ số 12`, `12qđ`, `12/QĐUBND` mean `12/QĐ-UBND`. */
const withPlainNumbers = (folded: string): string =>
  folded
    .replace(/(^|\s)so (?=\d)/g, '$1')
    .replace(/(\d)(?=qd)/g, '$1 ')
    .replace(/qd(?=ubnd)/g, 'qd-');

/** H' of a woman's name stands on or apart in the books, however it is typed: `h+` until it becomes both. */
const withPrefixMarked = (typed: string): string => typed.replace(/(^|\s)h['’ʼ]\s*(?=\p{L})/giu, '$1h+');

const phraseOf = (word: string): string => `"${word.replaceAll('"', '""')}"*`;

const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));

const eitherOf = (word: string): string =>
  word.startsWith('h+') ? `(${phraseOf(`h${word.slice(2)}`)} OR ${phraseOf(`h ${word.slice(2)}`)})` : phraseOf(word);

const allOf = (column: 'plain' | 'toned', words: readonly string[]): string =>
  `${column} : (${words.map(eitherOf).join(' AND ')})`;

/**
 * What was typed as an expression of the index: every word must begin a word of the record, without tones unless `toned`; a citizen number
 * only matches whole. `undefined` where nothing is left to look for.
 */
export const matchExpression = (typed: string, column: 'plain' | 'toned' = 'plain'): string | undefined => {
  const number = asNumber(typed.trim());
  if (number !== undefined) return `(plain : ${phraseOf(number)}) OR (whole : "${number}" OR whole : "0${number}")`;
  const marked = withPrefixMarked(typed);
  const words = wordsOf(column === 'plain' ? withPlainNumbers(fold(marked)) : toneKey(marked));
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

export type FoundRecord = {
  readonly id: string;
  readonly title: string;
  readonly communeId: string | null;
  readonly day: string | null;
};

const shownColumns: Readonly<Record<string, string>> = {
  team: 'commune_id AS communeId, NULL AS day',
  'residential-unit': 'commune_id AS communeId, NULL AS day',
  decision: 'commune_id AS communeId, decided_on AS day',
  session: 'commune_id AS communeId, starts_on AS day',
  nomination: 'NULL AS communeId, decided_on AS day',
};

/** Kinds whose records are found by words of their own, beside people. */
export const searchedKinds: readonly string[] = Object.keys(shownColumns);

/** Of the ids of a kind those that are not removed, in Vietnamese order, at most `limit`; `person` among the kinds. */
export const listFoundRecords = (
  database: ReadableDatabase,
  kind: string,
  ids: readonly string[],
  limit: number,
): readonly FoundRecord[] =>
  database
    .prepare(
      `SELECT id, record_title AS title, ${shownColumns[kind] ?? 'NULL AS communeId, NULL AS day'}
       FROM ${tableOf(kind)} WHERE id IN (SELECT value FROM json_each(@ids)) AND removed = 0
       ORDER BY sort_key, id LIMIT @limit`,
    )
    .all<FoundRecord>({ ids: JSON.stringify(ids), limit });

/** Titles of the records of a kind that are not removed; of people the phone too. */
export const listTitles = (
  database: ReadableDatabase,
  kind: string,
): readonly { readonly id: string; readonly title: string; readonly phone: string | null }[] =>
  database
    .prepare(
      `SELECT id, record_title AS title, ${kind === 'person' ? 'phone' : 'NULL'} AS phone
       FROM ${tableOf(kind)} WHERE removed = 0`,
    )
    .all();

/** Of each person the membership in force, or else the last one, and the appointment as trainer. */
export const listRolesOf = (
  database: ReadableDatabase,
  personIds: readonly string[],
): ReadonlyMap<string, { readonly membershipId: string | null; readonly trainerId: string | null }> =>
  new Map(
    database
      .prepare(
        `SELECT j.value AS id,
           (SELECT m.id FROM membership m WHERE m.person_id = j.value AND m.removed = 0
             ORDER BY m.ceased_on IS NOT NULL, m.recognized_on DESC, m.id LIMIT 1) AS membershipId,
           (SELECT t.id FROM trainer t WHERE t.person_id = j.value AND t.removed = 0 ORDER BY t.ended_on IS NOT NULL, t.id LIMIT 1) AS trainerId
         FROM json_each(@personIds) j`,
      )
      .all<{ readonly id: string; readonly membershipId: string | null; readonly trainerId: string | null }>({
        personIds: JSON.stringify(personIds),
      })
      .map((row) => [row.id, row]),
  );
