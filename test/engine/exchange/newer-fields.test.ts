import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { contentOf, enrolByHand, makePackage } from '#test/support/hand-made-sender.ts';
import {
  communeOf,
  enrol,
  enterTeam,
  fixedClock,
  newEngine,
  officeOn,
  password,
  setUpOffice,
  temporaryFolder,
  threeMembers,
  type Office,
} from '#test/support/office.ts';
import { laterProgram, olderProgram } from '#test/support/older-program.ts';
import { kindLabel, fieldLabel } from '#shared/text/labels.vi.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const base = temporaryFolder();
const unknown = { kinds: ['trainer'], fields: { team: ['note'] } };
const trainer = { pool: 'district', source: 'justice-official', position: 'Công chức', agency: 'Phòng Tư pháp' };

/** The province and a second PC of the district run the older program, the first PC the newer one. */
let province: Office;
let second: Office;
let first: Office;
let teamId: string;
let sent: { readonly file: string; readonly stateHash: string };
let importId: string;

const upgraded = async (office: Office, program: { readonly newEngine: typeof newEngine } = { newEngine }): Promise<Office> => {
  office.engine.close();
  const clock = fixedClock();
  const now = officeOn(program.newEngine(clock), office.folder, clock);
  await now.ask('workspace.unlock', { folder: office.folder, password });
  return now;
};

const hashAt = async (office: Office): Promise<string> => (await office.ask('state.hash', { officeId: '654' })).hash;

const teamAt = async (office: Office): Promise<unknown> => (await office.ask('record.get', { kind: 'team', id: teamId })).values;

beforeAll(async () => {
  const older = await olderProgram(unknown);
  province = await older.setUpOffice(base, '66');
  second = await older.setUpOffice(base, '654');
  first = await setUpOffice(base, '654');
  await enrol(province, first);
  await enrol(province, second, { second: true });
  ({ teamId } = await enterTeam(first, communeOf['654'] ?? '', threeMembers));
  await first.ask('record.put', { kind: 'team', lines: [{ id: teamId, note: 'Ghi chú của bản mới' }] });
  const person = (await first.ask('mediator.list', {})).rows[0]?.personId;
  await first.ask('record.put', { kind: 'trainer', lines: [{ ...trainer, personId: person }] });
  const trust = await province.ask('receipt.issue', { officeId: '654', file: join(base, 'trust.hgack') });
  await first.ask('receipt.receive', { file: trust.file });
  sent = await first.ask('package.export', { file: join(base, 'newer.hgpkg') });
});

describe('what a newer program added, at an older one', () => {
  test('is taken, shown as such, hashed and counted', async () => {
    const [preview] = await province.ask('merge.preview', { files: [sent.file] });
    expect(preview?.items.filter(({ id }) => id.startsWith('trainer/')).map(({ change }) => change)).toEqual(['added']);
    const [applied] = await province.ask('merge.apply', { files: [sent.file] });
    expect(applied).toMatchObject({ status: 'applied', stateHashMatches: true, setAside: [], stateHash: sent.stateHash });
    importId = applied?.importId ?? '';
    expect(await teamAt(province)).toEqual({ name: 'Tổ hòa giải thôn 1', communeId: communeOf['654'] });
    expect((await province.fail('record.list', { kind: 'trainer' })).code).toBe('usage-wrong');
    expect([kindLabel('case'), fieldLabel('case', 'outcome')]).toEqual([
      'Loại bản ghi của phiên bản mới hơn (case)',
      'Mục của phiên bản mới hơn (outcome)',
    ]);
  });

  test('goes and comes back with its import', async () => {
    const [, before] = [await province.ask('imports.undo', { importId }), await hashAt(province)];
    expect(before).not.toBe(sent.stateHash);
    await province.ask('merge.apply', { files: [sent.file] });
    expect(await hashAt(province)).toBe(sent.stateHash);
  });

  test('is not lost by receipts, nor by changing and sending the records on', async () => {
    await second.ask('merge.apply', { files: [sent.file] });
    await second.ask('record.put', { kind: 'team', lines: [{ id: teamId, name: 'Tổ hòa giải thôn Một' }] });
    const back = await second.ask('package.export', { file: join(base, 'older.hgpkg') });
    const [applied] = await first.ask('merge.apply', { files: [back.file] });
    expect(applied).toMatchObject({ status: 'applied', stateHashMatches: true });
    expect(await teamAt(first)).toMatchObject({ name: 'Tổ hòa giải thôn Một', note: 'Ghi chú của bản mới' });
    expect((await first.ask('record.list', { kind: 'trainer' })).total).toBe(1);
    await province.ask('merge.apply', { files: [back.file] });
    const receipt = await province.ask('receipt.issue', { officeId: '654', file: join(base, 'older.hgack') });
    expect(await first.ask('receipt.receive', { file: receipt.file })).toMatchObject({ status: 'applied', complete: true });
    expect(await hashAt(first)).toBe(await hashAt(province));
  });

  test('stands in lists once the program is upgraded; the records have not changed', async () => {
    const before = await hashAt(province);
    province = await upgraded(province);
    expect(await hashAt(province)).toBe(before);
    expect(await teamAt(province)).toMatchObject({ note: 'Ghi chú của bản mới' });
    const { rows } = await province.ask('record.list', { kind: 'trainer' });
    expect(rows.map(({ values }) => values)).toMatchObject([trainer]);
  });
});

describe('a file of a newer program', () => {
  test('with envelope fields that are not known is taken as long as its readers may be older', async () => {
    const sender = await enrolByHand(province, base, '651');
    const content = contentOf(sender, [
      { kind: 'team', id: '0190a000-0000-7000-8000-000000000001', field: 'name', value: 'Tổ mới' },
    ]);
    const file = join(base, 'fields.hgpkg');
    writeFileSync(
      file,
      (await makePackage(sender, content, [], { envelope: { format: 2, attachments: { parts: [1, 2] } } })).bytes,
    );
    expect(await province.ask('merge.apply', { files: [file] })).toMatchObject([{ status: 'applied' }]);
  });

  test('that needs a newer reader waits in the inbox and is taken after the upgrade', async () => {
    const sender = await enrolByHand(province, base, '651');
    const content = contentOf(sender, [
      { kind: 'team', id: '0190a000-0000-7000-8000-000000000002', field: 'name', value: 'Tổ sau' },
    ]);
    const file = join(base, 'later.hgpkg');
    writeFileSync(file, (await makePackage(sender, content, [], { envelope: { format: 3, minReader: 3 } })).bytes);
    expect(await province.ask('merge.apply', { files: [file] })).toMatchObject([{ failure: { code: 'package-too-new' } }]);
    expect(await province.ask('inbox.retry', {})).toMatchObject([{ status: 'refused', code: 'package-too-new' }]);
    expect(await province.ask('status.get', {})).toMatchObject({ readableNowCount: 0 });
    province = await upgraded(province, await laterProgram(3));
    expect(await province.ask('status.get', {})).toMatchObject({ readableNowCount: 1 });
    expect(await province.ask('inbox.retry', {})).toMatchObject([{ status: 'applied', code: null }]);
    expect(await province.ask('status.get', {})).toMatchObject({ readableNowCount: 0 });
    expect((await province.ask('record.get', { kind: 'team', id: '0190a000-0000-7000-8000-000000000002' })).values).toEqual({
      name: 'Tổ sau',
    });
  });
});
