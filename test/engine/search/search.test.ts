import { beforeAll, expect, test } from 'vitest';
import { findUnitById } from '#shared/catalogue/units.ts';
import { communeOf, setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';

let office: Office;
const commune = communeOf['654'] ?? '';

beforeAll(async () => {
  office = await setUpOffice(temporaryFolder(), '654');
  const put = async (kind: string, lines: readonly Readonly<Record<string, unknown>>[]): Promise<readonly string[]> =>
    (await office.ask('record.put', { kind, lines: [...lines] })).results.map(({ id }) => id);
  await put('residential-unit', [{ name: 'Buôn Hoà', kind: 'buon', communeId: commune }]);
  await put('decision', [
    { number: '45/QĐ-UBND', decidedOn: '2019-03-15', kind: 'mediator-recognised', issuer: 'Ủy ban nhân dân xã Ea Kly' },
  ]);
  const [teamId] = await put('team', [{ name: 'Tổ hòa giải buôn Hòa', communeId: commune }]);
  await put('mediator', [
    { fullName: 'Trần Thị Hoa', sex: 'female', birthDate: '1970', role: 'member', teamId },
    { fullName: 'Trần Thị Hòa', sex: 'female', birthDate: '1965-05-04', role: 'leader', teamId, citizenId: '066165000123' },
    { fullName: 'Đặng Văn Hoá', sex: 'male', birthDate: '1965', role: 'member', teamId, phone: '0905123456' },
    { fullName: "H'Hoa Niê", sex: 'female', birthDate: '1980', role: 'member', teamId },
  ]);
});

const found = async (text: string, kinds?: string[]): Promise<Readonly<Record<string, readonly string[]>>> => {
  const { groups } = await office.ask('search.find', { text, ...(kinds === undefined ? {} : { kinds }) });
  return Object.fromEntries(groups.map(({ kind, hits }) => [kind, hits.map(({ title }) => title)]));
};

test('without tones everything is found, in the order of given names; with tones those come first', async () => {
  expect(await found('hoa', ['person', 'team', 'residential-unit'])).toEqual({
    person: ["H'Hoa Niê", 'Trần Thị Hoa', 'Đặng Văn Hoá', 'Trần Thị Hòa'],
    team: ['Tổ hòa giải buôn Hòa'],
    'residential-unit': ['Buôn Hoà'],
  });
  expect((await found('hòa', ['person'])).person?.[0]).toBe('Trần Thị Hòa');
  expect((await found('Hoá', ['person'])).person?.[0]).toBe('Đặng Văn Hoá');
});

test('any part of a name will do, in any order, with the year of birth', async () => {
  expect(await found('hoa tran', ['person'])).toEqual({ person: ['Trần Thị Hoa', 'Trần Thị Hòa'] });
  expect(await found('dang 1965', ['person'])).toEqual({ person: ['Đặng Văn Hoá'] });
  expect(await found("h'hoa", ['person'])).toEqual({ person: ["H'Hoa Niê"] });
  expect(await found('nie hoa', ['person'])).toEqual({ person: ["H'Hoa Niê"] });
});

test('by decision number, by phone, by the whole citizen number and by nothing less', async () => {
  expect(await found('45/qđ')).toEqual({ decision: [expect.stringContaining('45/QĐ-UBND')] });
  expect(await found('0905 123 456')).toEqual({ person: ['Đặng Văn Hoá'] });
  expect(await found('066165000123')).toEqual({ person: ['Trần Thị Hòa'] });
  expect(await found('0661650001')).toEqual({});
});

test('a decision however its number is typed', async () => {
  const decision = [expect.stringContaining('45/QĐ-UBND')];
  for (const text of ['45 qd', '45qđ', 'QĐ số 45', 'số 45/QĐ-UBND', '45/qđubnd', 'qd 45'])
    expect(await found(text)).toEqual({ decision });
});

test('H’ written on or apart; where nothing begins as typed, one letter off, initials, the end of a phone number', async () => {
  await office.ask('record.put', {
    kind: 'person',
    lines: [{ fullName: "H' Yoan Kdăm", sex: 'female', birthDate: '1981' }],
  });
  expect(await found("h'yoan")).toEqual({ person: ["H' Yoan Kdăm"] });
  expect(await found("h' hoa", ['person'])).toEqual({ person: ["H'Hoa Niê"] });
  expect(await found('dangg van hoa', ['person'])).toEqual({ person: ['Đặng Văn Hoá'] });
  expect(await found('trna thi hoa', ['person'])).toEqual({ person: ['Trần Thị Hoa', 'Trần Thị Hòa'] });
  expect(await found('dvh', ['person'])).toEqual({ person: ['Đặng Văn Hoá'] });
  expect(await found('3 456')).toEqual({ person: ['Đặng Văn Hoá'] });
  expect(await found('xyzt')).toEqual({});
});

test('an award by its form, its nominee, an organisation, the year; a session by its topics', async () => {
  const put = async (kind: string, lines: readonly Readonly<Record<string, unknown>>[]): Promise<readonly string[]> =>
    (await office.ask('record.put', { kind, lines: [...lines] })).results.map(({ id }) => id);
  const [personId] = await put('person', [{ fullName: 'Phan Thị Khanh', sex: 'female', birthDate: '1971' }]);
  const award = { level: 'district', basis: 'regular', stage: 'draft' };
  await put('nomination', [
    { ...award, subjectKind: 'person', personId, form: 'merit-certificate-local', year: 2019 },
    { ...award, subjectKind: 'organisation', organisationName: 'Hội Luật gia huyện', form: 'merit-certificate', year: 2018 },
  ]);
  const topics = 'Kỹ năng hòa giải tranh chấp đất đai';
  await put('session', [
    { title: 'Tập huấn quý II', kind: 'mediator-training', startsOn: '2019-05-14', sittingCount: 3, topics },
  ]);
  const only = ['nomination'];
  expect(await found('giấy khen')).toEqual({ nomination: ['Phan Thị Khanh'] });
  expect(await found('bang khen')).toEqual({ nomination: ['Hội Luật gia huyện'] });
  expect(await found('huyen khen', only)).toEqual({ nomination: ['Phan Thị Khanh', 'Hội Luật gia huyện'] });
  expect(await found('hội luật gia')).toEqual({ nomination: ['Hội Luật gia huyện'] });
  expect(await found('phan khanh')).toEqual({ person: ['Phan Thị Khanh'], nomination: ['Phan Thị Khanh'] });
  expect(await found('giay khen 2018', only)).toEqual({});
  expect(await found('"*', only)).toEqual({});
  expect(await found('tranh chap dat')).toEqual({ session: ['Tập huấn quý II'] });
  const { groups } = await office.ask('search.find', { text: 'giay khen' });
  expect(groups[0]?.hits[0]?.detail).toBe('Giấy khen · Cấp huyện · 2019');
});

test('communes of the district are found by name', async () => {
  const fullName = findUnitById(commune)?.fullName ?? '';
  expect((await found(fullName, ['commune'])).commune).toContain(fullName);
});

test('a hit says what tells it apart and where to go; typed signs do no harm', async () => {
  const { groups } = await office.ask('search.find', { text: 'Trần Thị Hòa', kinds: ['person'] });
  expect(groups[0]?.hits[0]).toMatchObject({
    detail: expect.stringMatching(/^04\/05\/1965 · Tổ hòa giải buôn Hòa · /) as string,
    membershipId: expect.any(String) as string,
    trainerId: null,
  });
  for (const text of ['"', '*', 'NOT', 'a AND (', "'", ':', 'plain : x'])
    expect((await office.ask('search.find', { text })).groups).toBeDefined();
});

test('what is changed or removed is found as it is now', async () => {
  const { results } = await office.ask('record.put', {
    kind: 'team',
    lines: [{ name: 'Tổ hòa giải Quyết Thắng', communeId: commune }],
  });
  const id = results[0]?.id ?? '';
  expect(await found('quyet thang', ['team'])).toEqual({ team: ['Tổ hòa giải Quyết Thắng'] });
  await office.ask('record.put', { kind: 'team', lines: [{ id, name: 'Tổ hòa giải Thống Nhất' }] });
  expect([await found('quyet thang', ['team']), await found('thong nhat', ['team'])]).toEqual([
    {},
    { team: ['Tổ hòa giải Thống Nhất'] },
  ]);
  await office.ask('record.remove', { kind: 'team', id, reason: 'Nhập nhầm' });
  expect(await found('thong nhat', ['team'])).toEqual({});
});
