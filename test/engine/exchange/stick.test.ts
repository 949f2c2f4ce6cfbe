import { execFileSync, spawnSync } from 'node:child_process';
import * as files from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

type Failing = { readonly call: string; readonly code: string; readonly from: number; readonly before?: () => void };

/** What the file system answers instead: the nth call of a function and those after it fail with a code of the system. */
const disk = vi.hoisted(() => ({ failing: null as Failing | null, count: 0, free: null as number | null }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof files>();
  const hinder = (name: string): void => {
    const { failing } = disk;
    if (failing?.call !== name) return;
    disk.count += 1;
    if (disk.count < failing.from) return;
    failing.before?.();
    throw Object.assign(new Error(failing.code), { code: failing.code });
  };
  return {
    ...real,
    // A stick takes a part at a time.
    writeSync: (handle: number, bytes: Uint8Array | string, from = 0, length?: number): number => {
      hinder('write');
      if (typeof bytes === 'string') return real.writeSync(handle, bytes);
      return real.writeSync(handle, bytes, from, Math.min(1024, length ?? bytes.length - from));
    },
    fsyncSync: (handle: number): void => {
      hinder('flush');
      real.fsyncSync(handle);
    },
    renameSync: (from: string, to: string): void => {
      hinder('move');
      real.renameSync(from, to);
    },
    statfsSync: (path: string) => {
      const found = real.statfsSync(path);
      return disk.free === null ? found : { ...found, bsize: 1024, bavail: disk.free };
    },
  };
});

const base = temporaryFolder();
let province: Office;
let district: Office;

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);
}, 60_000);

afterEach(() => {
  Object.assign(disk, { failing: null, count: 0, free: null });
});

let count = 0;
const newStick = (): string => {
  const folder = join(base, `stick-${(count += 1)}`);
  files.mkdirSync(folder);
  return folder;
};

const lastSeq = async (): Promise<number> => (await district.ask('package.list', {}))[0]?.seq ?? 0;

describe('a stick that', () => {
  test('has too little room is told before a byte is written, with what is free and what is needed', async () => {
    const folder = newStick();
    const before = await lastSeq();
    disk.free = 3;
    expect(await district.fail('package.export', { folder })).toMatchObject({
      code: 'folder-full',
      details: { free: 3, needed: expect.any(Number) },
    });
    expect([files.readdirSync(folder), await lastSeq()]).toEqual([[], before]);
    disk.free = null;
    expect((await district.ask('package.export', { folder })).seq).toBe(before + 1);
  });

  test.each([
    ['is full halfway', 'write', 'ENOSPC', 2, 'disk-full'],
    ['has no room left for the user', 'write', 'EDQUOT', 1, 'disk-full'],
    ['is pulled out halfway', 'write', 'EIO', 2, 'file-unwritable'],
    ['is pulled out before it is flushed', 'flush', 'EIO', 1, 'file-unwritable'],
    ['is gone on Windows', 'write', 'UNKNOWN', 2, 'file-unwritable'],
    ['has vanished', 'write', 'ENODEV', 1, 'file-unwritable'],
    ['is locked against writing', 'write', 'EROFS', 1, 'file-unwritable'],
    ['belongs to somebody else', 'write', 'EACCES', 1, 'no-permission'],
  ] as const)('%s leaves nothing behind and takes no number', async (_, call, code, from, failed) => {
    const folder = newStick();
    const before = await lastSeq();
    disk.failing = { call, code, from };
    expect(await district.fail('package.export', { folder })).toMatchObject({ code: failed });
    Object.assign(disk, { failing: null, count: 0 });
    expect(files.readdirSync(folder)).toEqual([]);
    expect((await district.ask('package.export', { folder })).seq).toBe(before + 1);
  });

  test('is pulled out between writing and moving costs a number but never two packages of one', async () => {
    const folder = newStick();
    const before = await lastSeq();
    disk.failing = { call: 'move', code: 'ENOENT', from: 1, before: () => files.rmSync(folder, { recursive: true }) };
    expect(await district.fail('package.export', { folder })).toMatchObject({ code: 'file-unwritable' });
    disk.failing = null;
    expect(await lastSeq()).toBe(before);
    const next = await district.ask('package.export', { folder: newStick() });
    expect(next.seq).toBe(before + 2);
    expect(await province.ask('merge.apply', { files: [next.file] })).toMatchObject([{ status: 'applied' }]);
  });

  test('takes a receipt no better than a package', async () => {
    const folder = newStick();
    disk.failing = { call: 'write', code: 'ENOSPC', from: 2 };
    expect(await province.fail('receipt.issue', { officeId: '654', folder })).toMatchObject({ code: 'disk-full' });
    Object.assign(disk, { failing: null, count: 0 });
    expect(files.readdirSync(folder)).toEqual([]);
    expect(await province.ask('receipt.issue', { officeId: '654', folder })).toMatchObject({ number: 1 });
  });

  test('is a device without room, as the system has one', async () => {
    const folder = newStick();
    files.symlinkSync('/dev/full', join(folder, 'x.hgpkg.part'));
    const before = await lastSeq();
    expect(await district.fail('package.export', { file: join(folder, 'x.hgpkg') })).toMatchObject({ code: 'disk-full' });
    expect([files.readdirSync(folder), await lastSeq()]).toEqual([[], before]);
  });
});

const mount = (folder: string, options: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
const unmount = (folder: string): void => {
  spawnSync('umount', ['-l', folder]);
};

/** Real file systems of the size of a few pages, where this user may mount; the injected errors above run everywhere. */
const canMount = ((): boolean => {
  const folder = files.mkdtempSync(join(base, 'try-'));
  const may = mount(folder, 'size=8k');
  if (may) unmount(folder);
  return may;
})();

describe.skipIf(!canMount)('a real file system (needs the right to mount) that', () => {
  test('is small: told before, and when it fills up meanwhile', async () => {
    const folder = newStick();
    mount(folder, 'size=8k');
    try {
      const before = await lastSeq();
      files.appendFileSync(join(folder, 'photographs'), Buffer.alloc(4096));
      expect(await district.fail('package.export', { folder })).toMatchObject({ code: 'folder-full' });
      disk.free = 1000;
      expect(await district.fail('package.export', { folder })).toMatchObject({ code: 'disk-full' });
      expect([files.readdirSync(folder), await lastSeq()]).toEqual([['photographs'], before]);
    } finally {
      unmount(folder);
    }
  });

  test('is read-only', async () => {
    const folder = newStick();
    mount(folder, 'size=1m,ro');
    try {
      const before = await lastSeq();
      expect(await district.fail('package.export', { folder })).toMatchObject({ code: 'file-unwritable' });
      expect(await lastSeq()).toBe(before);
    } finally {
      unmount(folder);
    }
  });

  test('is unmounted while a package is written to it', async () => {
    const folder = newStick();
    mount(folder, 'size=1m');
    disk.failing = {
      call: 'flush',
      code: 'EIO',
      from: 1,
      before: () => {
        execFileSync('umount', ['-l', folder]);
      },
    };
    expect(await district.fail('package.export', { folder })).toMatchObject({ code: 'file-unwritable' });
    expect(files.readdirSync(folder)).toEqual([]);
  });
});
