import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openStorage, type ReadableDatabase, type Storage } from '#db/open.ts';
import { findRecord } from '#db/queries/record.ts';
import type { Identity } from '#engine/identity.ts';
import { applyJoin } from '#engine/exchange/apply-join.ts';
import {
  countPresent,
  listStates,
  logAfter,
  sideOf,
  stateHashOf,
  unseenState,
  wholeState,
  type OfficeSide,
} from '#engine/exchange/office-state.ts';
import { readOfficeContent, type OfficeContent } from '#engine/exchange/payload.ts';
import { createRecordWriter } from '#engine/record-change.ts';
import { systemIds } from '#engine/rim.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { isContained } from '#shared/exchange/reach-of-side.ts';
import { removalOf } from '#shared/exchange/heads.ts';
import { fixedClock, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();
const officeId = '654';
const ids = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'] as const;

type Pc = { readonly storage: Storage; readonly identity: Identity };
type Parcel = {
  readonly side: OfficeSide;
  readonly envelope: Envelope;
  readonly content: OfficeContent;
  readonly whole: boolean;
};

const pcOf = (letter: string): Pc => {
  const storage = openStorage(join(base, `${randomBytes(8).toString('hex')}.db`), randomBytes(32), { create: true });
  migrate(storage, () => undefined);
  storage.execute('PRAGMA synchronous = OFF');
  const [installId, epoch] = [letter.repeat(16), `1-${'0'.repeat(16)}`];
  const identity = {
    workspaceId: 'w',
    installId,
    epoch,
    replica: `${installId}.${epoch}`,
    tier: 'district',
    officeId,
    officeName: 'x',
    unitId: officeId,
    asOf: '2019-12-01',
  } as const;
  return { storage, identity };
};

const packed = (database: ReadableDatabase, { identity }: Pc, seen?: OfficeSide): Parcel => {
  const side = sideOf(database, officeId, identity.replica);
  const state = seen ? unseenState(database, officeId, seen) : wholeState(database, officeId);
  const hash = stateHashOf(database, officeId);
  const counts = countPresent(listStates(database, officeId));
  const envelope = {
    ...side,
    kind: seen ? 'receipt' : 'package',
    office: officeId,
    stateHash: hash,
    counts,
  } as unknown as Envelope;
  const files = { 'state.jsonl': state, 'log.jsonl': logAfter(database, officeId, seen?.context ?? {}) };
  return { side, envelope, content: readOfficeContent(files, envelope), whole: seen === undefined };
};

const pack = (pc: Pc, seen?: OfficeSide): Parcel => pc.storage.read((database) => packed(database, pc, seen));

const take = ({ storage, identity }: Pc, { envelope, content, whole }: Parcel, leaveOut: readonly string[] = []): void => {
  storage.write((database) =>
    applyJoin(database, envelope, content, { officeId, ownReplica: identity.replica, leaveOut, whole }),
  );
};

const edit = (
  { storage, identity }: Pc,
  id: string,
  what: 'name' | 'note' | 'remove' | 'restore',
  value: string,
  clock = fixedClock(),
): void => {
  storage.write((database) => {
    const actor = { id: 'u', name: 'Người Thử', role: 'clerk' } as const;
    const records = createRecordWriter({ database, identity, actor, clock, ids: systemIds });
    const stored = findRecord(database, 'team', id);
    const isRemoved = stored !== undefined && removalOf(stored.state) !== undefined;
    if (what === 'remove' && stored && !isRemoved) records.remove({ kind: 'team', id, reason: value });
    if (what === 'restore' && isRemoved) records.restore({ kind: 'team', id });
    if ((what === 'name' || what === 'note') && !isRemoved) records.write({ kind: 'team', id, values: { [what]: value } });
    records.flush();
  });
};

const pc = fc.nat(2);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      pc,
      id: fc.constantFrom(...ids),
      what: fc.constantFrom('name', 'note', 'remove', 'restore'),
      value: fc.constantFrom('x', 'y'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('keep' as const), pc }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deliver' as const), pc, which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('deliver-in-part' as const), pc, which: fc.nat(20), id: fc.constantFrom(...ids) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), pc, from: pc, which: fc.nat(20) }) },
);

test('in real encrypted databases too, any history ends in the same state hash on every PC, with an unbroken log', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      const pcs = ['a', 'b', 'c'].map(pcOf) as [Pc, Pc, Pc];
      const kept: Parcel[] = [];
      for (const one of steps) {
        const here = pcs[one.pc] as Pc;
        if (one.do === 'edit') edit(here, one.id, one.what, one.value);
        if (one.do === 'keep') kept.push(pack(here));
        const parcel = 'which' in one ? kept[one.which % Math.max(1, kept.length)] : undefined;
        if (!parcel) continue;
        if (one.do === 'deliver') take(here, parcel);
        if (one.do === 'deliver-in-part') take(here, parcel, [`team/${one.id}`]);
        const mine = pack(here).side;
        if (one.do === 'answer' && isContained(parcel.side.context, mine.context))
          take(here, pack(pcs[one.from] as Pc, parcel.side));
      }
      const [a, b, c] = pcs;
      take(a, pack(b));
      take(a, pack(c));
      take(b, pack(a));
      take(c, pack(a));
      const ends = pcs.map((one) => pack(one));
      expect(new Set(ends.map((end) => end.envelope.stateHash)).size).toBe(1);
      expect(ends.map((end) => end.side.exceptions)).toEqual([[], [], []]);
      const changes = Object.values(ends[0]?.side.context ?? {}).reduce((sum, entry) => sum + entry.n, 0);
      for (const end of ends) expect(end.content.log.length).toBe(changes);
      for (const one of pcs) one.storage.close();
    }),
    { numRuns: 60 },
  );
});

/** Years off, and backwards between two changes. */
const clocks = fc.array(
  fc.integer({ min: 1975, max: 2090 }).map((year) => `${year}-02-28T23:59:59.999Z`),
  { minLength: 1, maxLength: 12 },
);

test('clocks that are years off and jump backwards change no hash and no value that is shown', () => {
  const edits = fc.array(
    fc.record({
      pc,
      id: fc.constantFrom(...ids),
      what: fc.constantFrom('name', 'note', 'remove', 'restore'),
      value: fc.string(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(edits, clocks, (steps, instants) => {
      const live = (clockAt: (step: number) => ReturnType<typeof fixedClock>): readonly string[] => {
        const pcs = ['a', 'b', 'c'].map(pcOf) as [Pc, Pc, Pc];
        for (const [at, { pc: where, id, what, value }] of steps.entries()) {
          edit(pcs[where] as Pc, id, what, value.toWellFormed(), clockAt(at));
          if (at % 3 === 2) take(pcs[(where + 1) % 3] as Pc, pack(pcs[where] as Pc));
        }
        for (const to of pcs) for (const from of pcs) if (to !== from) take(to, pack(from));
        for (const to of pcs) for (const from of pcs) if (to !== from) take(to, pack(from));
        const hashes = pcs.map((one) => pack(one).envelope.stateHash);
        for (const one of pcs) one.storage.close();
        return hashes;
      };
      const right = live(() => fixedClock());
      expect(new Set(right).size).toBe(1);
      expect(live((at) => fixedClock(instants[at % instants.length]))).toEqual(right);
    }),
    { numRuns: 15 },
  );
});
