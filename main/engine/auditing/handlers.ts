import { listAuditEntries, writeAuditEntry } from '#db/queries/audit.ts';
import { listUsers } from '#db/queries/installation.ts';
import { findRecord } from '#db/queries/record.ts';
import type { auditMethods } from '#shared/contract/audit-methods.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { winningValues } from '#shared/exchange/heads.ts';
import type { Handler, HandlersOf } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';

const listAudit: Handler<'audit.list'> = ({ database }) => {
  const names = new Map(listUsers(database).map((user) => [user.id, user.fullName]));
  return listAuditEntries(database)
    .map((entry) => ({ ...entry, userName: names.get(entry.userId) ?? '' }))
    .reverse();
};

const isMasked = (field: string): boolean => findKind('person')?.fields[field]?.privacy === 'masked';

const revealPerson: Handler<'person.reveal'> = ({ database, actor, clock }, { id, reason }) => {
  const stored = findRecord(database, 'person', id);
  if (!stored) throw failure('record-not-found', { kind: 'person' });
  writeAuditEntry(database, {
    at: clock.now().toISOString(),
    userId: actor.id,
    action: 'person-revealed',
    subject: `person/${id}`,
    reason,
  });
  const values = Object.entries(winningValues(stored.state)).filter(
    (entry): entry is [string, string] => isMasked(entry[0]) && typeof entry[1] === 'string',
  );
  return { id, values: Object.fromEntries(values) };
};

export const auditHandlers: HandlersOf<keyof typeof auditMethods> = { 'audit.list': listAudit, 'person.reveal': revealPerson };
