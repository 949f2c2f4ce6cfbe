import { desc, eq } from 'drizzle-orm';
import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { draft } from '#db/schema/workspace.ts';

/** Input that was typed and not saved; local, never in a package. */
export type Draft = { readonly form: string; readonly content: string; readonly savedAt: string };

export const findDraft = (database: ReadableDatabase, form: string): Draft | undefined =>
  database.orm.select().from(draft).where(eq(draft.form, form)).get();

/** Newest first, without content. */
export const listDrafts = (database: ReadableDatabase): readonly Omit<Draft, 'content'>[] =>
  database.orm.select({ form: draft.form, savedAt: draft.savedAt }).from(draft).orderBy(desc(draft.savedAt)).all();

export const writeDraft = (database: WritableDatabase, row: Draft): void => {
  database.orm
    .insert(draft)
    .values(row)
    .onConflictDoUpdate({ target: draft.form, set: { content: row.content, savedAt: row.savedAt } })
    .run();
};

export const removeDraft = (database: WritableDatabase, form: string): void => {
  database.orm.delete(draft).where(eq(draft.form, form)).run();
};
