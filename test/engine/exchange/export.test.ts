import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { communeOf, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
let province: Office;
let district: Office;

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
});

describe('before enrolment', () => {
  test('nothing is exported, merged or received', async () => {
    expect(await district.fail('package.export', { folder: base })).toMatchObject({ code: 'not-enrolled' });
    expect(await district.ask('trust.show', {})).toBeNull();
    expect((await district.ask('status.get', {})).enrolled).toBe(false);
  });
});

describe('enrolment', () => {
  test('a request asked for again is the same, and its digits are the office’s own', async () => {
    const first = await district.ask('enrol.request', { file: join(base, '1.hgreq') });
    const again = await district.ask('enrol.request', { file: join(base, '2.hgreq') });
    expect(readFileSync(first.file)).toEqual(readFileSync(again.file));
    expect(first.fingerprint).toMatch(/^(\d{4} ){7}\d{4}$/);
    expect((await district.ask('keys.get', {})).fingerprint).toBe(first.fingerprint);
    expect(await province.ask('enrol.inspectRequest', { file: first.file })).toMatchObject({
      officeId: '654',
      known: 'new-office',
      fingerprint: first.fingerprint,
    });
  });

  test('a request is refused with any single bit changed', async () => {
    const bytes = readFileSync(join(base, '1.hgreq'));
    const file = join(base, 'changed.hgreq');
    for (let bit = 0; bit < bytes.length * 8; bit += 3) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(file, changed);
      expect(await province.fail('enrol.inspectRequest', { file })).toMatchObject({ code: 'request-damaged' });
    }
  });

  test('other digits than those of the request or of the province are a mismatch, and change nothing', async () => {
    const { file, fingerprint } = await district.ask('enrol.request', { file: join(base, '1.hgreq') });
    const out = join(base, '654.hgcert');
    const wrong = fingerprint.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
    const before = await province.ask('trust.show', {});
    expect(await province.fail('enrol.grant', { file, fingerprint: wrong, out })).toMatchObject({ code: 'fingerprint-mismatch' });
    expect([await province.ask('trust.show', {}), existsSync(out)]).toEqual([before, false]);

    const grant = await province.ask('enrol.grant', { file, fingerprint: fingerprint.replaceAll(' ', ''), out });
    expect(grant.provinceFingerprint).toBe((await province.ask('keys.get', {})).fingerprint);
    expect(await district.fail('enrol.accept', { file: out, fingerprint })).toMatchObject({ code: 'fingerprint-mismatch' });
    expect(await district.ask('trust.show', {})).toBeNull();
    expect(await district.ask('enrol.accept', { file: out, fingerprint: grant.provinceFingerprint })).toEqual({
      provinceOfficeId: '66',
      trustNumber: 2,
    });
    expect(
      (await district.ask('trust.show', {}))?.offices.find((one) => one.officeId === '654')?.installations[0]?.fingerprint,
    ).toBe(fingerprint);
  });

  test('the same request and the same grant again change nothing', async () => {
    const { file, fingerprint } = await district.ask('enrol.request', { file: join(base, '1.hgreq') });
    const before = await province.ask('trust.show', {});
    const grant = await province.ask('enrol.grant', { file, fingerprint, out: join(base, 'again.hgcert') });
    expect(await province.ask('trust.show', {})).toEqual(before);
    await district.ask('enrol.accept', { file: grant.file, fingerprint: grant.provinceFingerprint });
    expect(await district.ask('trust.show', {})).toEqual(before);
  });

  test('a grant serves only the installation it names, and only one province', async () => {
    const other = await setUpOffice(base, '651');
    const { provinceFingerprint } = await district.ask('enrol.inspectGrant', { file: join(base, '654.hgcert') });
    expect(await other.fail('enrol.accept', { file: join(base, '654.hgcert'), fingerprint: provinceFingerprint })).toMatchObject({
      code: 'grant-not-for-us',
    });
    const second = await setUpOffice(base, '66');
    const { file, fingerprint } = await district.ask('enrol.request', { file: join(base, '1.hgreq') });
    const grant = await second.ask('enrol.grant', { file, fingerprint, out: join(base, 'second.hgcert') });
    expect(await district.fail('enrol.accept', { file: grant.file, fingerprint: grant.provinceFingerprint })).toMatchObject({
      code: 'already-enrolled',
    });
    expect(await district.fail('enrol.grant', { file, fingerprint, out: join(base, 'x') })).toMatchObject({ code: 'wrong-tier' });
    expect(await district.fail('receipt.issue', { officeId: '654', folder: base })).toMatchObject({ code: 'wrong-tier' });
    expect(await second.fail('enrol.request', { file: join(base, 'x') })).toMatchObject({ code: 'wrong-tier' });
  });
});

describe('an export', () => {
  test('has the next number, names all before it, and never takes another file’s name', async () => {
    const folder = join(base, 'stick');
    mkdirSync(folder);
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    writeFileSync(join(folder, '654-2019-12-002.hgpkg'), 'another');
    for (const seq of [1, 2, 3])
      expect(await district.ask('package.export', { folder })).toMatchObject({
        seq,
        counts: { team: 1, person: 3, membership: 3 },
      });
    expect(readdirSync(folder).sort()).toEqual([
      '654-2019-12-001.hgpkg',
      '654-2019-12-002-2.hgpkg',
      '654-2019-12-002.hgpkg',
      '654-2019-12-003.hgpkg',
    ]);
    expect(readFileSync(join(folder, '654-2019-12-002.hgpkg'), 'utf8')).toBe('another');
    expect(await province.ask('merge.apply', { files: [join(folder, '654-2019-12-003.hgpkg')] })).toMatchObject([
      { status: 'applied', missing: [1, 2] },
    ]);
  });

  test('keeps its order when the clock goes back', async () => {
    district.clock.moveTo('2018-01-31T20:00:00.000Z');
    const sent = await district.ask('package.export', { folder: base });
    district.clock.moveTo('2019-12-03T03:00:00.000Z');
    expect(sent.file).toMatch(/654-2018-0[12]-004\.hgpkg$/);
    expect((await district.ask('package.list', {})).map((one) => one.seq)).toEqual([4, 3, 2, 1]);
    expect((await district.ask('status.get', {})).lastPackage?.seq).toBe(4);
  });

  test('asked for twice at once has two numbers', async () => {
    const files = ['at-once-1', 'at-once-2'].map((name) => join(base, name));
    const both = await Promise.all(files.map((file) => district.ask('package.export', { file })));
    expect(both.map((one) => one.seq)).toEqual([5, 6]);
    expect((await province.ask('merge.apply', { files })).map((one) => one.status)).toEqual(['applied', 'applied']);
  });

  test('that cannot be written takes no number and leaves nothing', async () => {
    const before = await district.ask('package.list', {});
    expect(await district.fail('package.export', { folder: join(base, 'no-stick') })).toMatchObject({ code: 'file-missing' });
    expect(await district.fail('package.export', { file: join(base, 'no-stick', 'x.hgpkg') })).toMatchObject({
      code: 'file-missing',
    });
    expect(await district.fail('package.export', {})).toMatchObject({ code: 'usage-wrong' });
    expect(await district.ask('package.list', {})).toEqual(before);
    expect((await district.ask('package.export', { folder: base })).seq).toBe(7);
  });

  test('that cannot be put in its place burns its number, does not count as exported, and breaks no chain', async () => {
    const before = await district.ask('status.get', {});
    const file = join(base, 'in-the-way');
    mkdirSync(join(file, 'full'), { recursive: true });
    expect(await district.fail('package.export', { file })).toMatchObject({ code: expect.stringMatching(/^file-/) });
    expect(existsSync(`${file}.part`)).toBe(false);
    expect((await district.ask('status.get', {})).lastPackage).toEqual(before.lastPackage);
    const next = await district.ask('package.export', { folder: base });
    expect(next.seq).toBe(9);
    expect(await province.ask('merge.apply', { files: [next.file] })).toMatchObject([{ status: 'applied', missing: [7, 8] }]);
  });
});
