/** Contents of attached files, in a database file of their own: numbered as they came, named by their hash. */
export const migration = {
  number: 1,
  name: 'blobs',
  sql: `
CREATE TABLE blob (
  number INTEGER NOT NULL PRIMARY KEY,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX blob_by_sha256 ON blob (sha256);
`,
} as const;
