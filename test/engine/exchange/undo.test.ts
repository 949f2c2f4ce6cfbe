import { readFileSync, writeFileSync } from 'node:fs';
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
const exported = async (): Promise<string> => (await district.ask('package.export', { file: name('hgpkg') })).file;
const apply = async (file: string, leaveOut: string[] = []): Promise<string> => {
  const [result] = await province.ask('merge.apply', { files: [file], leaveOut });
  expect(result?.failure).toBe(null);
  return result?.importId ?? '';
};
const hash = async (): Promise<string> => (await province.ask('state.hash', { officeId: '654' })).hash;
const teams = async (): Promise<readonly string[]> =>
  (await province.ask('record.list', { kind: 'team' })).rows.map(({ id }) => id);
const answer = async () => {
  const { file } = await province.ask('receipt.issue', { officeId: '654', file: name('hgack') });
  return district.ask('receipt.receive', { file });
};
const received = async (): Promise<readonly boolean[]> =>
  (await district.ask('package.list', {})).map((one) => one.confirmedAt !== null);

beforeEach(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, commune, threeMembers);
});

describe('taking an import back', () => {
  test('leaves the hash as it was, makes the office’s package exported again, and it can be applied again', async () => {
    const first = await apply(await exported());
    const [before, whole] = [await hash(), await teams()];
    await answer();
    const { teamId } = await enterTeam(district, commune, threeMembers);
    const file = await exported();
    const second = await apply(file);
    const after = await hash();
    await answer();
    expect(await received()).toEqual([true, true]);

    const shown = await province.ask('imports.previewUndo', { importId: second });
    expect(shown).toMatchObject({ imports: [{ id: second, seq: 2 }], counts: { removed: 7, changed: 0 }, stateHash: before });
    expect(await hash()).toBe(after);
    const done = await province.ask('imports.undo', {
      importId: second,
      reason: 'gửi nhầm',
      expected: { imports: [second], stateHash: shown.stateHash },
    });
    expect(done).toEqual(shown);
    expect([await hash(), await teams()]).toEqual([before, whole]);
    expect((await province.ask('imports.list', {})).map(({ id, undoneAt }) => [id, undoneAt !== null])).toEqual([
      [second, true],
      [first, false],
    ]);
    expect(await province.ask('search.find', { text: 'thôn 1' })).not.toContainEqual(expect.objectContaining({ id: teamId }));
    await answer();
    expect(await received()).toEqual([false, true]);

    await apply(file);
    expect(await hash()).toBe(after);
    await answer();
    expect(await received()).toEqual([true, true]);
    expect(await province.fail('imports.undo', { importId: second })).toMatchObject({ code: 'import-not-found' });
  });

  test('takes back what rests on it, however old it is, and a later package brings all of it again with its history', async () => {
    const first = await apply(await exported());
    await answer();
    await enterTeam(district, commune, threeMembers);
    const second = await apply(await exported());
    const empty = await province.ask('imports.undo', { importId: first });
    expect(empty.imports.map(({ id }) => id)).toEqual([first, second]);
    expect(empty.counts).toEqual({ removed: 14, changed: 0 });
    expect(await teams()).toEqual([]);
    expect((await province.ask('state.hash', { officeId: '654' })).context).toEqual({});
    expect(await province.fail('imports.undo', { importId: second })).toMatchObject({ code: 'import-undone' });

    await enterTeam(district, commune, threeMembers);
    await apply(await exported());
    expect(await hash()).toBe((await district.ask('state.hash', {})).hash);
    const [team] = (await district.ask('record.list', { kind: 'team' })).rows;
    expect(await province.ask('record.history', { kind: 'team', id: team?.id ?? '' })).toHaveLength(1);
  });

  test('keeps what a person left out of the packages that stay, and names the decisions that rest', async () => {
    const [team] = (await district.ask('record.list', { kind: 'team' })).rows;
    await apply(await exported(), [`team/${team?.id}/name`]);
    const before = await hash();
    await enterTeam(district, commune, [{ fullName: 'Trần Văn Bình', sex: 'male' }]);
    const second = await apply(await exported());
    const [third] = (await province.ask('record.list', { kind: 'team' })).rows.filter(({ id }) => id !== team?.id);
    await province.ask('proposal.make', {
      kind: 'team',
      id: third?.id ?? '',
      field: 'name',
      value: 'Tổ hòa giải thôn Hai',
      reason: 'Trùng tên',
    });
    const shown = await province.ask('imports.undo', { importId: second });
    expect(shown.decisions.map(({ kind }) => kind)).toEqual(['proposal']);
    expect(await hash()).toBe(before);
    expect(await province.ask('setAside.list', { officeId: '654' })).toMatchObject([
      { kind: 'team', field: 'name', reason: 'left-out' },
    ]);
  });

  test('is refused where something else was shown', async () => {
    const first = await apply(await exported());
    const shown = await province.ask('imports.previewUndo', { importId: first });
    await enterTeam(district, commune, threeMembers);
    await apply(await exported());
    const before = await hash();
    const expected = { imports: shown.imports.map(({ id }) => id), stateHash: shown.stateHash };
    expect(await province.fail('imports.undo', { importId: first, expected })).toMatchObject({ code: 'preview-outdated' });
    expect(await hash()).toBe(before);
  });
});

describe('files of the inbox', () => {
  test('that were refused are tried again from the bytes that were kept', async () => {
    const file = await exported();
    const bytes = readFileSync(file);
    const cut = name('hgpkg');
    writeFileSync(cut, bytes.subarray(0, 900));
    await province.ask('merge.apply', { files: [cut] });
    expect(await province.ask('inbox.retry', {})).toMatchObject([{ status: 'refused', code: 'package-form' }]);
    expect(await province.ask('inbox.list', {})).toHaveLength(1);
  });

  test('fit once the trust list does: a package that came before its office was enrolled', async () => {
    const copy = await copyOf(base, province, 'copy');
    const late = await setUpOffice(base, '651');
    await enrol(copy, late);
    await enterTeam(late, communeOf['651'] ?? '', threeMembers);
    const { file } = await late.ask('package.export', { file: name('hgpkg') });
    const [refused] = await province.ask('merge.apply', { files: [file] });
    expect(refused?.failure?.code).toBe('package-unknown-key');
    await province.ask('enrol.grant', {
      file: `${late.folder}.hgreq`,
      fingerprint: (await late.ask('enrol.request', { file: name('hgreq') })).fingerprint,
      out: name('hgcert'),
    });
    expect(await province.ask('inbox.retry', {})).toMatchObject([{ status: 'applied', code: null }]);
    expect((await province.ask('inbox.list', {})).map(({ status }) => status)).toEqual(['applied', 'refused']);
    expect(await province.ask('inbox.retry', {})).toEqual([]);
  });
});
