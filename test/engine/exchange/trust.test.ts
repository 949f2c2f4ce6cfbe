import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentOf, enrolByHand, makePackage } from '#test/support/hand-made-sender.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';
import { setUpTwoPcs } from '#test/support/two-pcs.ts';

const base = temporaryFolder();
let count = 0;
const name = (ending: string): string => join(base, `${(count += 1)}.${ending}`);

const installIdOf = async (office: Office): Promise<string> => (await office.ask('keys.get', {})).installId;
const teamNames = async (office: Office): Promise<readonly unknown[]> =>
  (await office.ask('team.list', {})).rows.map((row) => row.name).sort();
const putTeam = async (office: Office, name: string): Promise<string> => {
  const put = await office.ask('record.put', { kind: 'team', lines: [{ name, communeId: communeOf['654'] ?? '' }] });
  return put.results[0]?.id ?? '';
};

describe('a revoked installation', () => {
  test('sends nothing any more: a package made later with the stolen key is refused and changes nothing', async () => {
    const province = await setUpOffice(base, '66');
    const sender = await enrolByHand(province, base, '651');
    const revoked = await province.ask('trust.revoke', { installId: sender.installId, reason: 'Máy bị mất' });
    expect(revoked).toMatchObject({ officeId: '651', last: { packageId: null, n: 0 } });
    const team = { kind: 'team', id: randomUUID(), field: 'name', value: 'Tổ hòa giải giả' };
    const forged = await makePackage(sender, contentOf(sender, [team]), [], {});
    const file = name('hgpkg');
    writeFileSync(file, forged.bytes);
    const before = await province.ask('state.hash', { officeId: '651' });
    expect(await province.ask('merge.apply', { files: [file] })).toMatchObject([
      { status: 'refused', failure: { code: 'package-revoked-key' } },
    ]);
    expect(await province.ask('state.hash', { officeId: '651' })).toEqual(before);
    const shown = (await province.ask('trust.show', {}))?.offices.flatMap((office) => office.installations);
    expect(shown?.find((one) => one.installId === sender.installId)).toMatchObject({
      revoked: true,
      revokedAt: '2019-12-02T03:00:00.000Z',
    });
    expect(await province.fail('trust.revoke', { installId: sender.installId, reason: 'x' })).toMatchObject({
      code: 'installation-revoked',
    });
    expect((await province.ask('audit.list', {}))[0]).toMatchObject({
      action: 'installation-revoked',
      subject: sender.installId,
      reason: 'Máy bị mất',
    });
  });

  test('keeps what was accepted; what it wrote later is set aside whoever brings it, every time', async () => {
    const { province, first, second, carry, answer } = await setUpTwoPcs(base);
    await putTeam(first, 'Tổ A');
    await carry(first, province);
    await province.ask('trust.revoke', { installId: await installIdOf(first), reason: 'Máy bị mất' });
    const late = await putTeam(first, 'Tổ B');
    await carry(first, second);
    await putTeam(second, 'Tổ C');
    for (const again of [1, 2]) {
      await carry(second, province);
      expect(await teamNames(province), `time ${again}`).toEqual(['Tổ A', 'Tổ C']);
      const aside = await province.ask('setAside.list', { officeId: '654' });
      expect(aside.map(({ id, reason }) => [id, reason])).toEqual(aside.map(() => [late, 'revoked-installation']));
      expect(aside.length).toBeGreaterThan(0);
    }
    await answer(second);
    const third = await setUpOffice(base, '654');
    await enrol(province, third, { second: true, withState: true });
    expect(await teamNames(third)).toEqual(['Tổ A', 'Tổ C']);
  });

  test('stays out when an import is undone and the others are joined again', async () => {
    const { province, first, second, carry } = await setUpTwoPcs(base);
    await putTeam(first, 'Tổ A');
    await carry(first, province);
    await province.ask('trust.revoke', { installId: await installIdOf(first), reason: 'Máy bị mất' });
    await putTeam(first, 'Tổ B');
    await carry(first, second);
    await carry(second, province);
    await putTeam(second, 'Tổ C');
    await carry(second, province);
    const [newest] = await province.ask('imports.list', {});
    await province.ask('imports.undo', { importId: newest?.id ?? '' });
    expect(await teamNames(province)).toEqual(['Tổ A']);
  });

  test('is no business of a district, and never the province itself', async () => {
    const province = await setUpOffice(base, '66');
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    const own = await installIdOf(province);
    expect(await province.fail('trust.revoke', { installId: own, reason: 'x' })).toMatchObject({ code: 'installation-own' });
    expect(await district.fail('trust.revoke', { installId: own, reason: 'x' })).toMatchObject({ code: 'wrong-tier' });
    expect(await district.fail('trust.rotate', { reason: 'x' })).toMatchObject({ code: 'wrong-tier' });
    expect(await province.fail('trust.revoke', { installId: '0'.repeat(16), reason: 'x' })).toMatchObject({
      code: 'installation-not-found',
    });
  });
});

describe('new keys of the province', () => {
  test('reach an office by its next receipt, even after two changes; older packages still open', async () => {
    const province = await setUpOffice(base, '66');
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const early = await district.ask('package.export', { file: name('hgpkg') });
    const before = await province.ask('keys.get', {});
    await province.ask('trust.rotate', { reason: 'Cán bộ giữ khóa thôi việc' });
    const rotated = await province.ask('trust.rotate', { reason: 'Thử lần hai' });
    expect(rotated.provinceFingerprint).not.toBe(before.fingerprint);
    expect((await province.ask('keys.get', {})).fingerprint).toBe(rotated.provinceFingerprint);
    expect(await province.ask('merge.apply', { files: [early.file] })).toMatchObject([{ status: 'applied' }]);
    const receipt = await province.ask('receipt.issue', { officeId: '654', file: name('hgack') });
    expect(await district.ask('receipt.receive', { file: receipt.file })).toMatchObject({ status: 'applied', confirmedSeq: 1 });
    expect(await district.ask('trust.show', {})).toMatchObject({
      provinceFingerprint: rotated.provinceFingerprint,
      rotationCount: 2,
    });
    const next = await district.ask('package.export', { file: name('hgpkg') });
    expect(await province.ask('merge.apply', { files: [next.file] })).toMatchObject([{ status: 'applied' }]);
  });

  test('that no known key has signed for are not believed', async () => {
    const [province, stranger] = [await setUpOffice(base, '66'), await setUpOffice(base, '66')];
    const district = await setUpOffice(base, '654');
    await enrol(province, district);
    await enrolByHand(stranger, base, '654');
    await stranger.ask('trust.rotate', { reason: 'x' });
    const before = await district.ask('trust.show', {});
    const forged = await stranger.ask('receipt.issue', { officeId: '654', file: name('hgack') });
    expect(await district.fail('receipt.receive', { file: forged.file })).toMatchObject({ code: 'package-unknown-key' });
    expect(await district.ask('trust.show', {})).toEqual(before);
  });
});
