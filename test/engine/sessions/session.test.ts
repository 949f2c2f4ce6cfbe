import { beforeAll, describe, expect, test } from 'vitest';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
const commune = communeOf['654'] ?? '';
let office: Office;

beforeAll(async () => {
  office = await setUpOffice(base, '654');
});

const addSession = async (values: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const { results } = await office.ask('record.put', {
    kind: 'session',
    lines: [{ title: 'Bồi dưỡng nghiệp vụ', kind: 'mediator-training', startsOn: '2019-05-14', sittingCount: 3, ...values }],
  });
  return results[0]?.id ?? '';
};

const participantsOf = async (sessionId: string) => (await office.ask('session.get', { id: sessionId })).participants;

describe('participants', () => {
  test('whole teams and communes come at once; who is there already is passed over', async () => {
    const sessionId = await addSession();
    const { teamId } = await enterTeam(office, commune, threeMembers);
    expect(await office.ask('session.invitedCount', { sessionId, teamIds: [teamId] })).toEqual({ people: 3, already: 0 });
    expect(await office.ask('session.addPeople', { sessionId, teamIds: [teamId] })).toEqual({ added: 3, already: 0 });
    await enterTeam(office, commune, [{ fullName: 'Phạm Thị Lan', sex: 'female' }]);
    expect(await office.ask('session.addPeople', { sessionId, communeIds: [commune] })).toEqual({ added: 1, already: 3 });
    expect((await participantsOf(sessionId)).map((row) => row.fullName)).toEqual([
      'Trần Văn Bình',
      'Lê Thị Hoa',
      'Phạm Thị Lan',
      "H' Liên Niê",
    ]);
  });

  test('somebody taken off the list and added again is the same record with its presence', async () => {
    const sessionId = await addSession();
    const { teamId } = await enterTeam(office, commune, [{ fullName: 'Đỗ Văn Nam', sex: 'male' }]);
    await office.ask('session.addPeople', { sessionId, teamIds: [teamId] });
    const [before] = await participantsOf(sessionId);
    const id = before?.id ?? '';
    await office.ask('session.markPresence', { marks: [{ participantId: id, sitting: 2, present: true }] });
    await office.ask('record.remove', { kind: 'participant', id, reason: 'Không đến' });
    expect(await participantsOf(sessionId)).toEqual([]);
    await office.ask('session.addPeople', { sessionId, teamIds: [teamId] });
    expect(await participantsOf(sessionId)).toMatchObject([{ id, present: [2], marks: [{ sitting: 2 }] }]);
  });

  test('another office’s session takes nobody', async () => {
    const province = await setUpOffice(base, '66');
    const sessionId = await addSession();
    await enrol(province, office);
    const made = await office.ask('package.export', { folder: base });
    await province.ask('merge.apply', { files: [made.file] });
    expect((await province.fail('session.addPeople', { sessionId, communeIds: [commune] })).code).toBe('record-not-owned');
    const [participant] = await participantsOf(sessionId);
    expect(participant).toBeUndefined();
  });
});

describe('presence', () => {
  test('people and attendances are counted apart; a mark taken back leaves no attendance', async () => {
    const sessionId = await addSession({ title: 'Lớp đếm lượt' });
    const { teamId } = await enterTeam(office, commune, threeMembers);
    await office.ask('session.addPeople', { sessionId, teamIds: [teamId] });
    const people = await participantsOf(sessionId);
    const marks = people.flatMap((person) => [1, 2, 3].map((sitting) => ({ participantId: person.id, sitting, present: true })));
    expect(await office.ask('session.markPresence', { marks })).toEqual({ changed: 9 });
    expect(await office.ask('session.markPresence', { marks })).toEqual({ changed: 0 });
    const last = marks.at(-1);
    await office.ask('session.markPresence', { marks: last ? [{ ...last, present: false }] : [] });
    const { rows } = await office.ask('session.list', { find: 'dem luot' });
    expect(rows).toMatchObject([{ participantCount: 3, attendanceCount: 8 }]);
  });

  test('a mark that never was is not written as an absence', async () => {
    const sessionId = await addSession();
    const { teamId } = await enterTeam(office, commune, [{ fullName: 'Vũ Thị Mai', sex: 'female' }]);
    await office.ask('session.addPeople', { sessionId, teamIds: [teamId] });
    const [person] = await participantsOf(sessionId);
    const mark = { participantId: person?.id ?? '', sitting: 1, present: false };
    expect(await office.ask('session.markPresence', { marks: [mark] })).toEqual({ changed: 0 });
  });
});

describe('a pasted list', () => {
  test('finds people by name without tones, and by year, team or commune where a name is borne twice', async () => {
    const alone = await setUpOffice(base, '654');
    const put = async (fullName: string, birthDate: string): Promise<string> =>
      (await alone.ask('record.put', { kind: 'person', lines: [{ fullName, sex: 'female', birthDate }] })).results[0]?.id ?? '';
    const older = await put('Nguyễn Thị Hồng', '1961');
    const younger = await put('Nguyễn Thị Hồng', '1984-03-02');
    const other = await put("H' Hen Niê", '1990');
    const text = [
      '1. Nguyễn Thị Hồng (1984)',
      '2\tNGUYEN THI HONG\t1961',
      'Bà H’ Hen Niê',
      'Nguyễn Thị Hồng',
      'Lê Không Có',
    ].join('\n');
    const { lines } = await alone.ask('session.resolveNames', { text });
    expect(lines.map((line) => [line.name, line.matches.map((match) => match.personId)])).toEqual([
      ['Nguyễn Thị Hồng', [younger]],
      ['NGUYEN THI HONG', [older]],
      ['H’ Hen Niê', [other]],
      ['Nguyễn Thị Hồng', [older, younger]],
      ['Lê Không Có', []],
    ]);
  });
});

describe('coverage', () => {
  test('counts a mediator once who was present at a training of the year, and lists the others', async () => {
    const alone = await setUpOffice(base, '654');
    const { teamId } = await enterTeam(alone, commune, threeMembers);
    const put = await alone.ask('record.put', {
      kind: 'session',
      lines: [{ title: 'Lớp', kind: 'mediator-training', startsOn: '2019-05-14', sittingCount: 2 }],
    });
    const sessionId = put.results[0]?.id ?? '';
    await alone.ask('session.addPeople', { sessionId, teamIds: [teamId] });
    const { participants } = await alone.ask('session.get', { id: sessionId });
    await alone.ask('session.markPresence', {
      marks: [1, 2].map((sitting) => ({ participantId: participants[0]?.id ?? '', sitting, present: true })),
    });
    expect(await alone.ask('coverage.get', { year: 2019 })).toMatchObject({
      mediatorCount: 3,
      trainedCount: 1,
      communes: [{ communeId: commune, mediatorCount: 3, trainedCount: 1 }],
    });
    const { rows, total } = await alone.ask('coverage.untrained', { year: 2019, communeId: commune });
    expect(total).toBe(2);
    expect(rows.map((row) => row.fullName)).not.toContain(participants[0]?.fullName);
    expect((await alone.ask('coverage.untrained', { year: 2020 })).rows.map((row) => row.lastTrainedYear).sort()).toEqual([
      2019,
      null,
      null,
    ]);
  });
});
