import { beforeAll, expect, test } from 'vitest';
import { enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

let office: Office;
let id = '';
let mediatorIds: readonly string[] = [];

const put = (line: Record<string, unknown>) => office.ask('record.put', { kind: 'team', lines: [{ id, ...line }] });
const history = () => office.ask('record.history', { kind: 'team', id });
const values = async () => (await office.ask('record.get', { kind: 'team', id })).values;
/** The nth change of the team, the first being 1. */
const change = async (nth: number) => {
  const found = (await history()).toReversed()[nth - 1];
  return { replica: found?.replica ?? '', n: found?.n ?? 0 };
};

beforeAll(async () => {
  office = await setUpOffice(temporaryFolder(), '654');
  const entered = await enterTeam(office, '24502', threeMembers);
  id = entered.teamId;
  mediatorIds = entered.mediatorIds;
  await put({ name: 'Tổ hòa giải thôn Hai', note: 'Một' });
  await put({ note: 'Hai', fixedMemberCount: 5 });
});

test('an earlier state is shown against now, one field or all of it comes back as a new change with a reason', async () => {
  const to = await change(2);
  expect(await office.ask('record.previewRevert', { kind: 'team', id, to })).toEqual({
    title: 'Tổ hòa giải thôn Hai',
    removedNow: false,
    removedThen: false,
    fields: [
      { field: 'fixedMemberCount', now: 5, then: null },
      { field: 'note', now: 'Hai', then: 'Một' },
    ],
    together: [],
  });
  await office.ask('record.revert', { kind: 'team', id, to, fields: ['note'], reason: 'ghi nhầm' });
  expect(await values()).toMatchObject({ note: 'Một', fixedMemberCount: 5, name: 'Tổ hòa giải thôn Hai' });
  await office.ask('record.revert', { kind: 'team', id, to: await change(1), reason: 'về như đầu' });
  expect(await values()).toEqual({ name: 'Tổ hòa giải thôn 1', communeId: '24502' });
  expect((await history())[0]).toMatchObject({ reason: 'về như đầu' });
  expect(await office.fail('record.revert', { kind: 'team', id, to: await change(1), reason: 'lại' })).toMatchObject({
    code: 'bulk-nothing',
  });
  expect(await office.fail('record.revert', { kind: 'team', id, to: { replica: 'x', n: 1 }, reason: 'lại' })).toMatchObject({
    code: 'state-not-found',
  });
  await office.ask('step.undo', {});
  expect(await values()).toMatchObject({ note: 'Một', fixedMemberCount: 5, name: 'Tổ hòa giải thôn Hai' });
});

test('a rule of today refuses a value that it forbids', async () => {
  const nomination = {
    subjectKind: 'team',
    teamId: id,
    level: 'district',
    form: 'merit-certificate-local',
    basis: 'regular',
    year: 2019,
  };
  const made = await office.ask('record.put', { kind: 'nomination', lines: [{ ...nomination, stage: 'submitted' }] });
  const nominationId = made.results[0]?.id ?? '';
  await office.ask('record.put', {
    kind: 'nomination',
    lines: [{ id: nominationId, stage: 'awarded', decisionNumber: '1/QĐ', decidedOn: '2019-12-01' }],
  });
  const first = (await office.ask('record.history', { kind: 'nomination', id: nominationId })).at(-1);
  const to = { replica: first?.replica ?? '', n: first?.n ?? 0 };
  expect(await office.fail('record.revert', { kind: 'nomination', id: nominationId, to, reason: 'nhầm' })).toMatchObject({
    code: 'validation-failed',
    issues: [{ code: 'stage-not-allowed' }],
  });
});

test('a removed record comes back with those that one command removed together with it', async () => {
  const [first = '', second = ''] = mediatorIds;
  const steps = (await office.ask('step.list', {})).steps;
  const added = steps.find(({ sentence }) => sentence === 'Thêm 3 hòa giải viên');
  await office.ask('step.undo', { stepId: added?.id ?? 0 });
  const [removal, made] = await office.ask('record.history', { kind: 'membership', id: first });
  expect(removal?.fields[0]?.field).toBe('removed');
  const to = { replica: made?.replica ?? '', n: made?.n ?? 0 };
  const shown = await office.ask('record.previewRevert', { kind: 'mediator', id: first, to });
  expect([shown.removedNow, shown.removedThen, shown.together.length]).toEqual([true, false, 5]);
  const done = await office.ask('record.revert', { kind: 'mediator', id: first, to, reason: 'khôi phục', together: true });
  expect(done.restored).toBe(6);
  expect((await office.ask('record.get', { kind: 'membership', id: second })).removed).toBe(false);
});
