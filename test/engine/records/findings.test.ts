import { beforeAll, describe, expect, test } from 'vitest';
import { communeOf, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';
import { findPlanIssues } from '#shared/domain/plan-findings.ts';
import { endingPredecessors, findVillageIssues, lastDayBefore } from '#shared/domain/village-findings.ts';
import { findingFixes, findingSentences } from '#shared/text/finding-sentences.vi.ts';

const base = temporaryFolder();
const commune = communeOf['654'] ?? '';
let office: Office;
let teamId = '';
let mediatorIds: readonly string[] = [];

const put = async (kind: string, line: Readonly<Record<string, unknown>>): Promise<string> =>
  (await office.ask('record.put', { kind, lines: [line] })).results[0]?.id ?? '';
const rulesOf = async (kind: string, id: string, withAnswered = false): Promise<readonly string[]> =>
  (await office.ask('check.run', { kind, id, withAnswered })).map((finding) => finding.rule).sort();

beforeAll(async () => {
  office = await setUpOffice(base, '654');
  const team = await enterTeam(office, commune, threeMembers);
  teamId = team.teamId;
  mediatorIds = team.mediatorIds;
});

describe('findings beside the composition of teams', () => {
  test('recognition by decision: members, leader, and the end of a membership (articles 8, 14, 11)', async () => {
    const [leader = '', member = ''] = mediatorIds;
    expect(await rulesOf('membership', leader)).toEqual(['leader-not-recognised', 'member-not-recognised']);
    const decision = { issuer: 'UBND xã', decidedOn: '2019-03-15' };
    const decisionId = await put('decision', { ...decision, number: '45/QĐ-UBND', kind: 'mediator-recognised' });
    const leaderDecisionId = await put('decision', { ...decision, number: '46/QĐ-UBND', kind: 'leader-recognised' });
    await office.ask('record.put', { kind: 'mediator', lines: [{ id: leader, decisionId, leaderDecisionId }] });
    expect(await rulesOf('membership', leader)).toEqual([]);
    await office.ask('record.put', {
      kind: 'mediator',
      lines: [{ id: member, ceasedOn: '2019-11-01', ceaseReason: 'own-wish' }],
    });
    expect(await office.ask('check.run', { kind: 'membership', id: member })).toMatchObject([
      { rule: 'cease-decision-missing', article: '35/2013/QH13 Điều 11', title: 'Lê Thị Hoa', unitId: commune },
    ]);
    await office.ask('record.put', { kind: 'mediator', lines: [{ id: member, ceasedOn: null, ceaseReason: null }] });
  });

  test('a dissolved team with members, a team whose village has ended, a village without a team', async () => {
    const village = await put('residential-unit', { name: 'Thôn 9', kind: 'thon', communeId: commune });
    expect(await rulesOf('residential-unit', village)).toEqual(['village-without-team']);
    await office.ask('record.put', { kind: 'team', lines: [{ id: teamId, residentialUnitIds: [village] }] });
    expect(await rulesOf('residential-unit', village)).toEqual([]);
    await office.ask('record.put', { kind: 'residential-unit', lines: [{ id: village, validTo: '2019-06-30' }] });
    expect(await rulesOf('team', teamId)).toEqual(['team-places-ended']);
    await office.ask('record.put', { kind: 'team', lines: [{ id: teamId, dissolvedOn: '2019-07-01' }] });
    expect(await rulesOf('team', teamId)).toEqual(['team-dissolved-with-members']);
    await office.ask('record.put', {
      kind: 'team',
      lines: [{ id: teamId, dissolvedOn: null, residentialUnitIds: null }],
    });
  });

  test('a session that is over without presence or speakers; the medal a second time', async () => {
    const personId = (await office.ask('mediator.get', { id: mediatorIds[0] ?? '' })).person.id;
    const session = { title: 'Lớp thử', kind: 'trainer-training', startsOn: '2019-05-14', sittingCount: 2 };
    const sessionId = await put('session', session);
    await put('participant', { sessionId, personId });
    expect(await rulesOf('session', sessionId)).toEqual([
      'participants-no-trainers',
      'session-without-presence',
      'session-without-speakers',
    ]);
    const medal = { subjectKind: 'mediator', personId, level: 'ministry', form: 'medal', basis: 'regular', stage: 'draft' };
    const first = await put('nomination', { ...medal, year: 2018 });
    expect(await rulesOf('nomination', first)).toEqual([]);
    await put('nomination', { ...medal, year: 2019 });
    expect(await rulesOf('nomination', first)).toEqual(['medal-twice']);
  });

  test('the plans in force on the day: size of the pool, trainers for so many teams, teams with a legal professional', () => {
    const district = { officeId: '654', officeName: 'Phòng Tư pháp', unitId: '654', tier: 'district' } as const;
    const facts = { ...district, trainerCount: 2, teamCount: 240, legalTeamCount: 23 };
    const rulesOn = (day: string, more: Partial<typeof facts> = {}): readonly string[] =>
      findPlanIssues({ ...facts, ...more }, day).map((one) => one.rule);
    expect(rulesOn('2019-01-01')).toEqual([]);
    expect(rulesOn('2019-12-01')).toEqual(['pool-too-small']);
    expect(rulesOn('2019-12-01', { trainerCount: 9 })).toEqual(['pool-too-large']);
    expect(rulesOn('2025-12-01')).toEqual(['trainers-for-teams', 'teams-with-legal-professional']);
    expect(rulesOn('2025-12-01', { trainerCount: 3, legalTeamCount: 24 })).toEqual([]);
    expect(findPlanIssues(facts, '2025-12-01')[0]?.details).toEqual({ count: 2, teams: 240, each: 80, target: 3 });
  });

  test('every rule has a sentence and a way to set it right', () => {
    expect(Object.keys(findingFixes).sort()).toEqual(Object.keys(findingSentences).sort());
  });
});

describe('what the rules of a form say of records as they stand', () => {
  test('an unusual age and a number that does not fit are questions with person, commune and the way to set them right', async () => {
    const personId = (await office.ask('mediator.get', { id: mediatorIds[2] ?? '' })).person.id;
    await office.ask('record.put', { kind: 'person', lines: [{ id: personId, birthDate: '1901', citizenId: '066165000123' }] });
    const found = await office.ask('check.run', { kind: 'person', id: personId });
    expect(found.map((one) => [one.rule, one.severity, one.unitId, one.title])).toEqual([
      ['age-unusual', 'question', commune, "H' Liên Niê"],
      ['citizen-id-year', 'question', commune, "H' Liên Niê"],
    ]);
    expect(found[0]?.fix).not.toBe('');
    expect(JSON.stringify(found)).not.toContain('066165000123');
  });

  test('an answered question does not come back until what it rests on changes, and the answer can be taken back', async () => {
    const personId = (await office.ask('mediator.get', { id: mediatorIds[2] ?? '' })).person.id;
    const question = { rule: 'age-unusual', kind: 'person', id: personId };
    const { answerId } = await office.ask('check.answer', { ...question, note: 'Đã đối chiếu' });
    expect(await rulesOf('person', personId)).toEqual(['citizen-id-year']);
    expect(await rulesOf('person', personId, true)).toEqual(['age-unusual', 'citizen-id-year']);
    await office.ask('record.put', { kind: 'person', lines: [{ id: personId, phone: '0905123456' }] });
    expect(await rulesOf('person', personId)).toEqual(['citizen-id-year']);
    await office.ask('record.put', { kind: 'person', lines: [{ id: personId, birthDate: '1902' }] });
    expect(await rulesOf('person', personId)).toEqual(['age-unusual', 'citizen-id-year']);
    expect((await office.ask('check.answer', question)).answerId).toBe(answerId);
    await office.ask('check.takeBackAnswer', { answerId });
    expect(await rulesOf('person', personId)).toEqual(['age-unusual', 'citizen-id-year']);
    expect((await office.ask('check.answer', question)).answerId).toBe(answerId);
    expect(await rulesOf('person', personId)).toEqual(['citizen-id-year']);
  });

  test('what the law forbids cannot be answered away, nor a question that is not asked', async () => {
    const { teamId: small } = await enterTeam(office, commune, [{ fullName: 'Trần Văn Một', sex: 'male' }]);
    const refused = await office.fail('check.answer', { rule: 'team-too-few-members', kind: 'team', id: small });
    expect(refused.code).toBe('finding-not-found');
    expect((await office.fail('check.answer', { rule: 'age-unusual', kind: 'team', id: small })).code).toBe('finding-not-found');
  });
});

describe('villages that are divided or merged', () => {
  test('old ones that go on beside the new one, and a second one of a name in the commune, are asked about', async () => {
    const village = (name: string, more: object = {}) =>
      put('residential-unit', { name, kind: 'thon', communeId: commune, ...more });
    const [first, second] = [await village('Thôn Tây 1', { validFrom: '2005-01-01' }), await village('Thôn Tây 2')];
    const merged = await village('Thôn Tây', { validFrom: '2019-07-01', predecessorIds: [first, second] });
    expect(await rulesOf('residential-unit', first)).toEqual(['village-goes-on', 'village-without-team']);
    const lines = [first, second].map((id) => ({ id, validTo: lastDayBefore('2019-07-01') }));
    await office.ask('record.put', { kind: 'residential-unit', lines });
    expect(await rulesOf('residential-unit', first)).toEqual([]);
    expect(await rulesOf('residential-unit', merged)).toEqual(['village-without-team']);
    const again = { name: 'thôn  tây', kind: 'thon', communeId: commune, validFrom: '2019-08-01' };
    const asked = await office.fail('record.put', { kind: 'residential-unit', lines: [again], stopAtQuestions: true });
    expect(asked.issues).toMatchObject([{ code: 'village-name-twice', field: 'name', severity: 'question' }]);
    const twin = await put('residential-unit', again);
    expect(await rulesOf('residential-unit', twin)).toContain('village-name-twice');
    await office.ask('check.answer', { rule: 'village-name-twice', kind: 'residential-unit', id: twin });
    expect(await rulesOf('residential-unit', twin)).not.toContain('village-name-twice');
  });

  test('only villages in force that had begun by then are offered to end; of a name that ended earlier nothing is asked', () => {
    const old = {
      id: 'a',
      officeId: '654',
      communeId: commune,
      name: 'Thôn 1',
      validFrom: null,
      validTo: null,
      predecessorIds: [],
    };
    const next = { ...old, id: 'b', validFrom: '2020-01-01', predecessorIds: ['a', 'c', 'd'] };
    const begunLater = { ...old, id: 'c', validFrom: '2020-01-01' };
    const ended = { ...old, id: 'd', validTo: '2019-12-31' };
    expect(endingPredecessors(next, [old, begunLater, ended, next]).map(({ id }) => id)).toEqual(['a']);
    expect(lastDayBefore('2020-03-01')).toBe('2020-02-29');
    expect(findVillageIssues([ended, { ...next, predecessorIds: ['d'] }])).toEqual([]);
    expect(findVillageIssues([old, next]).map(({ rule, id }) => `${rule} ${id}`)).toEqual([
      'village-goes-on a',
      'village-name-twice b',
    ]);
  });
});
