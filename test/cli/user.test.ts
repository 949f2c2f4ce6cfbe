import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { shg } from '#test/support/command-line.ts';
import { password, setUpOffice, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();
let folder = '';

beforeAll(async () => {
  const office = await setUpOffice(base, '654');
  await office.ask('workspace.lock', {});
  folder = office.folder;
});

const run = (...args: readonly string[]) => shg([...args, '-w', folder], { password });

test('users are added, given roles and removed by scripts; the new password comes from a file, never from an argument', () => {
  const file = join(base, 'new-password');
  writeFileSync(file, 'mat-khau-clerk\n');
  const me = ['--user', 'Nguyễn Văn Thử'];
  expect(run('user', 'add', 'Lê Thị Nhập', '--role', 'clerk').code).toBe(2);
  expect(run('user', 'add', 'Lê Thị Nhập', '--role', 'boss', '--new-password-file', file).code).toBe(2);
  expect(run('user', 'add', 'Lê Thị Nhập', '--role', 'clerk', '--new-password-file', file)).toMatchObject({ code: 0 });
  const asClerk = (...args: readonly string[]) => shg([...args, '-w', folder, '--user', 'Lê Thị Nhập', '--password-file', file]);
  expect(asClerk('status').code).toBe(0);
  expect(asClerk('export', '--to', base)).toMatchObject({ code: 1, stderr: expect.stringContaining('người duyệt') as string });
  expect(asClerk('user', 'role', 'Lê Thị Nhập', 'administrator')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('quản trị') as string,
  });
  expect(JSON.parse(run('user', 'role', 'le thi nhap', 'approver', ...me, '--json').stdout)).toMatchObject({ role: 'approver' });
  expect(asClerk('export', '--to', base).stderr).toContain('đăng ký');
  const next = join(base, 'next-password');
  writeFileSync(next, 'mat-khau-khac\n');
  expect(asClerk('user', 'password', '--new-password-file', next).code).toBe(0);
  expect(asClerk('status').code).toBe(4);
  expect(run('user', 'list', ...me).stdout).toBe('Nguyễn Văn Thử: quản trị\nLê Thị Nhập: người duyệt\n');
  expect(run('user', 'remove', 'Lê Thị Nhập', ...me).code).toBe(0);
  expect(shg(['status', '-w', folder, '--user', 'Lê Thị Nhập', '--password-file', next]).code).toBe(4);
  expect(run('user', 'remove', 'Nguyễn Văn Thử').code).toBe(1);
  const audit = JSON.parse(run('audit', '--json').stdout) as readonly { readonly action: string }[];
  expect(audit.map((one) => one.action)).toEqual(['user-removed', 'password-set', 'user-role-changed', 'user-added']);
});
