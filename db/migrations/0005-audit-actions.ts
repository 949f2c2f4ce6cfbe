/** Also what is done with personal numbers is written down; which actions there are, the program knows. */
export const migration = {
  number: 5,
  name: 'audit-actions',
  sql: `
ALTER TABLE audit_entry RENAME TO audit_entry_before;
CREATE TABLE audit_entry (
  at TEXT NOT NULL,
  user_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action <> '')
) STRICT;
INSERT INTO audit_entry (at, user_id, action) SELECT at, user_id, action FROM audit_entry_before ORDER BY rowid;
DROP TABLE audit_entry_before;
`,
} as const;
