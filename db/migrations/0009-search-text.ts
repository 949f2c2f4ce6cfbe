/**
 * One full-text index over everything that is searched. The words of records written before are taken from their tables: what is searched
 * stands there without tones; numbers of persons are matched whole and stand apart.
 */
export const migration = {
  number: 9,
  name: 'search-text',
  sql: `
CREATE TABLE searched_record (
  number INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX searched_record_by_record ON searched_record (record_id, kind);

-- plain: words without tones; toned: words with their tones; whole: numbers that only match as a whole.
CREATE VIRTUAL TABLE record_search USING fts5 (
  plain, toned, whole, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);

INSERT INTO searched_record (kind, record_id)
  SELECT 'residential-unit', id FROM residential_unit WHERE search <> ''
  UNION ALL SELECT 'decision', id FROM decision WHERE search <> ''
  UNION ALL SELECT 'person', id FROM person WHERE search <> ''
  UNION ALL SELECT 'team', id FROM team WHERE search <> ''
  UNION ALL SELECT 'session', id FROM session WHERE search <> ''
  UNION ALL SELECT 'nomination', id FROM nomination WHERE search <> '';

INSERT INTO record_search (rowid, plain, toned, whole)
  SELECT s.number, t.search, t.exact, '' FROM searched_record s JOIN (
    SELECT id, search, exact FROM residential_unit UNION ALL SELECT id, search, exact FROM decision
    UNION ALL SELECT id, search, exact FROM team UNION ALL SELECT id, search, exact FROM session
    UNION ALL SELECT id, search, exact FROM nomination) t ON t.id = s.record_id
  WHERE s.kind <> 'person';

INSERT INTO record_search (rowid, plain, toned, whole)
  SELECT s.number,
    replace(p.search || CASE WHEN p.has_prefix THEN ' ' || substr(p.search, 2) ELSE '' END, ' | ' || p.number, '') || p.birth_year,
    replace(p.exact || CASE WHEN p.has_prefix THEN ' ' || substr(p.exact, 2) ELSE '' END, ' | ' || p.number, '') || p.birth_year,
    coalesce(p.citizen_id, '')
  FROM searched_record s JOIN (
    SELECT id, search, exact, citizen_id, coalesce(citizen_id, '-') AS number, full_name GLOB '[Hh][''’ʼ]*' AS has_prefix,
      ' ' || coalesce(substr(birth_date, 1, 4), '') AS birth_year FROM person) p ON p.id = s.record_id
  WHERE s.kind = 'person';
`,
} as const;
