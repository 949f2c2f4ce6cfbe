import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  enrol,
  fixedClock,
  newEngine,
  officeOn,
  password,
  setUpOffice,
  temporaryFolder,
  type Office,
} from '#test/support/office.ts';

const base = temporaryFolder();
let province: Office;
let district: Office;
let count = 0;

beforeAll(async () => {
  province = await setUpOffice(base, '66');
});

beforeEach(async () => {
  district = await setUpOffice(base, '654');
  await enrol(province, district, { second: true });
});

const add = (name: string, role: 'clerk' | 'approver' | 'administrator') =>
  district.ask('user.add', { name, role, password: `mat-khau-${role}`, ownPassword: password });
const enter = (name: string, secret: string) =>
  district.ask('workspace.unlock', { folder: district.folder, user: name, password: secret });
const out = (): string => join(base, `${(count += 1)}.hgpkg`);
const keyFile = (): string => readFileSync(join(district.folder, 'keys.json'), 'utf8');

describe('users of one workspace', () => {
  test('the first one has every role', async () => {
    expect(await district.ask('user.list', {})).toMatchObject([{ name: 'Nguyễn Văn Thử', role: 'administrator', isMe: true }]);
    expect((await district.ask('package.export', { file: out() })).seq).toBe(1);
  });

  test('each opens the books with a password of its own, by name; names stay out of the key file', async () => {
    await add('Lê Thị Nhập', 'clerk');
    await add('Trần Văn Duyệt', 'approver');
    expect(keyFile()).not.toMatch(/Nhập|Duyệt|nhap|duyet/);
    expect(await enter('lê thị nhập', 'mat-khau-clerk')).toMatchObject({
      user: { name: 'Lê Thị Nhập', role: 'clerk' },
      userCount: 3,
    });
    expect((await district.ask('user.list', {})).map(({ name, role, isMe }) => ({ name, role, isMe }))).toEqual([
      { name: 'Nguyễn Văn Thử', role: 'administrator', isMe: false },
      { name: 'Lê Thị Nhập', role: 'clerk', isMe: true },
      { name: 'Trần Văn Duyệt', role: 'approver', isMe: false },
    ]);
    await district.ask('workspace.lock', {});
    const unlock = { folder: district.folder, user: 'Lê Thị Nhập' };
    expect((await district.fail('workspace.unlock', { ...unlock, password: 'mat-khau-approver' })).code).toBe('wrong-password');
    expect((await district.fail('workspace.unlock', { ...unlock, user: 'Ai Đó', password })).code).toBe('user-unknown');
    expect(await enter('Trần Văn Duyệt', 'mat-khau-approver')).toMatchObject({ user: { role: 'approver' } });
  });

  test('a clerk writes and cannot export; an approver exports under the own name; only an administrator holds keys and users', async () => {
    await add('Lê Thị Nhập', 'clerk');
    await add('Trần Văn Duyệt', 'approver');
    await enter('Lê Thị Nhập', 'mat-khau-clerk');
    const lines = [{ name: 'Tổ thôn 1', communeId: '24502' }];
    await district.ask('record.put', { kind: 'team', lines });
    const file = out();
    expect(await district.fail('package.export', { file })).toEqual({ code: 'approver-missing' });
    expect((await district.ask('package.list', {})).length).toBe(0);
    expect((await district.fail('keys.writeIdentity', { file: join(base, 'secret') })).code).toBe('not-permitted');
    expect(
      (await district.fail('user.add', { name: 'X', role: 'administrator', password: 'mat-khau-dai', ownPassword: password }))
        .code,
    ).toBe('not-permitted');
    await enter('Trần Văn Duyệt', 'mat-khau-approver');
    await district.ask('package.export', { file });
    expect((await province.ask('package.verify', { file })).approver).toBe('Trần Văn Duyệt');
    expect((await district.fail('enrol.request', { file: out() })).code).toBe('not-permitted');
    const [change] = await district.ask('record.history', {
      kind: 'team',
      id: (await district.ask('record.list', { kind: 'team' })).rows[0]?.id ?? '',
    });
    expect(change?.authorName).toBe('Lê Thị Nhập');
  });

  test('adding needs the administrator’s own password, a name that is not taken, and a password of eight characters', async () => {
    const input = { name: 'Lê Thị Nhập', role: 'clerk', password: 'mat-khau-clerk', ownPassword: password } as const;
    const before = keyFile();
    expect((await district.fail('user.add', { ...input, ownPassword: 'sai' })).code).toBe('wrong-password');
    expect((await district.fail('user.add', { ...input, password: 'ngan' })).code).toBe('password-too-short');
    expect((await district.fail('user.add', { ...input, name: 'NGUYỄN  VĂN THỬ' })).code).toBe('user-exists');
    expect(keyFile()).toBe(before);
  });

  test('a user who has left opens nothing, not even with an old key file; the own changes keep the name', async () => {
    const clerk = await add('Lê Thị Nhập', 'clerk');
    await enter('Lê Thị Nhập', 'mat-khau-clerk');
    await district.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ thôn 1', communeId: '24502' }] });
    await enter('Nguyễn Văn Thử', password);
    const oldKeys = keyFile();
    await district.ask('user.remove', { id: clerk.id });
    expect((await district.ask('user.list', {})).length).toBe(1);
    await district.ask('workspace.lock', {});
    const unlock = { folder: district.folder, user: 'Lê Thị Nhập', password: 'mat-khau-clerk' };
    expect((await district.fail('workspace.unlock', unlock)).code).toBe('user-unknown');
    const copy = join(base, `copy-${(count += 1)}`);
    cpSync(district.folder, copy, { recursive: true });
    writeFileSync(join(copy, 'keys.json'), oldKeys);
    const clock = fixedClock();
    const other = officeOn(newEngine(clock), copy, clock);
    expect((await other.fail('workspace.unlock', { ...unlock, folder: copy })).code).toBe('user-unknown');
    await enter('Nguyễn Văn Thử', password);
    await add('Lê Thị Nhập', 'approver');
    expect((await district.ask('user.list', {})).length).toBe(2);
  });

  test('there is always an administrator; who gives the role away loses it at once', async () => {
    const [me] = await district.ask('user.list', {});
    const mine = me?.id ?? '';
    expect((await district.fail('user.remove', { id: mine })).code).toBe('user-is-me');
    expect((await district.fail('user.setRole', { id: mine, role: 'clerk' })).code).toBe('last-administrator');
    expect((await district.fail('user.setRole', { id: 'nobody', role: 'clerk' })).code).toBe('user-unknown');
    const other = await add('Trần Văn Duyệt', 'approver');
    expect(await district.ask('user.setRole', { id: other.id, role: 'administrator' })).toMatchObject({ role: 'administrator' });
    await district.ask('user.setRole', { id: mine, role: 'clerk' });
    expect((await district.fail('package.export', { file: out() })).code).toBe('approver-missing');
    expect((await district.ask('workspace.summary', {})).user).toMatchObject({ role: 'clerk' });
  });

  test('everybody sets the own password, an administrator that of others; the recovery code goes on to work', async () => {
    const clerk = await add('Lê Thị Nhập', 'clerk');
    await district.ask('user.setPassword', { id: clerk.id, ownPassword: password, newPassword: 'mat-khau-moi-1' });
    await enter('Lê Thị Nhập', 'mat-khau-moi-1');
    const input = { ownPassword: 'mat-khau-moi-1', newPassword: 'mat-khau-moi-2' };
    const [first] = await district.ask('user.list', {});
    expect((await district.fail('user.setPassword', { ...input, id: first?.id ?? '' })).code).toBe('not-permitted');
    expect((await district.fail('user.setPassword', { ...input, ownPassword: 'sai' })).code).toBe('wrong-password');
    await district.ask('user.setPassword', input);
    expect(await enter('Lê Thị Nhập', 'mat-khau-moi-2')).toMatchObject({ state: 'open' });
    await district.ask('workspace.lock', {});
    await district.ask('workspace.recover', {
      folder: district.folder,
      user: 'Lê Thị Nhập',
      recoveryCode: district.recoveryCode,
      newPassword: 'mat-khau-moi-3',
    });
    await district.ask('workspace.lock', {});
    expect(await enter('Lê Thị Nhập', 'mat-khau-moi-3')).toMatchObject({ user: { role: 'clerk' } });
    expect(await enter('Nguyễn Văn Thử', password)).toMatchObject({ user: { role: 'administrator' } });
  });
});
