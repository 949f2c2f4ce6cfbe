import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** A named mapping of columns; `definition` is JSON. */
export type StoredMapping = {
  readonly name: string;
  readonly definition: string;
  /** Instant, ISO 8601. */
  readonly savedAt: string;
  readonly authorName: string;
};

const columns = 'name, definition, saved_at AS savedAt, author_name AS authorName';

/** By name. */
export const listStoredMappings = (database: ReadableDatabase): readonly StoredMapping[] =>
  database.prepare(`SELECT ${columns} FROM import_mapping ORDER BY name`).all<StoredMapping>();

export const findStoredMapping = (database: ReadableDatabase, name: string): StoredMapping | undefined =>
  database.prepare(`SELECT ${columns} FROM import_mapping WHERE name = ?`).get<StoredMapping>(name);

/** Adds a mapping or replaces the one of its name. */
export const writeStoredMapping = (database: WritableDatabase, mapping: StoredMapping): void => {
  database
    .prepare(
      `INSERT INTO import_mapping (name, definition, saved_at, author_name) VALUES (@name, @definition, @savedAt, @authorName)
       ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, saved_at = excluded.saved_at, author_name = excluded.author_name`,
    )
    .run(mapping);
};

/** Whether there was one. */
export const removeStoredMapping = (database: WritableDatabase, name: string): boolean =>
  database.prepare('DELETE FROM import_mapping WHERE name = ?').run(name).changes === 1;
