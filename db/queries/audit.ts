import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';

/** Something done with keys, users or personal numbers that has to be traceable; local, never in a package. */
export type AuditEntry = {
  readonly at: string;
  readonly userId: string;
  readonly action:
    | 'identity-written'
    | 'personal-numbers-exported'
    | 'person-revealed'
    | 'user-added'
    | 'user-removed'
    | 'user-role-changed'
    | 'password-set'
    | 'installation-revoked'
    | 'province-keys-rotated'
    | 'import-undone';
  /** What it was done to: a user, an installation or `kind/id`; never a name. */
  readonly subject: string | null;
  readonly reason: string | null;
};

/** Writes one act down; `subject` and `reason` where there are any. */
export const writeAuditEntry = (
  database: WritableDatabase,
  { at, userId, action, subject = null, reason = null }: Omit<AuditEntry, 'subject' | 'reason'> & Partial<AuditEntry>,
): void => {
  database
    .prepare('INSERT INTO audit_entry (at, user_id, action, subject, reason) VALUES (?, ?, ?, ?, ?)')
    .run(at, userId, action, subject, reason);
};

/** Oldest first. */
export const listAuditEntries = (database: ReadableDatabase): readonly AuditEntry[] =>
  database.prepare('SELECT at, user_id AS userId, action, subject, reason FROM audit_entry ORDER BY rowid').all<AuditEntry>();
