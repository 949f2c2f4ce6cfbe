/** Proposals, users that have left, and what was done to whom and why. */
export const migration = {
  number: 8,
  name: 'rights',
  sql: `
-- At the province what it has proposed, at an office what receipts brought; receipt_number is the newest one that listed it.
CREATE TABLE proposal (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  heads TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  author_name TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  receipt_number INTEGER,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX proposal_by_office ON proposal (office_id, id);

-- Ids of the proposals that the receipt repeated, sorted.
ALTER TABLE receipt_issued ADD COLUMN proposals TEXT NOT NULL DEFAULT '[]';

ALTER TABLE user_account ADD COLUMN removed_at TEXT;

ALTER TABLE audit_entry ADD COLUMN subject TEXT;
ALTER TABLE audit_entry ADD COLUMN reason TEXT;
`,
} as const;
