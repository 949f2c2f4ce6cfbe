/** What was done with keys; local, never in a package. */
export const migration = {
  number: 4,
  name: 'audit',
  sql: `
CREATE TABLE audit_entry (
  at TEXT NOT NULL,
  user_id TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('identity-written'))
) STRICT;
`,
} as const;
