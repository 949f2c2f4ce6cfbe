import type { ReadableDatabase } from '#db/open.ts';
import { findRecord } from '#db/queries/record.ts';
import { winningValues } from '#shared/exchange/heads.ts';
import type { RecordState } from '#shared/exchange/state.ts';

/** `kind/id` or `kind/id/field`, as a preview names its items. */
export type ItemId = string;

const refersTo = (record: RecordState, ids: ReadonlySet<string>): boolean =>
  Object.values(winningValues(record)).some((value) =>
    Array.isArray(value)
      ? value.some((one: unknown) => typeof one === 'string' && ids.has(one))
      : typeof value === 'string' && ids.has(value),
  );

/**
 * Everything that stays out when a person leaves the given items out: a new record that is left out leaves out what is new and refers to
 * it. What the books have already stays as it is, so nothing that refers to it loses its hold.
 */
export const closeLeaveOut = (
  database: ReadableDatabase,
  records: readonly RecordState[],
  chosen: readonly ItemId[],
): ReadonlySet<ItemId> => {
  const out = new Set(chosen);
  const fresh = records.filter(({ kind, id }) => out.size > 0 && findRecord(database, kind, id) === undefined);
  const gone = new Set(fresh.filter(({ kind, id }) => out.has(`${kind}/${id}`)).map(({ id }) => id));
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    for (const record of fresh) {
      if (gone.has(record.id) || !refersTo(record, gone)) continue;
      out.add(`${record.kind}/${record.id}`);
      gone.add(record.id);
    }
  }
  return out;
};
