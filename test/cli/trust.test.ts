import { beforeAll, expect, test } from 'vitest';
import { shg } from '#test/support/command-line.ts';
import { enrol, password, setUpOffice, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();
let province = '';
let district = '';
let installId = '';

beforeAll(async () => {
  const [first, second] = [await setUpOffice(base, '66'), await setUpOffice(base, '654')];
  await enrol(first, second);
  installId = (await second.ask('keys.get', {})).installId;
  await first.ask('workspace.lock', {});
  await second.ask('workspace.lock', {});
  [province, district] = [first.folder, second.folder];
});

test('a script revokes an installation and changes the keys of the province, each for a reason', () => {
  const run = (...args: readonly string[]) => shg(['trust', ...args, '-w', province], { password });
  expect(run('revoke', installId).code).toBe(2);
  expect(run('revoke', '--reason', 'Máy bị mất').code).toBe(2);
  expect(run('forget', installId).code).toBe(2);
  expect(shg(['trust', 'rotate', '--reason', 'x', '-w', district], { password }).code).toBe(1);
  const revoked = run('revoke', installId, '--reason', 'Máy bị mất', '--json');
  expect(revoked.code).toBe(0);
  expect(JSON.parse(revoked.stdout)).toMatchObject({ officeId: '654', installId, number: 3, last: { n: 0 } });
  expect(run('revoke', installId, '--reason', 'Máy bị mất')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('đã bị thu hồi') as string,
  });
  const rotated = JSON.parse(run('rotate', '--reason', 'Đổi người giữ khóa', '--json').stdout) as Record<string, unknown>;
  expect(rotated).toMatchObject({ number: 4 });
  expect(JSON.parse(run('show', '--json').stdout)).toMatchObject({
    number: 4,
    rotationCount: 1,
    provinceFingerprint: rotated.provinceFingerprint,
  });
});
