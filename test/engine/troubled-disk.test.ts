import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messageOf } from '#shared/text/messages.vi.ts';
import { restoredFrom } from '#test/support/copied-office.ts';
import { strikeWith } from '#test/support/fault-points.ts';
import { closedBooks } from '#test/support/hostile-run.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers } from '#test/support/office.ts';

const base = temporaryFolder();

type Write = (handle: number, bytes: Uint8Array | string, offset?: number, length?: number) => number;

/** Lets every call take seven bytes at most, as a disk that is nearly full may. */
const withShortWrites = async <T>(work: () => Promise<T>): Promise<T> => {
  const functions = fs as unknown as { writeSync: Write };
  const original = functions.writeSync;
  functions.writeSync = (handle, given, offset = 0) => {
    const bytes = typeof given === 'string' ? Buffer.from(given, 'utf8') : given;
    return original(handle, bytes, offset, Math.min(7, bytes.length - offset));
  };
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    functions.writeSync = original;
    syncBuiltinESMExports();
  }
};

test('a disk that takes a few bytes at a time gets every file whole', async () => {
  await withShortWrites(async () => {
    const province = await setUpOffice(base, '66');
    const office = await setUpOffice(base, '654');
    await enrol(province, office);
    await enterTeam(office, communeOf['654'] ?? '', threeMembers);
    const { file } = await office.ask('package.export', { file: join(base, 'short.hgpkg') });
    expect(await province.ask('merge.apply', { files: [file] })).toMatchObject([{ status: 'applied' }]);
    const identity = join(base, 'identity.txt');
    await office.ask('keys.writeIdentity', { file: identity });
    expect(fs.readFileSync(identity, 'utf8')).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}\n$/m);
    const backup = await office.ask('workspace.backup', { file: join(base, 'short.hgbackup') });
    const back = await restoredFrom(base, backup.file, 'back');
    expect((await back.ask('state.hash', {})).hash).toBe((await office.ask('state.hash', {})).hash);
  });
}, 300_000);

test('a disk that fails under the books is named, and nothing changes', async () => {
  const office = await setUpOffice(base, '651');
  const before = await closedBooks(office);
  strikeWith((point, moment) => {
    if (moment === 'before' && point.name.startsWith('INSERT'))
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
  });
  const line = { name: 'Tổ hòa giải thôn 1', communeId: communeOf['651'] ?? '' };
  const failed = await office.fail('record.put', { kind: 'team', lines: [line] });
  strikeWith(undefined);
  expect(failed).toEqual({ code: 'disk-failing' });
  expect(messageOf(failed)).toMatch(/ổ đĩa.*Đề nghị/u);
  expect(await closedBooks(office)).toEqual(before);
}, 300_000);
