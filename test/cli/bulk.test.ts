import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/contract.ts';
import { shg } from '#test/support/command-line.ts';
import { enterTeam, password, setUpOffice, temporaryFolder, threeMembers } from '#test/support/office.ts';

const base = temporaryFolder();
let folder = '';
let teamId = '';
let mediatorIds: readonly string[] = [];

const run = (...args: readonly string[]) => shg([...args, '-w', folder, '--json'], { password });
const read = <T>(...args: readonly string[]): T => JSON.parse(run(...args).stdout) as T;
const bulk = (...args: readonly string[]) => read<OutputOf<'bulk.preview'>>('bulk', ...args);

beforeAll(async () => {
  const office = await setUpOffice(base, '654');
  folder = office.folder;
  ({ teamId, mediatorIds } = await enterTeam(office, '24502', threeMembers));
  await office.ask('workspace.lock', {});
});

test('bulk shows what would change and does just that; all or nothing, or without the refused ones', () => {
  const set = ['mediator', '--where', `teamId=${teamId}`, '--set', 'ethnicGroup=02'];
  const shown = bulk(...set, '--preview');
  expect(shown.counts).toEqual({ change: 3, same: 0, refused: 0 });
  expect(run('bulk', ...set, '--hash', 'another').code).toBe(1);
  expect(bulk(...set, '--hash', shown.hash)).toEqual(shown);
  expect(read<readonly { ethnicGroup: string }[]>('list', 'mediator').map((one) => one.ethnicGroup)).toEqual(['02', '02', '02']);

  const file = join(base, 'ids.jsonl');
  writeFileSync(
    file,
    [...mediatorIds.slice(1), '0190a000-0000-7000-8000-00000000dead'].map((id) => JSON.stringify({ id })).join('\n'),
  );
  const end = ['mediator', '--ids', file, '--end', 'own-wish', '--on', '2019-12-01'];
  expect(run('bulk', ...end)).toMatchObject({ code: 1, stderr: expect.stringContaining('Chưa ghi: 1 bản ghi') as string });
  expect(bulk(...end, '--leave-out-refused').counts).toEqual({ change: 2, same: 0, refused: 1 });

  expect(run('bulk', 'mediator', '--set', 'ethnicGroup=02').code).toBe(2);
});

test('revert gives one field back by the change that a history names', () => {
  type Shown = { readonly history: OutputOf<'record.history'> };
  const id = mediatorIds[1] ?? '';
  const [, first] = read<Shown>('show', 'membership', id, '--history').history;
  const to = `${first?.replica ?? ''}:${first?.n ?? 0}`;
  expect(read<OutputOf<'record.previewRevert'>>('revert', 'membership', id, '--to', to, '--preview').fields).toEqual([
    { field: 'ceasedOn', now: '2019-12-01', then: null },
    { field: 'ceaseReason', now: 'own-wish', then: null },
  ]);
  expect(run('revert', 'membership', id, '--to', to, '--field', 'ceasedOn', '--reason', 'nhầm')).toMatchObject({ code: 1 });
  expect(run('revert', 'membership', id, '--to', to, '--reason', 'nhầm').code).toBe(0);
  expect(read<{ ceasedOn?: string }>('show', 'membership', id).ceasedOn ?? null).toBeNull();
  expect(run('revert', 'membership', id, '--to', 'nowhere', '--reason', 'nhầm').code).toBe(2);
});
