import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '#engine/hash.ts';
import { compareHeads, isRemovedValue } from '#shared/exchange/heads.ts';
import { areCommitmentsRight, buildLogEntry, hashOfLogEntry, type LogEntry, type LogLink } from '#shared/exchange/log-entry.ts';
import { renumberEntries, renumberingTo, renumberState } from '#shared/exchange/renumber.ts';
import { removedField, type Head, type HeadValue, type RecordState } from '#shared/exchange/state.ts';

const before = `${'a'.repeat(16)}.1-${'0'.repeat(16)}`;
const after = `${'a'.repeat(16)}.2-${'1'.repeat(16)}`;
const author = { id: 'u1', name: 'Nguyễn Văn Thử' };

const write = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3'),
  field: fc.constantFrom('name', 'note', removedField),
  value: fc.constantFrom('x', 'y', null),
});
type Write = typeof write extends fc.Arbitrary<infer W> ? W : never;
type States = ReadonlyMap<string, RecordState>;

const headsOf = (states: States, id: string): RecordState['fields'] => states.get(id)?.fields ?? {};

const withHead = (states: States, id: string, field: string, head: Head): States =>
  new Map(states).set(id, { kind: 'person', id, fields: { ...headsOf(states, id), [field]: [head] } });

/** One replica's changes, one after the other, and the books that they make. */
const live = (writes: readonly Write[]) => {
  let states: States = new Map();
  let prev: LogLink | null = null;
  const entries = writes.map(({ id, field, value }, index): LogEntry => {
    const n = index + 1;
    const seen = Object.values(headsOf(states, id)).flatMap((heads) => heads.map(([replica, at]) => [replica, at] as const));
    const written: HeadValue = field === removedField && value !== null ? { reason: value, saw: seen } : value;
    const replaces = (headsOf(states, id)[field] ?? []).map(([replica, at]) => [replica, at] as const);
    const { entry, hash } = buildLogEntry(
      {
        ...{
          replica: before,
          n,
          officeId: '654',
          kind: 'person',
          id,
          author,
          reason: null,
          at: `2019-12-${10 + (n % 20)}`,
          prev,
        },
        fields: { [field]: { value: written, salt: String(n).padStart(32, '0'), replaces } },
      },
      sha256,
    );
    prev = { replica: before, n, hash };
    states = withHead(states, id, field, [before, n, written]);
    return entry;
  });
  return { entries, states };
};

/** The books that a log tells of. */
const told = (entries: readonly LogEntry[]): States =>
  entries.reduce<States>(
    (states, { replica, n, id, fields }) =>
      Object.entries(fields).reduce((now, [field, { value }]) => withHead(now, id, field, [replica, n, value]), states),
    new Map(),
  );

const sorted = (states: Iterable<RecordState>): readonly RecordState[] => [...states].sort((a, b) => (a.id < b.id ? -1 : 1));

test('changes go on under new names: the same values, authors and times, an unbroken chain, and books that say the same', () => {
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 25, size: 'max' }), fc.nat(25), (writes, cut) => {
      const { entries, states } = live(writes);
      const kept = entries.slice(0, Math.min(cut, entries.length));
      const moved = entries.slice(kept.length);
      const last = kept.at(-1);
      const first = last ? { replica: before, n: last.n, hash: hashOfLogEntry(last, sha256) } : null;
      const renumbering = renumberingTo(after, moved);
      const chain = renumberEntries(moved, renumbering, first, sha256);
      let prev: LogLink | null = first;
      for (const [index, { entry, hash }] of chain.entries()) {
        const old = moved[index] as LogEntry;
        expect(entry).toMatchObject({ replica: after, n: index + 1, prev, id: old.id, author, at: old.at, reason: old.reason });
        expect(hash).toBe(hashOfLogEntry(entry, sha256));
        expect(areCommitmentsRight(entry, sha256)).toBe(true);
        for (const [field, { value, salt, replaces }] of Object.entries(entry.fields)) {
          const was = old.fields[field];
          expect(salt).toBe(was?.salt);
          expect(replaces).toEqual(was?.replaces.map(renumbering.dot));
          if (isRemovedValue(value))
            expect(value.reason).toBe(isRemovedValue(was?.value ?? null) ? (was?.value as typeof value).reason : '');
          else expect(value).toBe(was?.value);
        }
        prev = { replica: after, n: index + 1, hash };
      }
      const renamed = [...states.values()].map((state) => renumberState(state, renumbering));
      expect(sorted(renamed)).toEqual(sorted(told([...kept, ...chain.map(({ entry }) => entry)]).values()));
      for (const state of renamed)
        for (const heads of Object.values(state.fields)) expect(heads).toEqual([...heads].sort(compareHeads));
    }),
    { numRuns: 300 },
  );
});

test('a record none of whose changes is renamed stays the very same object', () => {
  const { entries, states } = live([
    { id: 'r1', field: 'name', value: 'x' },
    { id: 'r2', field: 'name', value: 'y' },
  ]);
  const renumbering = renumberingTo(after, entries.slice(1));
  const [first, second] = [...states.values()] as [RecordState, RecordState];
  expect(renumberState(first, renumbering)).toBe(first);
  expect(renumberState(second, renumbering)).not.toBe(second);
});
