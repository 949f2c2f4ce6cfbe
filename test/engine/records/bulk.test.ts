import { beforeAll, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import { enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

let office: Office;
let first: Awaited<ReturnType<typeof enterTeam>>;
let second: Awaited<ReturnType<typeof enterTeam>>;

type Input = InputOf<'bulk.preview'>;

const preview = (input: Input) => office.ask('bulk.preview', input);
const apply = (input: InputOf<'bulk.apply'>) => office.ask('bulk.apply', input);
const outcomes = ({ items }: OutputOf<'bulk.preview'>) =>
  items.map(({ outcome, issues }) => [outcome, ...issues.map(({ code }) => code)]);
const mediator = async (id: string) => (await office.ask('mediator.get', { id })).values;
const states = async () =>
  Promise.all(
    ['person', 'membership', 'decision', 'team'].map((kind) =>
      office.ask('record.list', { kind, includeRemoved: true, limit: 1000 }),
    ),
  );

beforeAll(async () => {
  office = await setUpOffice(temporaryFolder(), '654');
  first = await enterTeam(office, '24502', threeMembers);
  second = await enterTeam(office, '24502', [{ fullName: 'Phạm Văn Đức', sex: 'male', role: 'leader' }]);
});

test('a preview names every change from and to, and writes nothing; what it showed is what is applied', async () => {
  const before = await states();
  const input: Input = {
    kind: 'mediator',
    select: { filter: { where: { teamId: first.teamId } } },
    change: { operation: 'set-field', field: 'ethnicGroup', value: '02' },
  };
  const shown = await preview(input);
  expect(shown.items.map(({ changes }) => changes)).toEqual(
    first.mediatorIds.map(() => [{ kind: 'person', field: 'ethnicGroup', isNew: false, from: '01', to: '02' }]),
  );
  expect(await states()).toEqual(before);
  expect(await office.fail('bulk.apply', { ...input, hash: 'another' })).toMatchObject({ code: 'preview-outdated' });
  expect(await apply({ ...input, hash: shown.hash })).toEqual(shown);
  expect((await mediator(first.mediatorIds[0] ?? '')).ethnicGroup).toBe('02');
  expect(await office.fail('bulk.apply', input)).toMatchObject({ code: 'bulk-nothing' });
});

test('one refused record stops all, unless it is left out explicitly', async () => {
  const ids = [first.mediatorIds[1] ?? '', '0190a000-0000-7000-8000-00000000dead'];
  const input: Input = {
    kind: 'mediator',
    select: { ids },
    change: { operation: 'set-field', field: 'occupation', value: 'Nông dân' },
  };
  expect(outcomes(await preview(input))).toEqual([['change'], ['refused', 'record-not-found']]);
  expect(await office.fail('bulk.apply', input)).toMatchObject({ code: 'bulk-refused', details: { count: 1 } });
  expect((await mediator(ids[0] ?? '')).occupation).toBeUndefined();
  await apply({ ...input, leaveOutRefused: true });
  expect((await mediator(ids[0] ?? '')).occupation).toBe('Nông dân');
  const wrong = { operation: 'set-field', field: 'sex', value: 'none' } as const;
  expect(outcomes(await preview({ ...input, change: wrong }))[0]).toEqual(['refused', 'code-unknown']);
  const emptied = { operation: 'set-field', field: 'fullName', value: '' } as const;
  expect(outcomes(await preview({ ...input, change: emptied }))[0]).toEqual(['refused', 'field-required']);
  expect(await office.fail('bulk.preview', { ...input, change: { ...wrong, field: 'nothing' } })).toMatchObject({
    code: 'usage-wrong',
  });
});

test('a mediator who moves has ended in one team and begun in the other; one team at a time, one leader in each', async () => {
  const [leader = '', member = ''] = first.mediatorIds;
  const move = {
    operation: 'move-team',
    teamId: second.teamId,
    mode: 'transfer',
    leaders: 'keep',
    on: '2019-12-01',
    ceaseReason: 'own-wish',
  } as const;
  const input: Input = { kind: 'mediator', select: { ids: [leader, member] }, change: move };
  expect(outcomes(await preview(input))).toEqual([['refused', 'team-has-leader'], ['change']]);
  const shown = await apply({ ...input, change: { ...move, leaders: 'member' } });
  expect(shown.items[0]?.changes).toEqual([
    { kind: 'membership', field: 'ceasedOn', isNew: false, from: null, to: '2019-12-01' },
    { kind: 'membership', field: 'ceaseReason', isNew: false, from: null, to: 'own-wish' },
    { kind: 'membership', field: 'teamId', isNew: true, from: null, to: second.teamId },
    { kind: 'membership', field: 'role', isNew: true, from: null, to: 'member' },
    { kind: 'membership', field: 'recognizedOn', isNew: true, from: null, to: '2019-12-01' },
  ]);
  expect(shown.findings.map(({ rule, id }) => [rule, id])).toEqual(
    expect.arrayContaining([['team-no-leader', first.teamId]]) as unknown,
  );
  const [from, to] = await Promise.all([first, second].map(({ teamId }) => office.ask('team.get', { id: teamId })));
  expect([from?.members.length, from?.formerMembers.length, to?.members.length]).toEqual([1, 2, 3]);
  expect(outcomes(await preview(input))).toEqual([
    ['refused', 'membership-ceased'],
    ['refused', 'membership-ceased'],
  ]);
  const moved = to?.members.find(({ fullName }) => fullName === 'Lê Thị Hoa')?.membershipId ?? '';
  const again: Input = { ...input, select: { ids: [moved] } };
  expect(outcomes(await preview(again))).toEqual([['refused', 'already-in-team']]);
  await office.ask('step.undo', {});
  expect((await office.ask('team.get', { id: first.teamId })).members).toHaveLength(3);
});

test('a team typed wrongly is put right in the membership itself', async () => {
  const ids = first.mediatorIds.slice(1, 2);
  const change = { operation: 'move-team', teamId: second.teamId, mode: 'correct', leaders: 'member' } as const;
  const shown = await apply({ kind: 'mediator', select: { ids }, change });
  expect(shown.items[0]?.changes).toEqual([
    { kind: 'membership', field: 'teamId', isNew: false, from: first.teamId, to: second.teamId },
  ]);
  expect(shown.titles[second.teamId]).toBe('Tổ hòa giải thôn 1');
  await office.ask('step.undo', {});
});

test('a list is recognised by a new decision that is written along, and goes with it when undone', async () => {
  const draft = {
    number: '45/QĐ-UBND',
    decidedOn: '2019-11-30',
    kind: 'mediator-recognised',
    issuer: 'Ủy ban nhân dân xã Ea Kly',
  };
  const change = { operation: 'recognise', on: '2019-11-30', decision: { draft } } as const;
  const input: Input = { kind: 'mediator', select: { ids: [...first.mediatorIds] }, change };
  expect(
    await office.fail('bulk.preview', { ...input, change: { ...change, decision: { draft: { number: '1' } } } }),
  ).toMatchObject({
    code: 'validation-failed',
  });
  const shown = await preview(input);
  const done = await apply({ ...input, hash: shown.hash });
  const decisions = await office.ask('record.list', { kind: 'decision' });
  expect(decisions.rows.map(({ title }) => title)).toEqual(['45/QĐ-UBND']);
  expect(done.counts).toEqual({ change: 3, same: 0, refused: 0 });
  expect((await mediator(first.mediatorIds[2] ?? '')).decisionId).toBe(decisions.rows[0]?.id);
  await office.ask('step.undo', {});
  expect((await office.ask('record.list', { kind: 'decision' })).total).toBe(0);
  expect((await mediator(first.mediatorIds[2] ?? '')).decisionId ?? null).toBeNull();
});

test('memberships end by one decision, reason and day; nominations go only where their stage lets them', async () => {
  const ids = first.mediatorIds.slice(1);
  const end = { operation: 'end-memberships', on: '2019-12-01', ceaseReason: 'standard-lost', ceaseDetail: 'moved' } as const;
  await apply({ kind: 'mediator', select: { ids }, change: end });
  expect(await mediator(ids[0] ?? '')).toMatchObject({
    ceasedOn: '2019-12-01',
    ceaseReason: 'standard-lost',
    ceaseDetail: 'moved',
  });
  await office.ask('step.undo', {});
  const put = await office.ask('record.put', {
    kind: 'nomination',
    lines: ['draft', 'awarded'].map((stage) => ({
      subjectKind: 'team',
      teamId: first.teamId,
      level: 'district',
      form: 'merit-certificate-local',
      basis: 'regular',
      year: stage === 'draft' ? 2019 : 2018,
      stage,
      ...(stage === 'draft' ? {} : { decisionNumber: '1/QĐ', decidedOn: '2018-12-20' }),
    })),
  });
  const nominations = put.results.map(({ id }) => id);
  const stage: Input = {
    kind: 'nomination',
    select: { ids: nominations },
    change: { operation: 'set-stage', stage: 'proposed' },
  };
  const shown = await preview(stage);
  expect(outcomes(shown)).toEqual([['change'], ['refused', 'stage-not-allowed']]);
  expect(shown.items[1]?.issues[0]?.message).toBe('Không chuyển được từ bước "Đã khen thưởng" sang bước "Đã đề nghị".');
  expect(await office.fail('bulk.preview', { ...stage, kind: 'team' })).toMatchObject({ code: 'usage-wrong' });
});

test('several are nominated for the same award at once; whoever has such a nomination is refused', async () => {
  const [leader = '', member = ''] = first.mediatorIds;
  const award = {
    operation: 'nominate',
    level: 'district',
    form: 'merit-certificate-local',
    basis: 'regular',
    year: 2016,
  } as const;
  const nominate = (ids: readonly string[]): Input => ({ kind: 'mediator', select: { ids: [...ids] }, change: award });
  const done = await apply(nominate([leader]));
  expect(done.items[0]?.changes.map(({ kind, field }) => `${kind} ${field}`)).toContain('nomination form');
  const next = nominate([leader, member]);
  expect(outcomes(await preview(next))).toEqual([['refused', 'nominated-already'], ['change']]);
  await apply({ ...next, leaveOutRefused: true });
  const { rows, total } = await office.ask('nomination.list', { year: 2016 });
  expect(total).toBe(2);
  expect(rows).toMatchObject([
    { subjectKind: 'mediator', stage: 'draft', form: award.form, year: 2016 },
    { subjectKind: 'mediator', stage: 'draft', form: award.form, year: 2016 },
  ]);
  const medal = { ...award, form: 'medal', level: 'ministry', year: 2017 } as const;
  await apply({ ...nominate([leader]), change: medal });
  expect(outcomes(await preview({ ...nominate([leader]), change: { ...medal, year: 2019 } }))).toEqual([
    ['refused', 'medal-already'],
  ]);
  const team: Input = { kind: 'team', select: { ids: [first.teamId] }, change: award };
  expect(outcomes(await preview(team))).toEqual([['change']]);
  expect(outcomes(await preview({ ...team, change: { ...award, form: 'none' } }))).toEqual([['refused', 'code-unknown']]);
});
