import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { copyOf, restoredFrom } from '#test/support/copied-office.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
let province: Office;
let district: Office;
let count = 0;

beforeEach(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);
});

const name = (ending: string): string => join(base, `${(count += 1)}.${ending}`);
const send = async (): Promise<string> => {
  const { file } = await district.ask('package.export', { file: name('hgpkg') });
  await province.ask('merge.apply', { files: [file] });
  return file;
};
const answer = (officeId = '654') => province.ask('receipt.issue', { officeId, file: name('hgack') });

describe('a receipt', () => {
  test('alone makes an exported package a received one, and every earlier one with it', async () => {
    await district.ask('package.export', { file: name('hgpkg') });
    await send();
    await district.ask('package.export', { file: name('hgpkg') });
    const receipt = await answer();
    expect(receipt).toMatchObject({ number: 1, seq: 2 });
    expect((await district.ask('package.list', {})).map((one) => one.confirmedAt)).toEqual([null, null, null]);
    expect(await district.ask('receipt.receive', { file: receipt.file })).toEqual({
      status: 'applied',
      number: 1,
      confirmedSeq: 2,
      confirmedPackageId: (await district.ask('package.list', {}))[1]?.packageId,
      taken: { added: 0, changed: 0, removed: 0, conflict: 0 },
      complete: true,
      renumbered: 0,
      trustNumber: 2,
    });
    expect((await district.ask('package.list', {})).map((one) => one.confirmedAt !== null)).toEqual([false, true, true]);
  });

  test('is given again, the same file, while nothing has changed', async () => {
    await send();
    const [first, again] = [await answer(), await answer()];
    expect(again).toMatchObject({ number: 1, packageId: first.packageId });
    expect(readFileSync(again.file)).toEqual(readFileSync(first.file));
    await district.ask('receipt.receive', { file: first.file });
    expect(await district.ask('receipt.receive', { file: again.file })).toMatchObject({ status: 'already-received', number: 1 });
    await send();
    expect(await answer()).toMatchObject({ number: 2, seq: 2 });
  });

  test('brings a workspace and its copy, two PCs under one name, what only the other sent', async () => {
    const backup = name('backup');
    await district.ask('workspace.backup', { file: backup });
    const copy = await restoredFrom(base, backup, 'copy');
    await copy.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ hòa giải thôn 2', communeId: communeOf['654'] ?? '' }] });
    const { file } = await copy.ask('package.export', { file: name('hgpkg') });
    await province.ask('merge.apply', { files: [file] });
    await send();
    expect(await district.ask('receipt.receive', { file: (await answer()).file })).toMatchObject({
      complete: true,
      taken: { added: 1, changed: 0, removed: 0, conflict: 0 },
    });
    expect((await district.ask('state.hash', {})).hash).toBe((await copy.ask('state.hash', {})).hash);
  });

  test('with a lower number is ignored', async () => {
    await send();
    const first = await answer();
    await send();
    const second = await answer();
    await district.ask('receipt.receive', { file: second.file });
    expect(await district.ask('receipt.receive', { file: first.file })).toMatchObject({ status: 'older-ignored', number: 1 });
    expect((await district.ask('status.get', {})).lastReceipt).toMatchObject({ number: 2, seq: 2 });
  });

  test('may come without a package, with the newer trust list', async () => {
    const receipt = await answer();
    expect(receipt).toMatchObject({ number: 1, seq: null });
    await enrol(province, await setUpOffice(base, '651'));
    const reminder = await answer();
    expect(reminder.number).toBe(2);
    expect(await district.ask('receipt.receive', { file: reminder.file })).toMatchObject({
      status: 'applied',
      confirmedSeq: null,
      trustNumber: 3,
    });
  });

  test('lets the next package carry only the log that it does not cover', async () => {
    await send();
    await district.ask('receipt.receive', { file: (await answer()).file });
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const file = await send();
    const { files } = await province.ask('package.unpack', { file, folder: `${file}.parts` });
    const lines = (path: string): number => readFileSync(join(`${file}.parts`, path), 'utf8').split('\n').length - 1;
    expect(files).toContain('log.jsonl');
    expect([lines('state.jsonl'), lines('log.jsonl')]).toEqual([14, 7]);
    expect((await province.ask('state.hash', { officeId: '654' })).hash).toBe((await district.ask('state.hash', {})).hash);
  });

  test('of the same number from a province that was copied is refused, and so is its trust list', async () => {
    const clone = await copyOf(base, province, `province-${(count += 1)}`);
    await send();
    await district.ask('receipt.receive', { file: (await answer()).file });
    const before = [await district.ask('trust.show', {}), await district.ask('status.get', {})];
    const other = await clone.ask('receipt.issue', { officeId: '654', file: name('hgack') });
    expect(await district.fail('receipt.receive', { file: other.file })).toMatchObject({ code: 'receipt-differs' });

    await enrol(province, await setUpOffice(base, '651'));
    await district.ask('receipt.receive', { file: (await answer()).file });
    await enrol(clone, await setUpOffice(base, '643'));
    await clone.ask('receipt.issue', { officeId: '654', file: name('hgack') });
    await enrol(clone, await setUpOffice(base, '644'));
    const third = await clone.ask('receipt.issue', { officeId: '654', file: name('hgack') });
    expect(third.number).toBe(3);
    expect(await district.fail('receipt.receive', { file: third.file })).toMatchObject({ code: 'package-trust-fork' });
    expect(before[1]).toMatchObject({ lastReceipt: { number: 1 } });
    expect((await district.ask('status.get', {})).lastReceipt).toMatchObject({ number: 2 });
  });

  test('is refused by another office, in another place, and changed', async () => {
    const other = await setUpOffice(base, '651');
    await enrol(province, other);
    const package1 = await send();
    const { file } = await answer();
    expect(await other.fail('receipt.receive', { file })).toMatchObject({ code: 'receipt-not-for-us' });
    expect(await district.fail('receipt.receive', { file: package1 })).toMatchObject({ code: 'package-wrong-kind' });
    expect(await district.fail('receipt.receive', { file: join(base, 'nowhere') })).toMatchObject({ code: 'file-missing' });
    expect(await province.fail('receipt.issue', { officeId: '999', file: name('hgack') })).toMatchObject({
      code: 'office-not-found',
    });
    expect((await district.ask('status.get', {})).lastReceipt).toBeNull();
    expect((await district.ask('inbox.list', {})).map((entry) => entry.code)).toEqual(['package-wrong-kind']);
    await district.ask('receipt.receive', { file });
    expect((await district.ask('inbox.list', {}))[0]).toMatchObject({ status: 'applied', office: '654', seq: 1 });
  });
});
