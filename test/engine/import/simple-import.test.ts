import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readWorkbook } from '#engine/workbook.ts';
import type { ImportPlan } from '#shared/contract/import-methods.ts';
import { setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';
import { spreadsheet, type Rows } from '#test/support/spreadsheet.ts';

const base = temporaryFolder();
const commune = '24496';
let office: Office;
let count = 0;

beforeEach(async () => {
  office = await setUpOffice(base, '654');
});

const file = (rows: Rows): string => spreadsheet(base, `roster-${(count += 1)}`, { 'Danh sách': rows });

const head = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Vai trò trong tổ', 'Tổ hòa giải', 'Xã', 'Điện thoại'];
const roster: Rows = [
  head,
  [1, 'Trần Văn Bình', 'Nam', '05/03/1965', 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1', 'Xã Ea Kly', '0905123456'],
  [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Ê Đê', 'Hòa giải viên', 'Tổ hòa giải thôn 1', 'Xã Ea Kly', null],
  [3, "H' Liên Niê", 'Nữ', { date: '1980-02-01' }, 'Ê Đê', 'Hòa giải viên', 'Tổ hòa giải thôn 2', 'Xã Ea Kly', null],
];

const outcomes = (plan: ImportPlan): readonly string[] => plan.rows.map((row) => `${row.row} ${row.outcome}`);
const issuesOf = (plan: ImportPlan): readonly string[] =>
  plan.rows.flatMap((row) => row.issues.map((issue) => `${row.row} ${issue.code} ${issue.field}`));

describe('a simple roster', () => {
  test('dry run says what would happen and changes nothing; the import does it; once more finds everything the same', async () => {
    const path = file(roster);
    const plan = await office.ask('import.plan', { file: path });
    expect(outcomes(plan)).toEqual(['2 created', '3 created', '4 created']);
    expect(issuesOf(plan)).toEqual([]);
    expect(plan.companions.map((one) => `${one.kind} ${one.title}`)).toEqual([
      'team Tổ hòa giải thôn 1',
      'team Tổ hòa giải thôn 2',
    ]);
    expect(plan.rows.every((row) => row.id === null)).toBe(true);
    expect((await office.ask('mediator.list', {})).total).toBe(0);

    const done = await office.ask('import.run', { file: path, planHash: plan.planHash });
    expect(outcomes(done)).toEqual(['2 created', '3 created', '4 created']);
    const { rows } = await office.ask('mediator.list', {});
    expect(
      rows.map((row) => [
        row.fullName,
        row.sex,
        row.birthDate,
        row.ethnicGroup,
        row.role,
        row.teamName,
        row.communeId,
        row.phone,
      ]),
    ).toEqual([
      ['Trần Văn Bình', 'male', '1965-03-05', '01', 'leader', 'Tổ hòa giải thôn 1', commune, '0905123456'],
      ['Lê Thị Hoa', 'female', '1970', '12', 'member', 'Tổ hòa giải thôn 1', commune, null],
      ["H' Liên Niê", 'female', '1980-02-01', '12', 'member', 'Tổ hòa giải thôn 2', commune, null],
    ]);
    expect(rows.map((row) => row.membershipId).sort()).toEqual(done.rows.map((row) => row.id).sort());

    expect(outcomes(await office.ask('import.run', { file: path }))).toEqual(['2 same', '3 same', '4 same']);
    expect((await office.ask('mediator.list', {})).total).toBe(3);
  });

  test('a value that is there is not overwritten: the row waits, empty fields are filled, a decision settles it', async () => {
    await office.ask('import.run', { file: file(roster) });
    const changed: Rows = [
      head,
      [1, 'Trần Văn Bình', 'Nam', '05/03/1965', 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1', 'Xã Ea Kly', '0905999999'],
      [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Ê Đê', 'Hòa giải viên', 'Tổ hòa giải thôn 1', 'Xã Ea Kly', '0905111222'],
    ];
    const path = file(changed);
    const plan = await office.ask('import.run', { file: path });
    expect(outcomes(plan)).toEqual(['2 needs-decision', '3 updated']);
    expect(plan.rows[0]?.changes).toMatchObject([
      { kind: 'person', field: 'phone', old: '0905123456', new: '0905999999', take: null },
    ]);
    const kept = await office.ask('import.run', { file: path, decisions: [{ sheet: 0, row: 2, take: { phone: 'books' } }] });
    expect(outcomes(kept)).toEqual(['2 same', '3 same']);
    const taken = await office.ask('import.run', { file: path, decisions: [{ sheet: 0, row: 2, take: { phone: 'file' } }] });
    expect(outcomes(taken)).toEqual(['2 updated', '3 same']);
    const { rows } = await office.ask('mediator.list', { find: 'Bình' });
    expect(rows[0]?.phone).toBe('0905999999');
  });

  test('rows in error stay out with code and field, the others come in, and a file brings the refused back with the reason', async () => {
    const path = file([
      head,
      [1, 'Trần Văn Bình', 'Nam', '31/02/1965', 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1', 'Xã Ea Kly', null],
      [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Ê Đê', 'Hòa giải viên', 'Tổ hòa giải thôn 1', 'Xã Ea Kly', null],
      [3, 'Y Bhăm Niê', null, 1972, 'người lạ', 'Hòa giải viên', 'Tổ hòa giải thôn 1', 'Xã Không Có', null],
      [4, null, 'Nữ', 1972, 'Kinh', 'Hòa giải viên', 'Tổ hòa giải thôn 1', 'Xã Ea Kly', null],
    ]);
    const plan = await office.ask('import.run', { file: path });
    expect(outcomes(plan)).toEqual(['2 error', '3 created', '4 error', '5 error']);
    expect(issuesOf(plan)).toEqual([
      '2 date-invalid birthDate',
      '4 code-unknown ethnicGroup',
      '4 sex-from-name sex',
      '4 commune-unknown communeId',
      '5 field-required fullName',
    ]);
    expect(plan.rows.every((row) => row.issues.every((issue) => issue.message.length > 10))).toBe(true);
    expect(plan.rows[0]?.written).toEqual({ birthDate: '31/02/1965' });
    const texts = { birthDate: '05/03/1965' };
    const corrected = await office.ask('import.plan', { file: path, decisions: [{ sheet: 0, row: 2, part: 1, texts }] });
    expect(corrected.rows[0]).toMatchObject({ values: { birthDate: '1965-03-05' }, written: { birthDate: '31/02/1965' } });
    const out = join(base, 'errors.xlsx');
    expect(await office.ask('import.writeErrors', { file: path, out, rows: plan.rows })).toEqual({ file: out, rowCount: 3 });
    const back = readWorkbook(readFileSync(out)).sheets[0]?.rows.map((row) => row.cells.map((cell) => cell?.text ?? ''));
    expect(back?.map((row) => row[1])).toEqual(['Họ và tên', 'Trần Văn Bình', 'Y Bhăm Niê', '']);
    expect(back?.[0]?.[9]).toBe('Lý do chưa nhập');
    expect(back?.[1]?.[9]).toContain('Ngày không đúng');
    expect((await office.ask('import.plan', { file: out })).sheets[0]?.columns.map((column) => column.target)).toEqual([
      'index',
      'fullName',
      'sex',
      'birthDate',
      'ethnicGroup',
      'role',
      'teamName',
      'commune',
      'phone',
      null,
    ]);
  });

  test('an outdated preview is refused', async () => {
    const path = file(roster);
    const plan = await office.ask('import.plan', { file: path });
    await office.ask('import.run', { file: path });
    expect((await office.fail('import.run', { file: path, planHash: plan.planHash })).code).toBe('preview-outdated');
  });
});

describe('other kinds', () => {
  test('residential units, teams, people and trainers are told apart by their heads', async () => {
    const units = await office.ask('import.run', {
      file: file([
        ['TT', 'Thôn, buôn, tổ dân phố', 'Xã, phường, thị trấn', 'Số hộ'],
        [1, 'Buôn Ea Nuôl', 'Ea Kly', 120],
        [2, 'Thôn 5', 'Xã Ea Kly', '1.200'],
      ]),
    });
    expect(outcomes(units)).toEqual(['2 created', '3 created']);
    const listed = await office.ask('record.list', { kind: 'residential-unit' });
    expect(listed.rows.map((row) => row.values)).toEqual([
      { name: 'Buôn Ea Nuôl', kind: 'buon', communeId: commune, householdCount: 120 },
      { name: 'Thôn 5', kind: 'thon', communeId: commune, householdCount: 1200 },
    ]);
    const teams = await office.ask('import.run', {
      file: file([
        ['TT', 'Tên tổ hòa giải', 'Thôn, buôn', 'Xã', 'Số quyết định', 'Ngày quyết định'],
        [1, 'Tổ hòa giải buôn Ea Nuôl', 'Buôn Ea Nuôl', 'Ea Kly', '12/QĐ-UBND', '01/06/2014'],
      ]),
    });
    expect(outcomes(teams)).toEqual(['2 created']);
    const [team] = (await office.ask('record.list', { kind: 'team' })).rows;
    expect(team?.values).toMatchObject({
      name: 'Tổ hòa giải buôn Ea Nuôl',
      residentialUnitIds: [units.rows[0]?.id],
      establishedOn: '2014-06-01',
    });
    const [decision] = (await office.ask('record.list', { kind: 'decision' })).rows;
    expect(decision?.values).toMatchObject({
      number: '12/QĐ-UBND',
      decidedOn: '2014-06-01',
      issuer: 'Ủy ban nhân dân xã Ea Kly',
    });
    const trainers = await office.ask('import.run', {
      file: file([
        ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Chức vụ', 'Cơ quan công tác', 'Nguồn', 'Lĩnh vực pháp luật'],
        [1, 'Phạm Thị Lan', 'Nữ', 1975, 'Phó Trưởng phòng', 'Phòng Tư pháp', 'Báo cáo viên pháp luật', 'Đất đai'],
      ]),
    });
    expect(outcomes(trainers)).toEqual(['2 created']);
    const [trainer] = (await office.ask('record.list', { kind: 'trainer' })).rows;
    expect(trainer?.values).toMatchObject({
      pool: 'district',
      source: 'legal-rapporteur',
      position: 'Phó Trưởng phòng',
      agency: 'Phòng Tư pháp',
      fieldOfLaw: 'Đất đai',
    });
    const people = await office.ask('import.run', {
      file: file([
        ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Số CCCD', 'Trình độ văn hóa', 'Trình độ chuyên môn'],
        [1, 'Võ Minh Tâm', 'Nam', 1980, '066080000123', '12/12', 'Cử nhân luật'],
      ]),
      kind: 'person',
    });
    expect(outcomes(people)).toEqual(['2 created']);
    const [person] = (await office.ask('record.list', { kind: 'person', find: 'Tâm' })).rows;
    expect(person?.values).toMatchObject({
      generalEducation: 'upper-secondary',
      professionalLevel: 'law',
      lawDegree: 'law-bachelor',
      citizenId: '066080000123',
    });
  });
});

test('a text typed for a row takes the place of every column that told the same', async () => {
  const path = file([
    ['STT', 'Họ và tên', 'Năm sinh', null, 'Tổ hòa giải', 'Xã'],
    [null, null, 'Nam', 'Nữ', null, null],
    [1, 'Trần Văn Bình', '19x5', null, 'Tổ hòa giải thôn 1', 'Xã Ea Kli'],
    [2, 'Lê Thị Hoa', '1970', '1971', 'Tổ hòa giải thôn 1', 'Xã Ea Kly'],
  ]);
  const plan = await office.ask('import.plan', {
    file: path,
    decisions: [
      { sheet: 0, row: 3, texts: { birthDate: '1965', commune: 'Ea Kly' } },
      { sheet: 0, row: 4, texts: { birthDate: '1971', sex: 'Nữ' } },
    ],
  });
  expect(plan.rows.map((row) => [row.outcome, row.values.birthDate, row.values.sex])).toEqual([
    ['created', '1965', 'male'],
    ['created', '1971', 'female'],
  ]);
});

describe('people who are in the books already', () => {
  const at = (name: string, born: string | number, more: { readonly phone?: string; readonly team?: string } = {}) => [
    1,
    name,
    'Nam',
    born,
    'Kinh',
    'Hòa giải viên',
    more.team ?? 'Tổ hòa giải thôn 1',
    'Xã Ea Kly',
    more.phone ?? null,
  ];

  test('are found by the same rules as while typing: what is exact is taken, what may be the same is asked with its reasons', async () => {
    await office.ask('import.run', {
      file: file([head, at('Trần Văn Bình', '05/03/1965'), at('Lê Hữu Dũng', 1970), at('Phạm Văn Kỳ', '07/08/1980')]),
    });
    const path = file([head, at('TRAN VAN BINH', '05/03/1965'), at('Lê Hữu Dung', 1970), at('Phạm Văn Kỳ', '08/07/1980')]);
    const plan = await office.ask('import.plan', { file: path });
    expect(
      plan.rows.map((row) => [row.outcome, row.candidates.map(({ title, certain, about }) => [title, certain, about])]),
    ).toEqual([
      ['needs-decision', []],
      ['created', []],
      ['needs-decision', [['Phạm Văn Kỳ', false, '07/08/1980, Tổ hòa giải thôn 1, Xã Ea Kly']]],
    ]);
    expect(plan.rows[0]?.changes).toMatchObject([{ field: 'fullName', old: 'Trần Văn Bình', new: 'Tran Van Binh', take: null }]);
    expect(plan.rows[2]?.candidates[0]?.reasons.map(({ code }) => code)).toEqual([
      'birth-swapped',
      'commune-equal',
      'name-equal',
    ]);
  });

  test('a row said to be another person is remembered as such, and undone with the import', async () => {
    await office.ask('import.run', { file: file([head, at('Phạm Văn Kỳ', '07/08/1980')]) });
    const path = file([head, at('Phạm Văn Kỳ', '08/07/1980')]);
    const done = await office.ask('import.run', { file: path, decisions: [{ sheet: 0, row: 2, person: 'new' }] });
    expect(done.counts.created).toBe(1);
    expect((await office.ask('identity.list', {})).rows.map((row) => row.decision)).toEqual(['different']);
    expect((await office.ask('person.duplicates', {})).total).toBe(0);
    const { kept } = await office.ask('import.undo', { importId: done.importId ?? '' });
    expect(kept).toEqual([]);
    expect((await office.ask('identity.list', {})).total).toBe(0);
  });
});
