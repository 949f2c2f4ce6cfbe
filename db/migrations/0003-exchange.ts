/** Offices and installations of the trust list, keys, packages sent and received, imports, receipts. */
export const migration = {
  number: 3,
  name: 'exchange',
  sql: `
-- secret is the minisign seed (hex) or the age identity; purpose 'escrow' has the recipient only.
CREATE TABLE key_pair (
  key_id TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('sign', 'decrypt', 'escrow')),
  public_key TEXT NOT NULL,
  secret TEXT,
  created_at TEXT NOT NULL
) STRICT;

-- content is the signed, numbered list; the row with the greatest number is in force.
CREATE TABLE trust_list (
  number INTEGER NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL,
  content TEXT NOT NULL,
  signature TEXT NOT NULL,
  taken_in_at TEXT NOT NULL
) STRICT;

-- A row stands before its file does, so that no number is ever used twice; written_at is set once the file was read back.
CREATE TABLE sent_package (
  package_id TEXT NOT NULL PRIMARY KEY,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL,
  log_hash TEXT NOT NULL,
  state_hash TEXT NOT NULL,
  counts TEXT NOT NULL,
  approver TEXT NOT NULL,
  file_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  written_at TEXT,
  confirmed_at TEXT
) STRICT;
CREATE UNIQUE INDEX sent_package_by_seq ON sent_package (epoch, seq);

-- bytes are kept: an import can be undone and joined again.
CREATE TABLE import (
  id TEXT NOT NULL PRIMARY KEY,
  package_id TEXT NOT NULL UNIQUE,
  office_id TEXT NOT NULL,
  install_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq INTEGER NOT NULL,
  applied_at TEXT NOT NULL,
  package_created_at TEXT NOT NULL,
  counts TEXT NOT NULL,
  state_hash TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX import_by_office ON import (office_id, install_id, epoch, seq);

CREATE TABLE inbox_entry (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  received_at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('applied', 'refused', 'already-received')),
  code TEXT,
  details TEXT,
  office_id TEXT,
  seq INTEGER,
  package_id TEXT,
  file_hash TEXT NOT NULL,
  bytes BLOB
) STRICT;
CREATE INDEX inbox_entry_by_time ON inbox_entry (received_at);
CREATE INDEX inbox_entry_by_file ON inbox_entry (file_hash);

CREATE TABLE receipt_issued (
  office_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  package_id TEXT NOT NULL,
  for_package_id TEXT,
  for_seq INTEGER,
  issued_at TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (office_id, number)
) STRICT;

CREATE TABLE receipt_received (
  number INTEGER NOT NULL PRIMARY KEY,
  package_id TEXT NOT NULL,
  for_package_id TEXT,
  for_seq INTEGER,
  accepted_context TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT;
`,
} as const;
