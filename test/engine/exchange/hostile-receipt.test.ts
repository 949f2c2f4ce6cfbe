import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { readArchive, writeArchive, type Entries } from '#engine/exchange/archive.ts';
import { copyOf } from '#test/support/copied-office.ts';
import { enrolByHand } from '#test/support/hand-made-sender.ts';
import { closedBooks } from '#test/support/hostile-run.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const base = temporaryFolder();
let province: Office;
let stolen: Office;
let district: Office;
let sent: string;

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);
  sent = (await district.ask('package.export', { file: join(base, 'sent.hgpkg') })).file;
  stolen = await copyOf(base, province, 'stolen');
});

const issue = async (office: Office, name: string): Promise<string> =>
  (await office.ask('receipt.issue', { officeId: '654', file: join(base, name) })).file;

const flip = (bytes: Uint8Array, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
  return changed;
};

test('a receipt with any byte changed is refused, in every part, and changes nothing', async () => {
  const entries = readArchive(readFileSync(await issue(province, 'genuine.hgack'))) as Entries;
  const before = await closedBooks(district);
  const file = join(base, 'changed.hgack');
  const codes = new Set<string>();
  for (const part of ['envelope', 'signature', 'payload'] as const)
    for (let at = 0; at < entries[part].length; at += 23) {
      writeFileSync(file, writeArchive({ ...entries, [part]: flip(entries[part], at) }));
      codes.add((await district.fail('receipt.receive', { file })).code);
    }
  const known = /^package-(ciphertext|envelope|form|signature|unknown-key)$/;
  expect([...codes].filter((code) => !known.test(code))).toEqual([]);
  expect(codes.size).toBeGreaterThan(2);
  expect(await closedBooks(district)).toEqual(before);
});

test('a stolen copy of the province cannot bring an older trust list with a higher number', async () => {
  await issue(stolen, 'first-stolen.hgack');
  await stolen.ask('merge.apply', { files: [sent] });
  await issue(stolen, 'second-stolen.hgack');
  await district.ask('record.put', {
    kind: 'decision',
    lines: [{ number: '1/QĐ', decidedOn: '2019-01-01', kind: 'other', issuer: 'Ủy ban nhân dân xã' }],
  });
  const more = await district.ask('package.export', { file: join(base, 'more.hgpkg') });
  await stolen.ask('merge.apply', { files: [more.file] });
  const third = await issue(stolen, 'third-stolen.hgack');
  await enrolByHand(province, base, '651');
  const genuine = await province.ask('receipt.issue', { officeId: '654', file: join(base, 'newer.hgack') });
  expect(await district.ask('receipt.receive', { file: genuine.file })).toMatchObject({ status: 'applied' });
  const before = await closedBooks(district);
  expect((await district.fail('receipt.receive', { file: third })).code).toBe('package-older-trust');
  expect(await closedBooks(district)).toEqual(before);
});
