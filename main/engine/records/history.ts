import { listChangesOf } from '#db/queries/change-log.ts';
import { findRecord } from '#db/queries/record.ts';
import type { HistoryEntry } from '#shared/contract/views.ts';
import { installationOf } from '#shared/exchange/dot.ts';
import type { HeadValue } from '#shared/exchange/state.ts';
import type { Handler } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';

/** Every change of a record, newest first; the value before is that of the change it replaced. */
export const listHistory: Handler<'record.history'> = ({ database }, { kind, id }) => {
  if (!findRecord(database, kind, id)) throw failure('record-not-found', { kind });
  const changes = listChangesOf(database, kind, id);
  const written = new Map<string, HeadValue>();
  for (const { replica, n, entry } of changes)
    for (const [field, { value }] of Object.entries(entry.fields)) written.set(`${replica} ${n} ${field}`, value);
  return changes.map(({ replica, n, officeId, entry }): HistoryEntry => ({
    replica,
    installId: installationOf(replica),
    n,
    at: entry.at,
    authorId: entry.author.id,
    authorName: entry.author.name,
    officeId,
    reason: entry.reason,
    fields: Object.entries(entry.fields).map(([field, { value, replaces }]) => {
      const last = replaces.at(-1);
      return { field, before: last === undefined ? null : (written.get(`${last[0]} ${last[1]} ${field}`) ?? null), after: value };
    }),
  }));
};
