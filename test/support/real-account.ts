import { expect } from 'vitest';
import { compareHeads } from '#shared/exchange/heads.ts';
import { reachFinder } from '#shared/exchange/join.ts';
import { removedField, type Head } from '#shared/exchange/state.ts';
import type { Figures } from './figures.ts';
import type { Noted, Sight } from './watched-office.ts';

type Fields = ReadonlyMap<string, readonly Head[]>;

const keyOf = (kind: string, id: string, field: string): string => `${kind} ${id} ${field}`;

/** Every change that was replaced by one whose author saw it, per field. */
const replacedIn = (log: readonly Noted[]): ReadonlySet<string> =>
  new Set(
    log.flatMap(({ entry: { kind, id, fields } }) =>
      Object.entries(fields).flatMap(([field, { replaces }]) =>
        replaces.map(([replica, n]) => `${keyOf(kind, id, field)} ${replica} ${n}`),
      ),
    ),
  );

/** The values that nothing in the log has replaced: what the books must show. */
const standingIn = (log: readonly Noted[], replaced: ReadonlySet<string>): Fields => {
  const standing = new Map<string, readonly Head[]>();
  for (const { entry } of log)
    for (const [field, { value }] of Object.entries(entry.fields)) {
      const key = keyOf(entry.kind, entry.id, field);
      if (replaced.has(`${key} ${entry.replica} ${entry.n}`)) continue;
      standing.set(key, [...(standing.get(key) ?? []), [entry.replica, entry.n, value] as const].sort(compareHeads));
    }
  return standing;
};

const headsOf = ({ records }: Sight): Fields =>
  new Map(
    records.flatMap(({ kind, id, fields }) =>
      Object.entries(fields).map(([field, heads]) => [keyOf(kind, id, field), heads] as const),
    ),
  );

const asideOf = ({ exceptions }: Sight): ReadonlySet<string> =>
  new Set(exceptions.map(({ kind, id, field }) => keyOf(kind, id, field)));

/** The log tells of every change that the context claims, and no more. */
const checkLog = ({ context, log }: Sight): void => {
  const counts: Record<string, number> = {};
  for (const { entry } of log) counts[entry.replica] = (counts[entry.replica] ?? 0) + 1;
  expect(counts).toEqual(Object.fromEntries(Object.entries(context).map(([replica, { n }]) => [replica, n])));
};

/**
 * Every value that a place shows was written by a change of its log; every field that does not stand aside shows exactly what nothing has
 * replaced.
 */
export const checkTruth = (sight: Sight): void => {
  checkLog(sight);
  const [heads, aside] = [headsOf(sight), asideOf(sight)];
  const made = new Map(sight.log.map(({ entry }) => [`${entry.replica} ${entry.n}`, entry]));
  for (const [key, shown] of heads)
    for (const [replica, n, value] of shown) {
      const entry = made.get(`${replica} ${n}`);
      const field = key.split(' ')[2] ?? '';
      expect({ key, value: entry?.fields[field]?.value }).toEqual({ key, value });
      expect(key).toBe(entry && keyOf(entry.kind, entry.id, field));
    }
  const without = (fields: Fields) => [...fields].filter(([key]) => !aside.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  expect(without(heads)).toEqual(without(standingIn(sight.log, replacedIn(sight.log))));
};

/** A change by what it says: its salts stay when it goes on under another name after a fork. */
const contentOf = ({ entry: { kind, id, at, fields } }: Noted): string =>
  [kind, id, at, ...Object.entries(fields).map(([field, one]) => (field === removedField ? field : one.commitment))].join(' ');

type Missing = 'undone' | 'quarantined' | undefined;

/**
 * What became of every acknowledged change at a place: standing or replaced by one whose author saw it, set aside, or, by `missing`, undone
 * or quarantined. Anything else is lost.
 */
export const accountFor = (
  acknowledged: readonly Noted[],
  sight: Sight,
  missing: (change: Noted) => Missing,
  figures: Figures,
): void => {
  const known = new Set(sight.log.map(({ hash }) => hash));
  const contents = new Set(sight.log.map(contentOf));
  const replaced = replacedIn(sight.log);
  const reach = reachFinder(sight);
  const heads = headsOf(sight);
  const lost: string[] = [];
  for (const change of acknowledged) {
    figures.add('changes acknowledged');
    const { entry, hash } = change;
    const name = `${entry.replica} ${entry.n} of ${entry.kind} ${Object.keys(entry.fields).join()}`;
    if (!known.has(hash)) {
      const why = missing(change);
      if (why === 'undone') figures.add('changes undone, in the end');
      else if (contents.has(contentOf(change))) figures.add('changes standing, or replaced by someone who saw them');
      else if (why === 'quarantined') figures.add('changes quarantined, in the end');
      else lost.push(name);
      continue;
    }
    const fates = Object.entries(entry.fields).map(([field, { value }]) => {
      const key = keyOf(entry.kind, entry.id, field);
      const stands = (heads.get(key) ?? []).some(([replica, n]) => replica === entry.replica && n === entry.n);
      if (stands || replaced.has(`${key} ${entry.replica} ${entry.n}`)) return 'stands';
      if ((reach(entry.kind, entry.id, field)[entry.replica] ?? 0) < entry.n) return 'aside';
      return `lost ${field} ${JSON.stringify(value)}`;
    });
    if (fates.some((fate) => fate.startsWith('lost'))) lost.push(`${name}: ${fates.join()}`);
    else if (fates.includes('aside')) figures.add('changes set aside, in the end');
    else figures.add('changes standing, or replaced by someone who saw them');
  }
  figures.add('changes lost', lost.length);
  expect(lost).toEqual([]);
};
