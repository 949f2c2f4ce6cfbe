import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/contract.ts';
import { shg } from '#test/support/command-line.ts';
import { password, temporaryFolder, enrol, enterTeam, setUpOffice, threeMembers } from '#test/support/office.ts';

const base = temporaryFolder();
const [first, second, broken] = ['first.hgpkg', 'second.hgpkg', 'broken.hgpkg'].map((name) => join(base, name)) as [
  string,
  string,
  string,
];
let folder = '';

const run = (...args: readonly string[]) => shg([...args, '-w', folder, '--json'], { password });
const read = <T>(...args: readonly string[]): T => JSON.parse(run(...args).stdout) as T;
const hash = (): unknown => read('hash', '--office', '654');

beforeAll(async () => {
  const [province, district] = [await setUpOffice(base, '66'), await setUpOffice(base, '654')];
  await enrol(province, district);
  folder = province.folder;
  for (const file of [first, second]) {
    await enterTeam(district, '24502', threeMembers);
    await district.ask('package.export', { file });
  }
  writeFileSync(broken, 'PK');
  for (const one of [province, district]) await one.ask('workspace.lock', {});
});

test('an import is listed, shown before it is taken back, taken back, and then unknown to a second undo', () => {
  expect(run('merge', first, broken).code).toBe(3);
  const before = hash();
  expect(run('merge', second).code).toBe(0);
  const [newest] = read<OutputOf<'imports.list'>>('imports');
  expect(newest).toMatchObject({ office: '654', seq: 2, undoneAt: null });
  const shown = read<OutputOf<'imports.undo'>>('undo', newest?.id ?? '', '--preview');
  expect(shown).toMatchObject({ imports: [{ seq: 2 }], counts: { removed: 7, changed: 0 } });
  expect(read('undo', newest?.id ?? '', '--reason', 'gửi nhầm')).toEqual(shown);
  expect(hash()).toEqual(before);
  expect(run('undo', newest?.id ?? '')).toMatchObject({ code: 1, stderr: expect.stringContaining('hoàn tác') as string });
  expect(run('undo', 'nothing').code).toBe(1);
});

test('the inbox lists what was refused and tries it again', () => {
  const [entry] = read<OutputOf<'inbox.list'>>('inbox', 'list').filter((one) => one.status === 'refused');
  expect(run('inbox', 'retry', '--entry', entry?.id ?? '').code).toBe(3);
  expect(read('inbox', 'retry')).toMatchObject([{ status: 'refused', code: 'package-form' }]);
  expect(read('inbox', 'set-aside')).toEqual([]);
  expect(run('inbox', 'burn').code).toBe(2);
});
