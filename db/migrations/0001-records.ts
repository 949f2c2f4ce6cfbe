/** Records, their heads, the change log and what of each office has been taken in. */
export const migration = {
  number: 1,
  name: 'records',
  sql: `
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE user_account (
  id TEXT NOT NULL PRIMARY KEY,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'approver', 'administrator')),
  created_at TEXT NOT NULL
) STRICT;

-- Own installation in its epochs; the newest counter is the one that writes.
CREATE TABLE epoch (
  replica TEXT NOT NULL PRIMARY KEY,
  install_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  counter INTEGER NOT NULL,
  parent_replica TEXT,
  parent_n INTEGER,
  parent_hash TEXT,
  started_at TEXT NOT NULL
) STRICT;

-- state is the record's line of state.jsonl (RFC 8785): every field with its heads.
CREATE TABLE record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  office_id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_by_office ON record (office_id, kind, id);

-- entry is the line of log.jsonl: the chained part, beside it values and salts.
CREATE TABLE change_log (
  replica TEXT NOT NULL,
  n INTEGER NOT NULL,
  office_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (replica, n)
) STRICT;
CREATE INDEX change_log_by_record ON change_log (kind, record_id);
CREATE INDEX change_log_by_office ON change_log (office_id, replica, n);

CREATE TABLE context_entry (
  office_id TEXT NOT NULL,
  replica TEXT NOT NULL,
  n INTEGER NOT NULL,
  log_hash TEXT NOT NULL,
  PRIMARY KEY (office_id, replica)
) STRICT;

-- A field left out of a join keeps the context it had before.
CREATE TABLE context_exception (
  office_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  context TEXT NOT NULL,
  PRIMARY KEY (office_id, kind, record_id, field)
) STRICT;

CREATE TABLE draft (
  form TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
`,
} as const;
