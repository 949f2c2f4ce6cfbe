import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** Something done with keys or personal numbers that has to be traceable; local, never in a package. */
export type AuditEntry = {
  readonly at: string;
  readonly userId: string;
  readonly action: 'identity-written' | 'personal-numbers-exported';
};

export const writeAuditEntry = (database: WritableDatabase, entry: AuditEntry): void => {
  database.prepare('INSERT INTO audit_entry (at, user_id, action) VALUES (?, ?, ?)').run(entry.at, entry.userId, entry.action);
};

/** Oldest first. */
export const listAuditEntries = (database: ReadableDatabase): readonly AuditEntry[] =>
  database.prepare('SELECT at, user_id AS userId, action FROM audit_entry ORDER BY rowid').all<AuditEntry>();
