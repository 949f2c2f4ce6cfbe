import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { password, setUpOffice, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();

test('numbers shown in part are given whole for a reason; that and what is done with keys and users is written down', async () => {
  const office = await setUpOffice(base, '654');
  const lines = [{ fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', citizenId: '066065000123', phone: '0905123456' }];
  const id = (await office.ask('record.put', { kind: 'person', lines })).results[0]?.id ?? '';
  expect(await office.fail('person.reveal', { id, reason: ' ' })).toMatchObject({ code: 'input-malformed' });
  expect(await office.fail('person.reveal', { id: '0190b000-0000-7000-8000-00000000ffff', reason: 'x' })).toMatchObject({
    code: 'record-not-found',
  });
  expect(await office.ask('person.reveal', { id, reason: 'Đối chiếu với công an xã' })).toEqual({
    id,
    values: { citizenId: '066065000123', phone: '0905123456' },
  });
  const clerk = await office.ask('user.add', {
    name: 'Lê Thị Nhập',
    role: 'clerk',
    password: 'mat-khau-clerk',
    ownPassword: password,
  });
  const file = join(base, 'identity.txt');
  await office.ask('keys.writeIdentity', { file });
  expect(readFileSync(file, 'utf8')).toContain('AGE-SECRET-KEY-');
  const [me] = await office.ask('user.list', {});
  const by = { at: '2019-12-02T03:00:00.000Z', userId: me?.id, userName: 'Nguyễn Văn Thử' };
  expect(await office.ask('audit.list', {})).toEqual([
    { ...by, action: 'identity-written', subject: null, reason: null },
    { ...by, action: 'user-added', subject: clerk.id, reason: null },
    { ...by, action: 'person-revealed', subject: `person/${id}`, reason: 'Đối chiếu với công an xã' },
  ]);
  await office.ask('workspace.unlock', { folder: office.folder, user: 'Lê Thị Nhập', password: 'mat-khau-clerk' });
  expect(await office.fail('audit.list', {})).toMatchObject({ code: 'not-permitted' });
  expect((await office.ask('person.reveal', { id, reason: 'Sửa số điện thoại' })).values.phone).toBe('0905123456');
});
