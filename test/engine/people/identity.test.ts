import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { communeOf, enrol, setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
let count = 0;
const name = (ending: string): string => join(base, `${(count += 1)}.${ending}`);

const enter = async (
  office: Office,
  commune: string,
  people: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly string[]> => {
  const put = await office.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ hòa giải thôn 1', communeId: commune }] });
  const teamId = put.results[0]?.id ?? '';
  await office.ask('record.put', {
    kind: 'mediator',
    lines: people.map((person) => ({ role: 'member', sex: 'male', birthDate: '1965', ...person, teamId })),
  });
  const { rows } = await office.ask('mediator.list', { teamId });
  return people.map(({ fullName }) => rows.find((row) => row.fullName === fullName)?.personId ?? '');
};

describe('in a district', () => {
  let office: Office;
  let ids: readonly string[];
  beforeEach(async () => {
    office = await setUpOffice(base, '654');
    ids = await enter(office, communeOf['654'] ?? '', [
      { fullName: 'Nguyễn Văn Thuyết', birthDate: '1965-03-08', phone: '0905123456' },
      { fullName: 'Nguyễn Thuyết', birthDate: '1965', phone: '0905123456' },
      { fullName: 'NGUYEN VAN THUYET', birthDate: '1965-08-03' },
      { fullName: 'Trần Thị Hoa', sex: 'female' },
    ]);
  });

  const open = async (): Promise<readonly string[]> =>
    (await office.ask('person.duplicates', {})).rows.map((row) => [row.first.id, row.second.id].sort().join(' ')).sort();
  const pair = (first: number, second: number): string => [ids[first] ?? '', ids[second] ?? ''].sort().join(' ');
  const both = (first: number, second: number) => ({ firstId: ids[first] ?? '', secondId: ids[second] ?? '' });

  test('while somebody types, those who may be the same person are named with the reasons', async () => {
    const { suspects } = await office.ask('person.suspects', {
      fullName: 'nguyen van thuyet',
      birthDate: '1965-03-08',
      communeId: communeOf['654'],
    });
    expect(suspects.map(({ person }) => person.fullName)).toEqual(['Nguyễn Văn Thuyết', 'NGUYEN VAN THUYET', 'Nguyễn Thuyết']);
    expect(suspects[0]).toMatchObject({ verdict: 'same', person: { isMediator: true, teamName: 'Tổ hòa giải thôn 1' } });
    expect(suspects[0]?.reasons).toContainEqual({ code: 'birth-equal', sentence: 'Trùng ngày sinh', favours: true });
    expect(suspects[1]?.reasons).toContainEqual({
      code: 'birth-swapped',
      sentence: 'Ngày sinh đảo ngày và tháng',
      favours: true,
    });
  });

  test('half a form is no obstacle, and a person is not suspected to be themselves', async () => {
    expect(await office.ask('person.suspects', { fullName: '' })).toEqual({ suspects: [] });
    expect(await office.ask('person.suspects', { fullName: 'Ng', birthDate: '19' })).toEqual({ suspects: [] });
    const { suspects } = await office.ask('person.suspects', { id: ids[3], fullName: 'Trần Thị Hoa', birthDate: '1965' });
    expect(suspects).toEqual([]);
  });

  test('a number in common is found whatever the rest says', async () => {
    await office.ask('record.put', { kind: 'person', lines: [{ id: ids[3], citizenId: '066165000123' }] });
    const typed = { fullName: 'Trần Thị Hoà', birthDate: '1990', citizenId: '66165000123' };
    expect((await office.ask('person.suspects', typed)).suspects).toMatchObject([{ person: { id: ids[3] } }]);
  });

  test('all suspicions of the books are listed, likeliest first, page by page', async () => {
    expect(await open()).toEqual([pair(0, 1), pair(0, 2), pair(1, 2)].sort());
    const { total, rows } = await office.ask('person.duplicates', { limit: 1, offset: 1 });
    expect([total, rows.length]).toEqual([3, 1]);
    expect((await office.ask('person.duplicates', { communeId: communeOf['651'] })).total).toBe(0);
    expect((await office.ask('person.duplicates', { personId: ids[2] })).total).toBe(2);
  });

  test('a decision ends the question and is listed with who took it; taken back, the question returns', async () => {
    const { id } = await office.ask('identity.separate', { ...both(0, 2), note: 'Hai người ở hai thôn' });
    expect(await open()).toEqual([pair(0, 1), pair(1, 2)].sort());
    expect((await office.ask('identity.list', {})).rows).toMatchObject([
      { id, decision: 'different', note: 'Hai người ở hai thôn', own: true, decidedBy: 'Nguyễn Văn Thử' },
    ]);
    await office.ask('identity.takeBack', { id });
    expect(await open()).toHaveLength(3);
    expect((await office.ask('identity.list', {})).total).toBe(0);
  });

  test('whoever is linked to one is linked to all linked to that one, and nothing of them is lost or merged', async () => {
    const before = await Promise.all(ids.map((id) => office.ask('record.get', { kind: 'person', id })));
    await office.ask('identity.link', both(0, 1));
    await office.ask('identity.link', both(1, 2));
    expect(await open()).toEqual([]);
    expect(await Promise.all(ids.map((id) => office.ask('record.get', { kind: 'person', id })))).toEqual(before);
    const { suspects } = await office.ask('person.suspects', { id: ids[0], fullName: 'Nguyễn Văn Thuyết', birthDate: '1965' });
    expect(suspects).toEqual([]);
  });

  test('a pair has one decision, whichever of the two is named first; deciding otherwise changes it', async () => {
    const first = await office.ask('identity.link', both(0, 1));
    const again = await office.ask('identity.separate', both(1, 0));
    expect(again).toEqual({ id: first.id, changed: true });
    expect((await office.ask('identity.list', {})).rows).toMatchObject([{ decision: 'different' }]);
    await office.ask('identity.takeBack', { id: first.id });
    expect(await office.ask('identity.link', both(0, 1))).toEqual({ id: first.id, changed: true });
    expect((await office.ask('identity.list', { personId: ids[1] })).rows).toMatchObject([{ decision: 'same' }]);
  });

  test('nobody is linked with themselves or with somebody who is not there', async () => {
    expect(await office.fail('identity.link', both(0, 0))).toMatchObject({ code: 'identity-with-itself' });
    const unknown = '0190a000-0000-7000-8000-00000000ffff';
    expect(await office.fail('identity.link', { firstId: ids[0] ?? '', secondId: unknown })).toMatchObject({
      code: 'record-not-found',
    });
  });
});

describe('between offices', () => {
  const same = { fullName: 'Trịnh Văn Thuyết', birthDate: '1965-03-08' };
  const setUp = async () => {
    const province = await setUpOffice(base, '66');
    const [pac, kar] = [await setUpOffice(base, '654'), await setUpOffice(base, '651')];
    await enrol(province, pac);
    await enrol(province, kar);
    const [inPac = ''] = await enter(pac, communeOf['654'] ?? '', [same]);
    const [inKar = ''] = await enter(kar, communeOf['651'] ?? '', [same]);
    return { province, pac, kar, inPac, inKar };
  };
  const send = async (from: Office, to: Office) => {
    const { file, stateHash } = await from.ask('package.export', { file: name('hgpkg') });
    const results = await to.ask('merge.apply', { files: [file] });
    return { file, stateHash, result: results[0] };
  };

  test('the province sees one person in two districts and decides in a record of its own, which changes no state hash', async () => {
    const { province, pac, kar, inPac, inKar } = await setUp();
    await send(pac, province);
    await send(kar, province);
    expect((await province.ask('person.duplicates', {})).rows).toMatchObject([
      { verdict: 'likely', first: { fullName: same.fullName }, second: { fullName: same.fullName } },
    ]);
    const before = await Promise.all(['66', '654', '651'].map((officeId) => province.ask('state.hash', { officeId })));
    const { id } = await province.ask('identity.link', { firstId: inPac, secondId: inKar });
    const after = await Promise.all(['66', '654', '651'].map((officeId) => province.ask('state.hash', { officeId })));
    expect(after.map((one) => one.hash)).toEqual(before.map((one) => one.hash));
    expect((await province.ask('person.duplicates', {})).total).toBe(0);
    expect(await province.ask('record.get', { kind: 'identity-link', id })).toMatchObject({ officeId: '66' });
  });

  test('what a district decided travels beside its state: the province honours it and cannot change it', async () => {
    const { province, pac } = await setUp();
    const [one = '', other = ''] = await enter(pac, communeOf['654'] ?? '', [
      { fullName: 'Lê Văn Khôi', birthDate: '1970-01-02' },
      { fullName: 'Lê Khôi', birthDate: '1970' },
    ]);
    const bare = await send(pac, province);
    expect((await province.ask('person.duplicates', { personId: one })).total).toBe(1);
    const { id } = await pac.ask('identity.separate', { firstId: one, secondId: other });
    const { result, stateHash } = await send(pac, province);
    expect([stateHash, result?.stateHashMatches]).toEqual([bare.stateHash, true]);
    expect(result?.items.map((item) => item.id)).toContain(`identity-link/${id}`);
    expect((await province.ask('person.duplicates', { personId: one })).total).toBe(0);
    expect((await province.ask('identity.list', {})).rows).toMatchObject([{ id, officeId: '654', own: false }]);
    expect(await province.fail('identity.takeBack', { id })).toMatchObject({ code: 'record-not-owned' });
    await pac.ask('identity.takeBack', { id });
    expect((await send(pac, province)).result?.stateHashMatches).toBe(true);
    expect((await province.ask('person.duplicates', { personId: one })).total).toBe(1);
  });

  test('the file with the state does not hold it, a file of its own does', async () => {
    const { province, pac } = await setUp();
    const [one = '', other = ''] = await enter(pac, communeOf['654'] ?? '', [
      { fullName: 'Lê Văn Khôi' },
      { fullName: 'Lê Khôi' },
    ]);
    await pac.ask('identity.link', { firstId: one, secondId: other });
    const { file } = await send(pac, province);
    const folder = join(base, `unpacked-${(count += 1)}`);
    await province.ask('package.unpack', { file, folder });
    expect(readFileSync(join(folder, 'state.jsonl'), 'utf8')).not.toContain('identity-link');
    expect(readFileSync(join(folder, 'links.jsonl'), 'utf8').split('\n')).toHaveLength(2);
  });

  test('a new PC of the office gets its decisions back with the grant, and with a receipt', async () => {
    const { province, pac } = await setUp();
    const [one = '', other = ''] = await enter(pac, communeOf['654'] ?? '', [
      { fullName: 'Lê Văn Khôi' },
      { fullName: 'Lê Khôi' },
    ]);
    const { id } = await pac.ask('identity.link', { firstId: one, secondId: other });
    await send(pac, province);
    const second = await setUpOffice(base, '654');
    await enrol(province, second, { withState: true, second: true });
    expect((await second.ask('identity.list', {})).rows).toMatchObject([{ id, decision: 'same', own: true }]);
    await second.ask('identity.separate', { firstId: one, secondId: other });
    await send(second, province);
    const receipt = await province.ask('receipt.issue', { officeId: '654', file: name('hgack') });
    await pac.ask('receipt.receive', { file: receipt.file });
    expect((await pac.ask('identity.list', {})).rows).toMatchObject([{ id, decision: 'different' }]);
  });
});
