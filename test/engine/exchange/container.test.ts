import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '#engine/failure.ts';
import { openGrant } from '#engine/exchange/accept-grant.ts';
import { readArchive, writeArchive, type Entries } from '#engine/exchange/archive.ts';
import { openPayload, openSeal } from '#engine/exchange/open-container.ts';
import { readOfficeContent } from '#engine/exchange/payload.ts';
import type { TrustList } from '#shared/exchange/trust-list.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';
import { accepts, run, testWith } from '#test/support/outside-tool.ts';

const base = temporaryFolder();

type Sent = { readonly file: string; readonly packageId: string; readonly stateHash: string; readonly code: string };
let province: Office;
let district: Office;
let sent: Sent;
let list: TrustList;
let identity: string;
let bytes: Buffer;

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers.slice(0, 1));
  sent = await district.ask('package.export', { folder: base });
  bytes = readFileSync(sent.file);
  list = openGrant(readFileSync(`${district.folder}.hgcert`)).list;
  const { file } = await province.ask('keys.writeIdentity', { file: join(base, 'identity.txt') });
  identity =
    readFileSync(file, 'utf8')
      .split('\n')
      .find((line) => line.startsWith('AGE-SECRET-KEY-')) ?? '';
});

/** The checks that a file passes before the books are looked at; the code of the one that refuses it. */
const refusalOf = async (file: Buffer): Promise<string | null> => {
  try {
    const seal = openSeal(file, list);
    readOfficeContent(await openPayload(seal, [identity]), seal.envelope);
    return null;
  } catch (error) {
    return failureOf(error).code;
  }
};

const flip = (from: Buffer, bit: number): Buffer => {
  const changed = Buffer.from(from);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
};

describe('a package', () => {
  test('passes as it was exported', async () => {
    expect(await refusalOf(bytes)).toBeNull();
  });

  test('is refused with any single bit changed', async () => {
    const passed: number[] = [];
    const codes = new Set<string>();
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const code = await refusalOf(flip(bytes, bit));
      if (code === null) passed.push(bit);
      else codes.add(code);
    }
    expect(passed).toEqual([]);
    expect([...codes]).toEqual(['package-form']);
  });

  test('is refused with any single bit of an entry changed and the ZIP made right again', async () => {
    const entries = readArchive(bytes) as Entries;
    const seen: Record<string, ReadonlySet<string | null>> = {};
    for (const name of ['envelope', 'signature', 'payload'] as const) {
      const codes = new Set<string | null>();
      for (let bit = 0; bit < entries[name].length * 8; bit += 1)
        codes.add(await refusalOf(writeArchive({ ...entries, [name]: flip(Buffer.from(entries[name]), bit) })));
      seen[name] = codes;
    }
    expect([...(seen.envelope ?? [])]).toEqual(['package-signature']);
    expect([...(seen.signature ?? [])].sort()).toEqual(['package-form', 'package-signature', 'package-unknown-key']);
    expect([...(seen.payload ?? [])]).toEqual(['package-ciphertext']);
  });

  test('is refused shortened, lengthened, and with anything put before or after it', async () => {
    for (const other of [
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from([0])]),
      Buffer.concat([Buffer.from('MZ'), bytes]),
      Buffer.alloc(0),
    ])
      expect(await refusalOf(other)).toBe('package-form');
  });
});

describe('public tools', () => {
  testWith(['unzip', 'minisign', 'age', 'tar', 'sha256sum'], 'accept every part of a package and of its answers', async () => {
    await province.ask('merge.apply', { files: [sent.file] });
    const receipt = await province.ask('receipt.issue', { officeId: '654', folder: base });
    const provinceKey = (await province.ask('keys.get', {})).minisignPublicKey;
    const districtKey = (await district.ask('keys.get', {})).minisignPublicKey;
    for (const [file, key] of [
      [sent.file, districtKey],
      [receipt.file, provinceKey],
      [`${district.folder}.hgcert`, provinceKey],
    ] as const) {
      const folder = `${file}.parts`;
      mkdirSync(folder);
      run('unzip', ['-tqq', file]);
      run('unzip', ['-q', file, '-d', folder]);
      const [envelope, payload] = [join(folder, 'envelope.json'), join(folder, 'payload.age')];
      run('minisign', ['-V', '-P', key, '-m', envelope]);
      const described = JSON.parse(readFileSync(envelope, 'utf8')) as {
        readonly payloadHash: string;
        readonly stateHash: string;
      };
      expect(run('sha256sum', [payload]).toString().slice(0, 64)).toBe(described.payloadHash);
      writeFileSync(join(folder, 'payload.tar.gz'), run('age', ['-d', '-i', join(base, 'identity.txt'), payload]));
      run('tar', ['-xzf', join(folder, 'payload.tar.gz'), '-C', folder]);
      const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
        readonly files: readonly { readonly path: string; readonly sha256: string }[];
      };
      for (const one of files)
        expect(
          run('sha256sum', [join(folder, one.path)])
            .toString()
            .slice(0, 64),
        ).toBe(one.sha256);
    }
    expect(
      run('sha256sum', [`${sent.file}.parts/state.jsonl`])
        .toString()
        .slice(0, 64),
    ).toBe(sent.stateHash);
    expect(
      run('sha256sum', [`${sent.file}.parts/envelope.json`])
        .toString()
        .slice(0, 64),
    ).toBe(sent.packageId);
    expect(run('tar', ['--list', '--verbose', '--utc', '-zf', `${sent.file}.parts/payload.tar.gz`]).toString()).toMatch(
      /^(-rw-r--r-- 0\/0 +\d+ 1970-01-01 00:00 (log|state)\.jsonl?\n|-rw-r--r-- 0\/0 +\d+ 1970-01-01 00:00 manifest\.json\n)+$/,
    );
  });

  testWith(['age'], 'open a package with the escrow key from the safe, and with no other key', async () => {
    const payload = join(base, 'payload.age');
    writeFileSync(payload, (readArchive(bytes) as Entries).payload);
    expect(accepts('age', ['-d', '-i', `${province.folder}.escrow`, '-o', join(base, 'plain'), payload])).toBe(true);
    const other = await setUpOffice(base, '651');
    const { file } = await other.ask('keys.writeIdentity', { file: join(base, 'other.txt') });
    expect(accepts('age', ['-d', '-i', file, '-o', join(base, 'plain-2'), payload])).toBe(false);
  });
});
