import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyOf } from '#test/support/copied-office.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
const commune = communeOf['654'] ?? '';
let province: Office;
let district: Office;
let count = 0;

const name = (ending: string): string => join(base, `${(count += 1)}.${ending}`);
const bring = async (from: Office) => {
  const { file } = await from.ask('package.export', { file: name('hgpkg') });
  const [result] = await province.ask('merge.apply', { files: [file] });
  return result;
};
const answer = async (to: Office) => {
  const { file } = await province.ask('receipt.issue', { officeId: '654', file: name('hgack') });
  return to.ask('receipt.receive', { file });
};
const rename = (office: Office, id: string, text: string) =>
  office.ask('record.put', { kind: 'team', lines: [{ id, name: text }] });
const hashOf = async (office: Office): Promise<string> => (await office.ask('state.hash', { officeId: '654' })).hash;
const namesOf = async (office: Office): Promise<readonly unknown[]> =>
  (await office.ask('record.list', { kind: 'team' })).rows.map(({ values }) => values.name).sort();

/** A PC and a copy of it that nothing tells apart: both go on with the same numbers. */
const fork = async (): Promise<{ readonly copy: Office; readonly teamId: string; readonly mediatorIds: readonly string[] }> => {
  const entered = await enterTeam(district, commune, threeMembers);
  await bring(district);
  await answer(district);
  const copy = await copyOf(base, district, `copy-${(count += 1)}`);
  return { copy, ...entered };
};

beforeEach(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
});

describe('a PC that went on from an older state under numbers already used', () => {
  test('raises the alarm with both packages side by side, and is mended by one receipt; nothing written on it is lost', async () => {
    const { copy, teamId, mediatorIds } = await fork();
    await rename(district, teamId, 'Tổ hòa giải thôn Một');
    await rename(district, teamId, 'Tổ hòa giải thôn 1A');
    expect((await bring(district))?.status).toBe('applied');

    await rename(copy, teamId, 'Tổ hòa giải buôn 1');
    await copy.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ hòa giải thôn 9', communeId: commune }] });
    await copy.ask('record.remove', { kind: 'mediator', id: mediatorIds[2] ?? '', reason: 'thôi làm' });
    expect((await bring(copy))?.failure?.code).toBe('package-fork');
    const [alarm] = await province.ask('fork.list', {});
    expect(alarm).toMatchObject({
      office: '654',
      sharedSeq: 1,
      arrived: { seq: 2, approver: 'Nguyễn Văn Thử' },
      accepted: { seq: 2 },
      receipt: null,
      newPackage: null,
      settled: false,
    });
    expect(alarm?.arrived.packageId).not.toBe(alarm?.accepted?.packageId);

    const received = await answer(copy);
    expect(received).toMatchObject({ status: 'applied', complete: true });
    expect(received.renumbered).toBeGreaterThan(2);
    expect((await province.ask('fork.list', {}))[0]?.receipt?.number).toBe(received.number);
    expect(await namesOf(copy)).toContain('Tổ hòa giải thôn 9');
    const [conflict] = await copy.ask('conflict.list', {});
    expect(conflict?.values.map(({ value }) => value).sort()).toEqual(['Tổ hòa giải buôn 1', 'Tổ hòa giải thôn 1A']);
    expect((await copy.ask('record.get', { kind: 'membership', id: mediatorIds[2] ?? '' })).removed).toBe(true);

    expect(await bring(copy)).toMatchObject({ status: 'applied', seq: 1 });
    expect((await province.ask('fork.list', {}))[0]).toMatchObject({ settled: true, newPackage: { seq: 1 } });
    expect(await hashOf(copy)).toBe(await hashOf(province));
    expect(await answer(copy)).toMatchObject({ complete: true, renumbered: 0 });

    expect((await answer(district)).complete).toBe(true);
    expect(await hashOf(district)).toBe(await hashOf(province));
  });

  test('that had exported only, without a change, goes on likewise', async () => {
    const { copy, teamId } = await fork();
    await rename(district, teamId, 'Tổ hòa giải thôn Một');
    await bring(district);
    expect((await bring(copy))?.failure?.code).toBe('package-fork');
    expect(await answer(copy)).toMatchObject({ complete: true, renumbered: 0 });
    expect((await bring(copy))?.status).toBe('applied');
    expect(await hashOf(copy)).toBe(await hashOf(province));
    expect((await province.ask('fork.list', {}))[0]?.settled).toBe(true);
  });
});
