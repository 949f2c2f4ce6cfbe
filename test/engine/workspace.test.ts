import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrate, migrations, schemaVersion, type Migration } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { makeRecoveryCode, readRecoveryCode } from '#engine/recovery-code.ts';
import { systemIds } from '#engine/rim.ts';
import { fixedClock, newEngine, officeOn, password, setUpOffice, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();

const another = (folder: string) => officeOn(newEngine(fixedClock()), folder, fixedClock());

describe('opening a workspace', () => {
  test('needs the right password, an existing folder, and that nobody else has it open', async () => {
    const office = await setUpOffice(base, '654');
    const other = another(office.folder);
    expect(await other.fail('workspace.unlock', { folder: office.folder, password: 'khong-dung' })).toEqual({
      code: 'wrong-password',
    });
    expect(await other.fail('workspace.unlock', { folder: join(base, 'none'), password })).toEqual({ code: 'workspace-missing' });
    expect(await other.fail('workspace.unlock', { folder: office.folder, password, user: 'Người khác' })).toEqual({
      code: 'user-unknown',
    });
    expect(await other.fail('workspace.unlock', { folder: office.folder, password })).toEqual({ code: 'workspace-in-use' });
    office.engine.close();
    expect((await other.ask('workspace.unlock', { folder: office.folder, password, user: 'nguyen van thu' })).state).toBe('open');
    expect(
      await other.fail('workspace.create', {
        folder: office.folder,
        tier: 'district',
        unit: '654',
        asOf: '2019-12-01',
        officeName: 'x',
        userName: 'y',
        password,
      }),
    ).toEqual({ code: 'workspace-exists' });
  });

  test('says so when the file is of a newer program or damaged, and leaves it as it is', async () => {
    const office = await setUpOffice(base, '651');
    office.engine.close();
    const file = join(office.folder, 'data.db');
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole.subarray(0, 100), Buffer.alloc(4000, 7), whole.subarray(4100)]));
    expect(await another(office.folder).fail('workspace.unlock', { folder: office.folder, password })).toEqual({
      code: 'workspace-damaged',
    });
    writeFileSync(file, whole);
    expect((await another(office.folder).ask('workspace.unlock', { folder: office.folder, password })).state).toBe('open');
  });

  test('while it is locked nothing of the books is answered', async () => {
    const office = await setUpOffice(base, '654');
    await office.ask('workspace.lock', {});
    expect(await office.fail('record.list', { kind: 'team' })).toEqual({ code: 'workspace-locked' });
    expect(await office.ask('workspace.summary', {})).toMatchObject({ state: 'locked', userCount: 1, office: null, user: null });
  });

  test('the recovery code sets a new password; a slip is found in its group', async () => {
    const office = await setUpOffice(base, '654');
    office.engine.close();
    const groups = office.recoveryCode.split('-');
    const slip = [groups[0], `${groups[1]?.slice(0, 4) ?? ''}${groups[1]?.at(4) === 'A' ? 'B' : 'A'}`, ...groups.slice(2)].join(
      '-',
    );
    const other = another(office.folder);
    const wrong = await other.fail('workspace.recover', {
      folder: office.folder,
      recoveryCode: slip,
      newPassword: 'mat-khau-moi',
    });
    expect(wrong).toEqual({ code: 'wrong-recovery-code', details: { where: ' (nhóm thứ 2)' } });
    await other.ask('workspace.recover', {
      folder: office.folder,
      recoveryCode: office.recoveryCode.toLowerCase().replaceAll('-', ' '),
      newPassword: 'mat-khau-moi',
    });
    await other.ask('workspace.lock', {});
    expect(await other.fail('workspace.unlock', { password })).toEqual({ code: 'wrong-password' });
    expect((await other.ask('workspace.unlock', { password: 'mat-khau-moi' })).state).toBe('open');
  });

  test('a password has at least eight characters', async () => {
    const input = {
      folder: join(base, 'short'),
      tier: 'district',
      unit: '654',
      asOf: '2019-12-01',
      officeName: 'Phòng',
      userName: 'A',
    } as const;
    expect(await another(base).fail('workspace.create', { ...input, password: 'ngan' })).toEqual({
      code: 'password-too-short',
      details: { least: 8 },
    });
  });

  test('a province needs its escrow file, outside the workspace', async () => {
    const engine = another(base);
    const input = {
      folder: join(base, 'p'),
      tier: 'province',
      unit: '66',
      asOf: '2019-12-01',
      officeName: 'Sở',
      userName: 'A',
      password,
    } as const;
    expect(await engine.fail('workspace.create', input)).toEqual({ code: 'escrow-file-missing' });
    expect(await engine.fail('workspace.create', { ...input, escrowFile: join(base, 'p', 'escrow.txt') })).toEqual({
      code: 'escrow-file-missing',
    });
    expect(await engine.fail('workspace.create', { ...input, unit: '654', escrowFile: join(base, 'e.txt') })).toMatchObject({
      code: 'unit-not-found',
    });
  });

  test('drafts are kept through a restart and never leave the workspace', async () => {
    const office = await setUpOffice(base, '654');
    await office.ask('draft.save', { form: 'team new', content: '{"name":"Tổ"}' });
    office.engine.close();
    const again = another(office.folder);
    await again.ask('workspace.unlock', { folder: office.folder, password });
    expect((await again.ask('draft.find', { form: 'team new' })).content).toBe('{"name":"Tổ"}');
    expect((await again.ask('status.get', {})).unsentChanges).toBe(0);
  });
});

test('writing the age identity goes to a new file only', async () => {
  const office = await setUpOffice(base, '654');
  const file = join(base, 'identity.txt');
  await office.ask('keys.writeIdentity', { file });
  expect(readFileSync(file, 'utf8')).toContain('AGE-SECRET-KEY-');
  expect((await office.fail('keys.writeIdentity', { file })).code).toBe('file-exists');
  office.engine.close();
});

describe('recovery codes', () => {
  test('have 140 bits in groups that check themselves, and are read however they are typed', () => {
    const code = makeRecoveryCode(systemIds.random);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', '')} `)).toEqual({ ok: true, code });
    expect(readRecoveryCode(code.slice(0, -1))).toEqual({ ok: false, wrongGroup: 7 });
  });
});

describe('migrations', () => {
  const key = systemIds.random(32);

  test('run once, in rising order, with a safety copy before the first on a file with data', () => {
    const file = join(base, 'migrations.db');
    const storage = openStorage(file, key, { create: true });
    const copies: number[] = [];
    const copy = (from: number): void => void copies.push(from);
    migrate(storage, copy);
    expect(storage.version()).toBe(schemaVersion());
    migrate(storage, copy);
    expect(copies).toEqual([]);
    const next: Migration = {
      number: migrations.length + 1,
      name: 'one-more',
      sql: 'CREATE TABLE one_more (id TEXT PRIMARY KEY) STRICT;',
    };
    migrate(storage, copy, [...migrations, next]);
    expect(copies).toEqual([migrations.length]);
    expect(storage.read((database) => database.prepare('SELECT count(*) AS count FROM one_more').get())).toEqual({ count: 0 });
    expect(() => {
      migrate(storage, copy);
    }).toThrow('database-newer');
    storage.close();
  });

  test('a step that fails leaves the file at the step before', () => {
    const storage = openStorage(join(base, 'failing.db'), key, { create: true });
    migrate(storage, () => undefined);
    const broken: Migration = {
      number: migrations.length + 1,
      name: 'broken',
      sql: 'CREATE TABLE half (id TEXT) STRICT; CREATE TABLE half (id TEXT) STRICT;',
    };
    expect(() => {
      migrate(storage, () => undefined, [...migrations, broken]);
    }).toThrow();
    expect(storage.version()).toBe(migrations.length);
    expect(
      storage.read((database) => database.prepare("SELECT count(*) AS count FROM sqlite_schema WHERE name = 'half'").get()),
    ).toEqual({ count: 0 });
    expect(() => {
      migrate(storage, () => undefined, [...migrations].reverse());
    }).toThrow('stands at place');
    storage.close();
  });

  test('queries cannot write', () => {
    const storage = openStorage(join(base, 'read.db'), key, { create: true });
    migrate(storage, () => undefined);
    expect(() =>
      storage.read((database) => database.prepare("INSERT INTO setting VALUES ('a', 'b') RETURNING key").all()),
    ).toThrow();
    storage.close();
  });
});
