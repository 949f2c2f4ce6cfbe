/** Imports that were taken back, what a person left out of each, and why single fields were set aside. */
export const migration = {
  number: 10,
  name: 'undo',
  sql: `
-- Items of the preview that were left out, so that the same import can be joined again.
ALTER TABLE import ADD COLUMN leave_out TEXT NOT NULL DEFAULT '[]';
ALTER TABLE import ADD COLUMN undone_at TEXT;
ALTER TABLE import ADD COLUMN undone_by TEXT;
ALTER TABLE import ADD COLUMN undo_reason TEXT;

-- 'left-out' or 'value-not-understood'; NULL where the sender had set it aside.
ALTER TABLE context_exception ADD COLUMN reason TEXT;

-- Changes that only packages hold which were taken back: they come back with the next package that contains them, and still prove a fork.
CREATE TABLE undone_change (
  replica TEXT NOT NULL,
  n INTEGER NOT NULL,
  office_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (replica, n)
) STRICT;
`,
} as const;
