import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openStorage } from '#db/open.ts';
import { tableOf, columnOf } from '#db/queries/table-name.ts';
import { systemIds } from '#engine/rim.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import { wireFields } from '#shared/exchange/wire.ts';
import { communeOf, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
const commune = communeOf['654'] ?? '';
let office: Office;

beforeAll(async () => {
  office = await setUpOffice(base, '654');
});

const rulesOf = async (kind: string, id: string): Promise<readonly string[]> =>
  (await office.ask('check.run', { kind, id })).map((finding) => finding.rule).sort();

describe('descriptions', () => {
  test('every described field has a column in its kind’s table and a place on the wire', () => {
    const storage = openStorage(join(base, 'columns.db'), systemIds.random(32), { create: true });
    migrate(storage, () => undefined);
    for (const kind of storedKinds) {
      const columns = storage.read((database) =>
        database.prepare('SELECT name, type FROM pragma_table_info(@table)').all({ table: tableOf(kind.kind) }),
      );
      for (const field of Object.keys(kind.fields)) {
        expect(columns).toContainEqual({ name: columnOf(field), type: expect.stringMatching(/^(TEXT|INTEGER)$/) as string });
        expect(wireFields[kind.kind]).toHaveProperty(field);
      }
    }
    storage.close();
  });
});

describe('put', () => {
  test('empties a field with null, keeps what it does not name, and says when nothing differs', async () => {
    const [added] = (await office.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ A', communeId: commune, note: 'x' }] }))
      .results;
    const id = added?.id ?? '';
    expect((await office.ask('record.put', { kind: 'team', lines: [{ id, note: null }] })).results[0]?.change).toBe('changed');
    expect((await office.ask('record.get', { kind: 'team', id })).values).toEqual({ name: 'Tổ A', communeId: commune });
    expect((await office.ask('record.put', { kind: 'team', lines: [{ id, name: 'Tổ  A ' }] })).results[0]?.change).toBe('same');
    expect(await office.ask('record.history', { kind: 'team', id })).toHaveLength(2);
  });

  test('a list without entries, as forms send it, is no change of a field that was never filled', async () => {
    const line = { fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970', backgrounds: [] };
    const [added] = (await office.ask('record.put', { kind: 'person', lines: [line] })).results;
    const id = added?.id ?? '';
    const put = async (backgrounds: readonly string[]) =>
      (await office.ask('record.put', { kind: 'person', lines: [{ ...line, id, backgrounds }] })).results[0]?.change;
    expect([await put([]), await put(['official']), await put([]), await put([])]).toEqual([
      'same',
      'changed',
      'changed',
      'same',
    ]);
    const history = await office.ask('record.history', { kind: 'person', id });
    expect(history.map(({ fields }) => fields.map(({ field }) => field).sort())).toEqual([
      ['backgrounds'],
      ['backgrounds'],
      ['birthDate', 'fullName', 'sex'],
    ]);
  });

  test('a code is read as of the workspace’s date, a reference must be in the office’s books or in the same batch', async () => {
    const unknown = await office.fail('record.put', { kind: 'team', lines: [{ name: 'Tổ B', communeId: '22015' }] });
    expect(unknown.issues).toMatchObject([{ code: 'unit-unknown', field: 'communeId', line: 1 }]);
    const nobody = '0190b000-0000-7000-8000-00000000aaaa';
    const missing = await office.fail('record.put', {
      kind: 'membership',
      lines: [{ personId: nobody, teamId: nobody, role: 'member' }],
    });
    expect(missing.issues?.map((issue) => issue.code)).toEqual(['reference-missing', 'reference-missing']);
  });

  test('a day that is not in the calendar is no date', async () => {
    const line = { fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1965-02-31' };
    expect((await office.fail('record.put', { kind: 'person', lines: [line] })).issues).toMatchObject([
      { code: 'date-invalid', field: 'birthDate' },
    ]);
  });

  test('a question is reported and goes through, or stops where the form asks it to', async () => {
    const line = { fullName: 'Lê Thị Hoa', sex: 'male', birthDate: '1900' };
    const stopped = await office.fail('record.put', { kind: 'person', lines: [line], stopAtQuestions: true });
    expect(stopped.issues?.map((issue) => issue.code)).toEqual(['age-unusual', 'name-suggests-female']);
    const { results } = await office.ask('record.put', { kind: 'person', lines: [line] });
    expect(results[0]?.questions.map((question) => question.code)).toEqual(['age-unusual', 'name-suggests-female']);
  });

  test('a nomination goes through its stages only in order, and an award needs its decision', async () => {
    const { mediatorIds } = await enterTeam(office, commune, threeMembers);
    const { person } = await office.ask('mediator.get', { id: mediatorIds[0] ?? '' });
    const draft = {
      subjectKind: 'mediator',
      personId: person.id,
      level: 'district',
      form: 'merit-certificate',
      basis: 'regular',
      year: 2019,
      stage: 'draft',
    };
    const id = (await office.ask('record.put', { kind: 'nomination', lines: [draft] })).results[0]?.id ?? '';
    const jump = await office.fail('record.put', {
      kind: 'nomination',
      lines: [{ id, stage: 'awarded', decisionNumber: '1/QĐ', decidedOn: '2019-12-01' }],
    });
    expect(jump.issues).toMatchObject([{ code: 'stage-not-allowed' }]);
    for (const stage of ['proposed', 'examined', 'submitted'])
      await office.ask('record.put', { kind: 'nomination', lines: [{ id, stage }] });
    expect((await office.fail('record.put', { kind: 'nomination', lines: [{ id, stage: 'awarded' }] })).issues).toMatchObject([
      { code: 'award-decision-missing' },
    ]);
    await office.ask('record.put', {
      kind: 'nomination',
      lines: [{ id, stage: 'awarded', decisionNumber: '1/QĐ', decidedOn: '2019-12-01' }],
    });
  });
});

describe('findings of a team (Law 35/2013/QH13, articles 12 and 13)', () => {
  test('fewer than three, no woman, no minority member where one is needed, no leader', async () => {
    const unit = await office.ask('record.put', {
      kind: 'residential-unit',
      lines: [{ name: 'Buôn Thử', kind: 'buon', communeId: commune, minorityArea: true }],
    });
    const { teamId } = await enterTeam(office, commune, [
      { fullName: 'Trần Văn Một', sex: 'male' },
      { fullName: 'Trần Văn Hai', sex: 'male' },
    ]);
    await office.ask('record.put', { kind: 'team', lines: [{ id: teamId, residentialUnitIds: [unit.results[0]?.id ?? ''] }] });
    expect(await rulesOf('team', teamId)).toEqual([
      'team-no-leader',
      'team-no-minority-member',
      'team-no-woman',
      'team-too-few-members',
    ]);
    const more = { birthDate: '1970', teamId, ethnicGroup: '12' };
    await office.ask('record.put', {
      kind: 'mediator',
      lines: [
        { ...more, fullName: "H' Ba Niê", sex: 'female', role: 'leader' },
        { ...more, fullName: 'Y Bốn Niê', sex: 'male', role: 'leader' },
      ],
    });
    expect(await rulesOf('team', teamId)).toEqual(['team-several-leaders']);
    expect((await office.ask('check.run', { kind: 'team', id: teamId }))[0]).toMatchObject({
      article: '35/2013/QH13 Điều 13',
      message: expect.stringContaining('2 tổ trưởng') as string,
    });
  });

  test('whoever has ceased is not counted; a removed team leaves its memberships without a team', async () => {
    const { teamId, mediatorIds } = await enterTeam(office, commune, threeMembers);
    expect(await rulesOf('team', teamId)).toEqual([]);
    await office.ask('record.put', {
      kind: 'mediator',
      lines: [{ id: mediatorIds[0], ceasedOn: '2019-11-01', ceaseReason: 'own-wish' }],
    });
    expect(await rulesOf('team', teamId)).toEqual(['team-no-leader', 'team-too-few-members']);
    await office.ask('record.remove', { kind: 'team', id: teamId, reason: 'Sáp nhập' });
    expect(await rulesOf('membership', mediatorIds[1] ?? '')).toEqual(['membership-team-missing']);
  });

  test('a district’s pool below four trainers is flagged', async () => {
    expect(await office.ask('check.run', { kind: 'trainer' })).toMatchObject([
      { rule: 'pool-too-small', details: { count: 0, target: 4 } },
    ]);
  });
});

describe('lists', () => {
  test('teams with numbers stand in the order of the numbers', async () => {
    const names = ['Tổ khối 10', 'Tổ khối 2', 'Tổ khối 1'];
    await office.ask('record.put', { kind: 'team', lines: names.map((name) => ({ name, communeId: commune })) });
    expect((await office.ask('team.list', { find: 'tổ khối' })).rows.map((row) => row.name)).toEqual([
      'Tổ khối 1',
      'Tổ khối 2',
      'Tổ khối 10',
    ]);
  });

  test('are searched without tones with exact tones first, in the order of given names', async () => {
    const people = ['Nguyễn Văn Hòa', 'Nguyễn Văn Hoa', 'Trần Thị Hoá', "H' Hoa Niê"];
    await office.ask('record.put', {
      kind: 'person',
      lines: people.map((fullName) => ({ fullName, sex: fullName.includes('Văn') ? 'male' : 'female', birthDate: '1960' })),
    });
    const find = async (text: string): Promise<readonly string[]> =>
      (await office.ask('record.list', { kind: 'person', find: text, where: { birthDate: '1960' } })).rows.map(
        (row) => row.title,
      );
    expect(await find('hoa')).toEqual(["H' Hoa Niê", 'Nguyễn Văn Hoa', 'Trần Thị Hoá', 'Nguyễn Văn Hòa']);
    expect((await find('Hòa'))[0]).toBe('Nguyễn Văn Hòa');
    expect(await find('van hoa')).toHaveLength(2);
    expect(await find('%')).toEqual([]);
  });
});
