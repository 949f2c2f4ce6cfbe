import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  communeOf,
  enrol,
  enterTeam,
  fixedClock,
  newEngine,
  officeOn,
  setUpOffice,
  temporaryFolder,
  threeMembers,
  type Office,
} from '#test/support/office.ts';

const base = temporaryFolder();
let province: Office;
let district: Office;
let other: Office;
let nobody: Office;
let sent: {
  readonly file: string;
  readonly packageId: string;
  readonly code: string;
  readonly stateHash: string;
  readonly seq: number;
};
let trust: string;

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  other = await setUpOffice(base, '651');
  await enrol(province, district);
  await enrol(province, other);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);
  sent = await district.ask('package.export', { folder: base });
  trust = `${other.folder}.hgcert`;
  nobody = officeOn(newEngine(fixedClock()), '', fixedClock());
});

describe('a package that is checked', () => {
  test('is genuine to whoever has the trust list: the province, the sender, another office, or a bare grant', async () => {
    const genuine = {
      genuine: true,
      reason: null,
      kind: 'package',
      office: '654',
      seq: 1,
      packageId: sent.packageId,
      code: sent.code,
      stateHash: sent.stateHash,
    };
    for (const office of [province, district, other])
      expect(await office.ask('package.verify', { file: sent.file })).toMatchObject(genuine);
    expect(await nobody.ask('package.verify', { file: sent.file, trust })).toMatchObject({
      ...genuine,
      officeName: 'Phòng Tư pháp huyện Krông Pắc',
    });
  });

  test('is whole but not genuine to whoever has none', async () => {
    expect(await nobody.ask('package.verify', { file: sent.file })).toMatchObject({
      genuine: false,
      reason: 'package-unverified',
      seq: 1,
      packageId: sent.packageId,
    });
  });

  test('belongs to its paper by digits and by QR text, and to no other', async () => {
    const verify = async (code: string) => (await province.ask('package.verify', { file: sent.file, code })).reason;
    expect(await verify(sent.code)).toBeNull();
    expect(await verify(sent.code.replaceAll(' ', ''))).toBeNull();
    expect(await verify(`hgpkg:1:654:1:${sent.packageId}`)).toBeNull();
    expect(await verify(`hgpkg:1:654:2:${sent.packageId}`)).toBe('package-code-mismatch');
    expect(await verify(sent.code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)))).toBe('package-code-mismatch');
    expect(await verify('')).toBe('package-code-mismatch');
    expect((await nobody.ask('package.verify', { file: sent.file, code: 'x' })).reason).toBe('package-code-mismatch');
  });

  test('with changed bits says which check failed, never genuine', async () => {
    const bytes = readFileSync(sent.file);
    const file = join(base, 'changed.hgpkg');
    for (let bit = 0; bit < bytes.length * 8; bit += 251) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(file, changed);
      for (const input of [{ file }, { file, trust }])
        expect(await province.ask('package.verify', input)).toMatchObject({ genuine: false, reason: 'package-form' });
    }
  });

  test('must be there, and the file named as trust must be a sound grant', async () => {
    expect(await nobody.fail('package.verify', { file: join(base, 'nowhere') })).toMatchObject({ code: 'file-missing' });
    expect(await nobody.fail('package.verify', { file: sent.file, trust: sent.file })).toMatchObject({
      code: 'package-wrong-kind',
    });
  });

  test('receipts and grants are checked in the same way', async () => {
    await province.ask('merge.apply', { files: [sent.file] });
    const receipt = await province.ask('receipt.issue', { officeId: '654', folder: base });
    expect(await other.ask('package.verify', { file: receipt.file, code: receipt.code })).toMatchObject({
      genuine: true,
      kind: 'receipt',
      office: '654',
      seq: 1,
    });
    expect(await nobody.ask('package.verify', { file: trust, trust })).toMatchObject({
      genuine: true,
      kind: 'grant',
      office: '651',
    });
  });
});

describe('a package that is unpacked', () => {
  test('leaves envelope, signature and every file of the payload; only who it is written for can', async () => {
    const folder = join(base, 'unpacked');
    const { files } = await province.ask('package.unpack', { file: sent.file, folder });
    expect(files).toEqual(['envelope.json', 'envelope.json.minisig', 'log.jsonl', 'manifest.json', 'state.jsonl']);
    expect(readFileSync(join(folder, 'state.jsonl'), 'utf8').split('\n').length).toBe(8);
    expect(await other.fail('package.unpack', { file: sent.file, folder: join(base, 'other') })).toMatchObject({
      code: 'package-not-for-us',
    });
  });
});
