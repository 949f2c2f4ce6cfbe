import { findChange, listChangesOf, type LoggedChange } from '#db/queries/change-log.ts';
import type { ReadableDatabase } from '#db/open.ts';
import { isRemovedValue, winningHead } from '#shared/exchange/heads.ts';
import { removedField, type Head, type HeadValue } from '#shared/exchange/state.ts';

export type ChangeName = { readonly replica: string; readonly n: number };

/** A record as it stood after one of its changes. */
export type EarlierState = {
  readonly values: ReadonlyMap<string, HeadValue>;
  /** Fields whose value of then was erased since. */
  readonly erased: readonly string[];
  readonly isRemoved: boolean;
};

/** What was written up to a change: all before it on its own replica, elsewhere what the clocks say was earlier. */
const isUpTo =
  ({ replica, n, entry }: LoggedChange) =>
  (other: LoggedChange): boolean =>
    other.replica === replica ? other.n <= n : other.entry.at <= entry.at;

/** Heads of every field after the given changes: what none of them replaced. */
const headsAfter = (changes: readonly LoggedChange[]): ReadonlyMap<string, readonly Head[]> => {
  const replaced = new Set(
    changes.flatMap(({ entry }) =>
      Object.entries(entry.fields).flatMap(([field, { replaces }]) => replaces.map(([replica, n]) => `${replica} ${n} ${field}`)),
    ),
  );
  const heads = new Map<string, Head[]>();
  for (const { replica, n, entry } of changes)
    for (const [field, { value }] of Object.entries(entry.fields)) {
      if (replaced.has(`${replica} ${n} ${field}`)) continue;
      const list = heads.get(field);
      if (list) list.push([replica, n, value]);
      else heads.set(field, [[replica, n, value]]);
    }
  return heads;
};

/** The record as it stood after a change; `undefined` where the change is none of this record. */
export const findEarlierState = (
  database: ReadableDatabase,
  kind: string,
  id: string,
  to: ChangeName,
): EarlierState | undefined => {
  const changes = listChangesOf(database, kind, id);
  const found = changes.find(({ replica, n }) => replica === to.replica && n === to.n);
  if (found === undefined) return undefined;
  const until = changes.filter(isUpTo(found));
  const winners = [...headsAfter(until)].map(([field, heads]) => [field, winningHead(heads) as Head] as const);
  const removal = winners.find(([field]) => field === removedField)?.[1][2];
  return {
    values: new Map(winners.filter(([field]) => field !== removedField).map(([field, head]) => [field, head[2]])),
    erased: winners
      .filter(([field, [replica, n]]) => {
        const change = until.find((one) => one.replica === replica && one.n === n);
        return change?.entry.fields[field]?.erased === true;
      })
      .map(([field]) => field),
    isRemoved: removal !== undefined && isRemovedValue(removal),
  };
};

export type RemovedTogether = { readonly kind: string; readonly id: string };

/** Records that the command which made a change removed too: its changes have one time and follow each other. */
export const listRemovedTogether = (database: ReadableDatabase, removal: ChangeName): readonly RemovedTogether[] => {
  const at = findChange(database, removal.replica, removal.n)?.entry.at;
  if (at === undefined) return [];
  const collect = (step: 1 | -1): readonly LoggedChange[] => {
    const found: LoggedChange[] = [];
    for (let n = removal.n + step; ; n += step) {
      const change = findChange(database, removal.replica, n);
      if (change?.entry.at !== at) return found;
      found.push(change);
    }
  };
  return [...collect(-1).toReversed(), ...collect(1)]
    .filter(({ entry }) => {
      const value = entry.fields[removedField]?.value;
      return value !== undefined && isRemovedValue(value);
    })
    .map(({ kind, id }) => ({ kind, id }));
};
