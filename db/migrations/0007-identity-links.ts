/** Decisions on entries that may be one person, and indexes to find such entries while somebody types. */
export const migration = {
  number: 7,
  name: 'identity-links',
  sql: `
CREATE TABLE identity_link (
  id TEXT NOT NULL PRIMARY KEY,
  office_id TEXT NOT NULL,
  removed INTEGER NOT NULL,
  conflict_fields TEXT NOT NULL,
  record_title TEXT NOT NULL,
  search TEXT NOT NULL,
  exact TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  first_id TEXT,
  second_id TEXT,
  decision TEXT,
  note TEXT
) STRICT;
CREATE INDEX identity_link_by_first ON identity_link (first_id);
CREATE INDEX identity_link_by_second ON identity_link (second_id);
CREATE INDEX person_by_birth_date ON person (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX person_by_citizen_id ON person (citizen_id) WHERE citizen_id IS NOT NULL;
CREATE INDEX person_by_phone ON person (phone) WHERE phone IS NOT NULL;
`,
} as const;
