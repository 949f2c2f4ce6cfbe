import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shg, type CommandResult } from '#test/support/command-line.ts';
import { password, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();
const at = (name: string): string => join(base, name);
const [province, district] = [at('province'), at('district')];

const on =
  (folder: string) =>
  (...args: readonly string[]): CommandResult =>
    shg([...args, '-w', folder], { password });

/** What a command answered, which must have gone well. */
const answer = ({ code, stdout, stderr }: CommandResult): Readonly<Record<string, unknown>> => {
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
};

const init = (folder: string, tier: string, unit: string, ...more: readonly string[]): CommandResult =>
  on(folder)(
    ...['init', '--tier', tier, '--unit', unit, '--as-of', '2019-12-01', '--name', `Cơ quan ${unit}`],
    ...['--user', 'Nguyễn Văn Thử', '--recovery-out', `${folder}.recovery`, ...more],
  );

test('two offices from nothing to a proof, by the command line alone', () => {
  expect(init(province, 'province', '66', '--escrow-out', at('escrow')).code).toBe(0);
  expect(init(district, 'district', '654').code).toBe(0);
  const [atProvince, atDistrict] = [on(province), on(district)];

  const decision = { number: '45/QĐ-UBND', decidedOn: '2019-03-15', kind: 'other', issuer: 'Ủy ban nhân dân xã' };
  const lines = [decision, { ...decision, number: '46/QĐ-UBND' }].map((one) => JSON.stringify(one)).join('\n');
  const put = shg(['put', 'decision', '-w', district, '--jsonl'], { password, input: lines });
  const [first = ''] = put.stdout.split('\n').map((line) => (line === '' ? '' : (JSON.parse(line) as { id: string }).id));
  expect(atDistrict('remove', 'decision', first, '--reason', 'Nhập nhầm').code).toBe(0);
  const removed = atDistrict('list', 'decision', '--removed', '--jsonl').stdout.trim().split('\n');
  expect(removed.map((line) => (JSON.parse(line) as { removed?: boolean }).removed ?? false)).toEqual([true, false]);
  expect(atDistrict('list', 'decision', '--jsonl').stdout.trim().split('\n')).toHaveLength(1);
  expect(atDistrict('restore-record', 'decision', first).code).toBe(0);

  const found = (...args: readonly string[]) =>
    atDistrict('find', 'qd ubnd', ...args)
      .stdout.trim()
      .split('\n');
  expect([found().length, found('--limit', '1').length]).toEqual([2, 1]);
  expect(atDistrict('find', 'qd', '--limit', 'hai').code).toBe(2);
  expect(atDistrict('find', 'khong co gi')).toMatchObject({ code: 0, stdout: 'Không tìm thấy.\n' });
  const trail = JSON.parse(atDistrict('provenance', 'decision', first, 'number', '--json').stdout) as unknown;
  expect(trail).toMatchObject([
    { field: 'number', current: { text: '45/QĐ-UBND', authorName: 'Nguyễn Văn Thử', carrier: null } },
  ]);

  const request = answer(atDistrict('enrol', 'request', '--out', at('request.hgreq'), '--json'));
  const grant = answer(
    atProvince(
      ...['enrol', 'grant', at('request.hgreq'), '--fingerprint', String(request.fingerprint)],
      ...['--out', at('grant.hgcert'), '--with-state', '--json'],
    ),
  );
  expect(atDistrict('enrol', 'accept', at('grant.hgcert'), '--fingerprint', String(grant.provinceFingerprint)).code).toBe(0);
  const sent = answer(atDistrict('export', '--out', at('sent.hgpkg'), '--transmittal', at('sent.pdf'), '--json'));
  expect(readFileSync(at('sent.pdf')).subarray(0, 5).toString('latin1')).toBe('%PDF-');

  expect(atProvince('proof', at('sent.hgpkg'), '--out', at('proof')).code).toBe(0);
  expect(spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: at('proof') }).status).toBe(0);
  expect(readdirSync(at('proof'))).toEqual(expect.arrayContaining(['envelope.json', 'payload.age', 'signer.pub', 'trust.json']));
  expect(atProvince('unpack', at('sent.hgpkg'), '--out', at('unpacked')).code).toBe(0);
  expect(readFileSync(at('unpacked/state.jsonl'), 'utf8')).toContain('46/QĐ-UBND');
  const opened = answer(atProvince('escrow', 'test', at('escrow'), at('sent.hgpkg'), '--json'));
  expect(opened).toMatchObject({ office: '654', seq: 1 });
  expect(atProvince('escrow', 'test', `${district}.recovery`, at('sent.hgpkg')).code).toBe(4);
  expect(atProvince('verify', at('sent.hgpkg'), '--code', String(sent.code)).code).toBe(0);
  expect(atProvince('verify', at('sent.hgpkg'), '--code', '0'.repeat(32)).code).toBe(3);
  expect(atProvince('merge', at('sent.hgpkg')).code).toBe(0);
});

test('the key for decrypting is given out on record; a forgotten password is set anew with the recovery code; a copy is brought back', () => {
  const atDistrict = on(district);
  expect(atDistrict('keys', '--identity-out', at('identity.age')).code).toBe(0);
  expect(readFileSync(at('identity.age'), 'utf8')).toMatch(/^AGE-SECRET-KEY-1/m);
  const audit = JSON.parse(atDistrict('audit', '--json').stdout) as readonly { readonly action: string }[];
  expect(audit.some(({ action }) => action.includes('identity'))).toBe(true);
  expect(atDistrict('backup', '--out', at('copy.hgbackup')).code).toBe(0);
  expect(shg(['restore', at('copy.hgbackup'), '-w', at('back')]).code).toBe(0);
  expect(shg(['restore', at('copy.hgbackup'), '-w', at('back')]).code).not.toBe(0);
  const hash = (folder: string) => on(folder)('state-hash').stdout;
  expect(hash(at('back'))).toBe(hash(district));
  writeFileSync(at('new-password'), 'mat-khau-moi-hon');
  const recover = (code: string) =>
    shg(['recover', '-w', district, '--recovery-file', code, '--new-password-file', at('new-password')]);
  writeFileSync(at('wrong'), '0000 '.repeat(16));
  expect(recover(at('wrong')).code).not.toBe(0);
  expect(recover(`${district}.recovery`).code).toBe(0);
  expect(atDistrict('status').code).toBe(4);
  expect(shg(['status', '-w', district], { password: 'mat-khau-moi-hon' }).code).toBe(0);
  expect(existsSync(at('back/keys.json'))).toBe(true);
});
