import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfLogEntry, type LogEntry } from '#shared/exchange/log-entry.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import type { RecordView } from '#shared/contract/views.ts';
import { setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';
import { readLog } from '#test/support/read-log.ts';

const base = temporaryFolder();

/** What everybody sees of the books: records that are present, with their values. */
const seen = async (office: Office): Promise<readonly unknown[]> => {
  const lists = await Promise.all(storedKinds.map(({ kind }) => office.ask('record.list', { kind, limit: 1000 })));
  return lists
    .flatMap(({ rows }) => rows)
    .map(({ kind, id, values }: RecordView) => [
      kind,
      id,
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
    ]);
};

type Command = { readonly what: number; readonly which: number; readonly value: number };

const notes = ['Một', 'Hai', 'Ba'];

const idsOf = async (office: Office, kind: string, includeRemoved = false): Promise<readonly RecordView[]> =>
  (await office.ask('record.list', { kind, includeRemoved, limit: 1000 })).rows;

/** One command of a clerk; refused ones change nothing and are no step. */
const runCommand = async (office: Office, { what, which, value }: Command): Promise<void> => {
  const pick = async (kind: string, includeRemoved = false) => {
    const rows = await idsOf(office, kind, includeRemoved);
    return rows[which % Math.max(1, rows.length)];
  };
  const text = notes[value % notes.length];
  if (what === 0) await office.engine.call('record.put', { kind: 'team', lines: [{ name: `Tổ ${text}`, communeId: '24502' }] });
  else if (what === 1) {
    const team = await pick('team');
    const line = {
      fullName: `Trần Văn ${['An', 'Bình', 'Chí'][value % 3]}`,
      sex: 'male',
      birthDate: '1970',
      role: 'member',
      teamId: team?.id,
    };
    if (team) await office.engine.call('record.put', { kind: 'mediator', lines: [line, line] });
  } else if (what === 2) {
    const person = await pick('person');
    if (person)
      await office.engine.call('record.put', {
        kind: 'person',
        lines: [{ id: person.id, note: text, phone: value === 0 ? null : '0905123456' }],
      });
  } else if (what === 3) {
    const kind = ['membership', 'person', 'team'][value % 3] ?? 'team';
    const record = await pick(kind);
    if (record) await office.engine.call('record.remove', { kind, id: record.id, reason: 'Nhập nhầm' });
  } else if (what === 4) {
    const rows = (await idsOf(office, 'membership', true)).filter(({ removed }) => removed);
    const record = rows[which % Math.max(1, rows.length)];
    if (record) await office.engine.call('record.restore', { kind: 'membership', id: record.id });
  } else if (what === 5) {
    const team = await pick('team');
    const members = await idsOf(office, 'membership');
    const change = {
      operation: 'move-team',
      mode: value === 0 ? 'correct' : 'transfer',
      leaders: 'member',
      on: '2019-12-01',
      ceaseReason: 'own-wish',
    } as const;
    if (team && members.length > 0)
      await office.engine.call('bulk.apply', {
        kind: 'mediator',
        select: { ids: members.map(({ id }) => id) },
        change: { ...change, teamId: team.id },
        leaveOutRefused: true,
      });
  } else {
    const people = await idsOf(office, 'person');
    const [one, other] = [people[which % Math.max(1, people.length)], people[value % Math.max(1, people.length)]];
    if (one && other)
      await office.engine.call(value === 0 ? 'identity.separate' : 'identity.link', { firstId: one.id, secondId: other.id });
  }
};

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** Every change names the one before it by its hash. */
const isUnbroken = (entries: readonly LogEntry[]): boolean =>
  entries.every((entry, index) => {
    const before = entries[index - 1];
    return before === undefined ? entry.n === 1 : entry.n === before.n + 1 && entry.prev?.hash === hashOfLogEntry(before, sha256);
  });

test('any commands, undone from the last to the first, give back every value; done again, they give the same once more', async () => {
  const office = await setUpOffice(base, '654');
  for (const what of [0, 1]) await runCommand(office, { what, which: 0, value: 0 });
  const command = fc.record({ what: fc.nat(6), which: fc.nat(20), value: fc.nat(2) });
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 8 }), async (commands) => {
      const states = [await seen(office)];
      const first = (await office.ask('step.list', {})).steps.length;
      for (const one of commands) {
        const before = (await office.ask('step.list', {})).steps.length;
        await runCommand(office, one);
        if ((await office.ask('step.list', {})).steps.length > before) states.push(await seen(office));
      }
      const count = (await office.ask('step.list', {})).steps.length - first;
      expect(count).toBe(states.length - 1);
      for (const direction of ['undo', 'redo', 'undo'] as const) {
        const order = direction === 'undo' ? states.slice(0, -1).toReversed() : states.slice(1);
        for (const state of order) {
          await office.ask(`step.${direction}`, {});
          expect(await seen(office)).toEqual(state);
        }
      }
      // The next run starts from books that this one has left full.
      for (let step = 0; step < count; step += 1) await office.ask('step.redo', {});
    }),
    { numRuns: 8 },
  );
  const folder = office.folder;
  await office.ask('workspace.lock', {});
  const entries = await readLog(folder);
  // One team, two people and their memberships at least: the drawn commands may do nothing.
  expect(entries.length).toBeGreaterThanOrEqual(5);
  expect(isUnbroken(entries)).toBe(true);
});
