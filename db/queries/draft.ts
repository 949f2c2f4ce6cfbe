import { desc, eq } from 'drizzle-orm';
import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { draft, userAccount } from '#db/schema/workspace.ts';

/** Input that was typed and not saved; local, never in a package. `savedBy` is the id of who typed it. */
export type Draft = {
  readonly form: string;
  readonly content: string;
  readonly savedAt: string;
  readonly savedBy: string | null;
};

export const findDraft = (database: ReadableDatabase, form: string): Draft | undefined =>
  database.orm.select().from(draft).where(eq(draft.form, form)).get();

/** Newest first, with the name of who typed each where that is known. */
export const listDrafts = (
  database: ReadableDatabase,
): readonly (Omit<Draft, 'savedBy'> & { readonly authorName: string | null })[] =>
  database.orm
    .select({ form: draft.form, content: draft.content, savedAt: draft.savedAt, authorName: userAccount.fullName })
    .from(draft)
    .leftJoin(userAccount, eq(userAccount.id, draft.savedBy))
    .orderBy(desc(draft.savedAt))
    .all();

export const writeDraft = (database: WritableDatabase, row: Draft): void => {
  const { content, savedAt, savedBy } = row;
  database.orm.insert(draft).values(row).onConflictDoUpdate({ target: draft.form, set: { content, savedAt, savedBy } }).run();
};

export const removeDraft = (database: WritableDatabase, form: string): void => {
  database.orm.delete(draft).where(eq(draft.form, form)).run();
};
