import { beforeAll, describe, expect, test } from 'vitest';
import { communeOf, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
const commune = communeOf['654'] ?? '';
let office: Office;
let personId = '';
let teamId = '';
let mediatorId = '';

beforeAll(async () => {
  office = await setUpOffice(base, '654');
  const team = await enterTeam(office, commune, threeMembers);
  teamId = team.teamId;
  mediatorId = team.mediatorIds[0] ?? '';
  personId = (await office.ask('mediator.get', { id: mediatorId })).person.id;
});

const put = async (kind: string, line: Readonly<Record<string, unknown>>): Promise<string> =>
  (await office.ask('record.put', { kind, lines: [line] })).results[0]?.id ?? '';

const nominate = (more: Readonly<Record<string, unknown>>): Promise<string> =>
  put('nomination', {
    level: 'district',
    form: 'merit-certificate-local',
    basis: 'regular',
    year: 2019,
    stage: 'draft',
    ...more,
  });

describe('nominations', () => {
  test('are named by their subject, collectives first, and found by it', async () => {
    await nominate({ subjectKind: 'mediator', personId });
    await nominate({ subjectKind: 'team', teamId });
    await nominate({ subjectKind: 'organisation', organisationName: 'Hội Luật gia huyện' });
    const { rows, years } = await office.ask('nomination.list', {});
    expect(rows.map((row) => [row.subjectKind, row.subjectName])).toEqual([
      ['organisation', 'Hội Luật gia huyện'],
      ['team', 'Tổ hòa giải thôn 1'],
      ['mediator', 'Trần Văn Bình'],
    ]);
    expect(years).toEqual([2019]);
    expect((await office.ask('nomination.list', { find: 'binh tran' })).rows.map((row) => row.subjectName)).toEqual([
      'Trần Văn Bình',
    ]);
  });

  test('a paper is ticked once; ticking it again changes the same record', async () => {
    const id = await nominate({ subjectKind: 'mediator', personId, year: 2018 });
    await office.ask('nomination.markPaper', { nominationId: id, item: 'proposal', present: true, note: 'Bản chính' });
    await office.ask('nomination.markPaper', { nominationId: id, item: 'proposal', present: false });
    const { papers, nextStages, others } = await office.ask('nomination.get', { id });
    const { rows, total } = await office.ask('record.list', { kind: 'dossier-item', where: { nominationId: id } });
    const paper = { id: rows[0]?.id, item: 'proposal', present: false, note: 'Bản chính' };
    expect(papers.find((one) => one.item === 'proposal')).toEqual(paper);
    expect(total).toBe(1);
    expect(nextStages).toEqual(['proposed', 'withdrawn']);
    expect(others.map((other) => other.year)).toEqual([2019]);
  });
});

describe('trainers', () => {
  test('the pool says how far it is from its target, and who attended no method training', async () => {
    const trainerId = await put('trainer', { personId, pool: 'district', source: 'legal-rapporteur' });
    const before = await office.ask('trainer.list', {});
    expect(before.pools).toMatchObject([{ count: 1, least: 4, most: 8, withoutMethodTraining: 1 }]);
    const sessionId = await put('session', {
      title: 'Tập huấn phương pháp',
      kind: 'trainer-training',
      startsOn: '2019-08-05',
      sittingCount: 1,
    });
    expect(await office.ask('session.addPeople', { sessionId, pool: true })).toEqual({ added: 1, already: 0 });
    const { participants } = await office.ask('session.get', { id: sessionId });
    await office.ask('session.markPresence', {
      marks: participants.map((one) => ({ participantId: one.id, sitting: 1, present: true })),
    });
    await put('session-speaker', { sessionId, trainerId });
    const after = await office.ask('trainer.list', {});
    expect(after.pools).toMatchObject([{ withoutMethodTraining: 0 }]);
    expect(after.rows).toMatchObject([{ fullName: 'Trần Văn Bình', methodTrainingYear: 2019, sessionCount: 1 }]);
  });
});

describe('people and what belongs to a record', () => {
  test('a person’s card has every role, newest first', async () => {
    const { rows } = await office.ask('record.related', { kind: 'person', id: personId });
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(['membership', 'nomination', 'trainer', 'participant']));
    expect(rows.find((row) => row.kind === 'participant')?.detail).toBe('dự 1/1 buổi');
    expect(rows.map((row) => row.day ?? '')).toEqual([...rows.map((row) => row.day ?? '')].sort().reverse());
  });

  test('a decision lists whom it covers', async () => {
    const decisionId = await put('decision', {
      number: '45/QĐ-UBND',
      decidedOn: '2019-03-15',
      kind: 'mediator-recognised',
      issuer: 'Ủy ban nhân dân xã',
    });
    await put('membership', { id: mediatorId, decisionId });
    expect((await office.ask('record.related', { kind: 'decision', id: decisionId })).rows).toMatchObject([
      { kind: 'membership', field: 'decisionId', title: 'Trần Văn Bình' },
    ]);
  });

  test('people are listed by role', async () => {
    await put('person', { fullName: 'Lý Thị Tươi', sex: 'female', birthDate: '1970' });
    const namesOf = async (role: 'none' | 'trainer' | 'nominee'): Promise<readonly string[]> =>
      (await office.ask('person.list', { role })).rows.map((row) => row.fullName);
    expect(await namesOf('none')).toEqual(['Lý Thị Tươi']);
    expect(await namesOf('trainer')).toEqual(['Trần Văn Bình']);
    expect(await namesOf('nominee')).toEqual(['Trần Văn Bình']);
  });
});
