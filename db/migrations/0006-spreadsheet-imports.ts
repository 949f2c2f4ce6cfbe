/** Spreadsheets taken in, the changes each made, and named mappings of columns; local, never in a package. */
export const migration = {
  number: 6,
  name: 'spreadsheet-imports',
  sql: `
CREATE TABLE spreadsheet_import (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  at TEXT NOT NULL,
  author_id TEXT NOT NULL,
  author_name TEXT NOT NULL,
  counts TEXT NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE spreadsheet_import_change (
  import_id TEXT NOT NULL REFERENCES spreadsheet_import (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  replica TEXT NOT NULL,
  n INTEGER NOT NULL,
  is_new INTEGER NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
  name TEXT NOT NULL PRIMARY KEY,
  definition TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  author_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
