/** Who typed a draft; unknown for what was typed before. */
export const migration = {
  number: 11,
  name: 'draft-author',
  sql: 'ALTER TABLE draft ADD COLUMN saved_by TEXT;',
} as const;
