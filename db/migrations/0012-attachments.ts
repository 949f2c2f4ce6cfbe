/** Attached files: their records; what receipts say of the files held, what packages say of those lacked; files that a backup carries. */
export const migration = {
  number: 12,
  name: 'attachments',
  sql: `
CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  record_kind TEXT,
  record_id TEXT,
  file_name TEXT,
  media_type TEXT,
  size INTEGER,
  sha256 TEXT,
  added_on TEXT
) STRICT;
CREATE INDEX attachment_by_record ON attachment (record_id);
CREATE INDEX attachment_by_office ON attachment (office_id);

-- JSON lists of SHA-256: what the receiver lacks, what the province holds.
ALTER TABLE import ADD COLUMN lacked_blobs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE receipt_issued ADD COLUMN held_blobs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE receipt_received ADD COLUMN held_blobs TEXT NOT NULL DEFAULT '[]';

-- Filled only in the copy that a backup holds; the first opening after a restore moves it into the file of contents.
CREATE TABLE carried_blob (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
`,
} as const;
