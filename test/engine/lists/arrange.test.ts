import { beforeAll, expect, test } from 'vitest';
import { findUnitById } from '#shared/catalogue/units.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
let office: Office;

const put = async (kind: string, lines: readonly Readonly<Record<string, unknown>>[]): Promise<readonly string[]> =>
  (await office.ask('record.put', { kind, lines: [...lines] })).results.map((one) => one.id);

beforeAll(async () => {
  office = await setUpOffice(base, '654');
  const [first = '', second = '', other = ''] = await put('team', [
    { name: 'Tổ hòa giải thôn 10', communeId: '24505' },
    { name: 'Tổ hòa giải thôn 2', communeId: '24505' },
    { name: 'Tổ hòa giải buôn Kram', communeId: '24502' },
  ]);
  await put('mediator', [
    { fullName: 'Nguyễn Văn Ân', sex: 'male', birthDate: '1970', ethnicGroup: '01', teamId: first, role: 'member' },
    { fullName: "H' Hen Niê", sex: 'female', birthDate: '1965-05-04', ethnicGroup: '12', teamId: second, role: 'leader' },
    {
      fullName: 'Trần Thị Anh',
      sex: 'female',
      birthDate: '1990',
      ethnicGroup: '01',
      teamId: second,
      role: 'deputy',
      recognizedOn: '2018-03-02',
    },
    { fullName: 'Y Bhok Êban', sex: 'male', birthDate: '1980', ethnicGroup: '12', teamId: other, role: 'leader' },
  ]);
  await put('residential-unit', [
    { name: 'Thôn 2', kind: 'thon', communeId: '24505', householdCount: 90 },
    { name: 'Thôn 10', kind: 'thon', communeId: '24505', householdCount: 120 },
    { name: 'Buôn Kram', kind: 'thon', communeId: '24502' },
  ]);
});

const names = async (input: object): Promise<readonly string[]> =>
  (await office.ask('mediator.list', input)).rows.map((row) => row.fullName);

test('mediators stand in the order of given names, and of a column when it is asked for, what is empty last both ways', async () => {
  expect(await names({})).toEqual(['Trần Thị Anh', 'Nguyễn Văn Ân', 'Y Bhok Êban', "H' Hen Niê"]);
  expect(await names({ sort: [{ by: 'born' }] })).toEqual(["H' Hen Niê", 'Nguyễn Văn Ân', 'Y Bhok Êban', 'Trần Thị Anh']);
  for (const descending of [false, true])
    expect((await names({ sort: [{ by: 'recognized', descending }] }))[0]).toBe('Trần Thị Anh');
  expect(await names({ sort: [{ by: 'sex' }, { by: 'name', descending: true }] })).toEqual([
    "H' Hen Niê",
    'Trần Thị Anh',
    'Y Bhok Êban',
    'Nguyễn Văn Ân',
  ]);
});

test('groups are counted over the whole list, and a page goes on where the one before ended', async () => {
  const grouped = { groupBy: 'team', sort: [{ by: 'role' }] };
  const all = await office.ask('mediator.list', grouped);
  expect(all.groups.map(({ label, count }) => [label, count])).toEqual([
    ['Tổ hòa giải thôn 2 · Xã Ea KNuec', 2],
    ['Tổ hòa giải thôn 10 · Xã Ea KNuec', 1],
    ['Tổ hòa giải buôn Kram · Xã Ea Phê', 1],
  ]);
  const one = await office.ask('mediator.list', { ...grouped, limit: 2, offset: 1 });
  expect(one.groups).toEqual(all.groups);
  expect(one.rows).toEqual(all.rows.slice(1, 3));
  expect(all.rows.map((row) => row.teamId)).toEqual(
    all.groups.flatMap((group) => Array.from({ length: group.count }, () => group.key)),
  );
});

test('a group without a value is the last one', async () => {
  const { groups } = await office.ask('mediator.list', { groupBy: 'year' });
  expect(groups).toEqual([
    { key: '2018', label: '2018', count: 1 },
    { key: null, label: '', count: 3 },
  ]);
});

test('people and plain records are ordered and grouped too', async () => {
  const people = await office.ask('person.list', { groupBy: 'commune', sort: [{ by: 'ethnic' }] });
  expect(people.groups.map(({ label, count }) => [label, count])).toEqual([
    ['Xã Ea KNuec', 3],
    ['Xã Ea Phê', 1],
  ]);
  const units = await office.ask('record.list', {
    kind: 'residential-unit',
    sort: [{ by: 'householdCount', descending: true }],
    groupBy: 'communeId',
  });
  expect(units.rows.map((row) => row.title)).toEqual(['Thôn 10', 'Thôn 2', 'Buôn Kram']);
  expect(units.groups.map(({ count }) => count)).toEqual([2, 1]);
});

test('teams are ordered by their numbers and by counts', async () => {
  const byName = await office.ask('team.list', { sort: [{ by: 'name', descending: true }] });
  expect(byName.rows.map((row) => row.name)).toEqual(['Tổ hòa giải thôn 10', 'Tổ hòa giải thôn 2', 'Tổ hòa giải buôn Kram']);
  const byMembers = await office.ask('team.list', { sort: [{ by: 'members', descending: true }], groupBy: 'commune', limit: 2 });
  expect(byMembers.rows.map((row) => row.memberCount)).toEqual([2, 1]);
  expect(byMembers.groups.reduce((sum, group) => sum + group.count, 0)).toBe(byMembers.total);
});

test('a column that the list does not have is refused', async () => {
  for (const wrong of [{ sort: [{ by: 'phone' }] }, { groupBy: '1; DROP TABLE person' }]) {
    expect(await office.fail('mediator.list', wrong)).toMatchObject({ code: 'usage-wrong' });
    expect(await office.fail('team.list', wrong)).toMatchObject({ code: 'usage-wrong' });
    expect(await office.fail('record.list', { kind: 'decision', ...wrong })).toMatchObject({ code: 'usage-wrong' });
  }
});

test('the name of a commune finds its teams and mediators; one word of it does not', async () => {
  const place = findUnitById('24505')?.name ?? '';
  expect(fold(place)).toContain(' ');
  const teams = async (find: string): Promise<readonly string[]> =>
    (await office.ask('team.list', { find })).rows.map((row) => row.name);
  expect((await teams(fold(place))).toSorted()).toEqual(['Tổ hòa giải thôn 10', 'Tổ hòa giải thôn 2']);
  expect(await teams(`Xã ${place}`)).toHaveLength(2);
  expect(await names({ find: place })).not.toContain('Y Bhok Êban');
  expect(await names({ find: place })).toHaveLength(3);
  expect(await teams(fold(place).split(' ')[0] ?? '')).toEqual([]);
});

test('people are ordered by how often they were trained and proposed', async () => {
  const { rows } = await office.ask('person.list', {});
  const often = rows.find((row) => row.fullName === "H' Hen Niê")?.id ?? '';
  const sessions = await put('session', [
    { kind: 'mediator-training', title: 'Lớp 1', startsOn: '2018-05-05', sittingCount: 1 },
    { kind: 'mediator-training', title: 'Lớp 2', startsOn: '2019-05-05', sittingCount: 1 },
  ]);
  await put(
    'participant',
    sessions.map((sessionId) => ({ sessionId, personId: often })),
  );
  const order = { sort: [{ by: 'sessions', descending: true }] };
  expect((await office.ask('person.list', order)).rows[0]).toMatchObject({ id: often, sessionCount: 2 });
});
