import { beforeAll, beforeEach, expect, test } from 'vitest';
import { enterTeam, setUpOffice, temporaryFolder, threeMembers, password, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
let office: Office;
let team: Awaited<ReturnType<typeof enterTeam>>;

const put = (kind: string, line: Record<string, unknown>) => office.ask('record.put', { kind, lines: [line] });
const stepsOf = async () => (await office.ask('step.list', {})).steps;
const sentences = async (count: number) => (await stepsOf()).slice(0, count).map(({ sentence, state }) => `${state} ${sentence}`);
const valueOf = async (kind: string, id: string, field: string) =>
  (await office.ask('record.get', { kind, id })).values[field] ?? null;

beforeAll(async () => {
  office = await setUpOffice(base, '654');
});

beforeEach(async () => {
  team = await enterTeam(office, '24502', threeMembers);
});

test('steps are named in words, undone newest first and done again; the log says what it was', async () => {
  await put('team', { id: team.teamId, name: 'Tổ hòa giải thôn Hai' });
  await put('team', { id: team.teamId, note: 'Mới' });
  expect(await sentences(4)).toEqual([
    'done Sửa tổ hòa giải thôn Hai',
    'done Sửa tổ hòa giải thôn Hai',
    'done Thêm 3 hòa giải viên',
    'done Thêm tổ hòa giải thôn Hai',
  ]);
  expect((await office.ask('step.undo', {})).items[0]?.fields).toEqual([{ field: 'note', from: 'Mới', to: null }]);
  await office.ask('step.undo', {});
  expect(await valueOf('team', team.teamId, 'name')).toBe('Tổ hòa giải thôn 1');
  await office.ask('step.undo', {});
  expect((await office.ask('team.get', { id: team.teamId })).members).toEqual([]);
  expect((await office.ask('person.list', { find: threeMembers[0].fullName })).total).toBe(0);
  for (let count = 0; count < 3; count += 1) await office.ask('step.redo', {});
  expect(await office.fail('step.redo', {})).toMatchObject({ code: 'step-none' });
  expect((await office.ask('team.get', { id: team.teamId })).members).toHaveLength(3);
  expect([await valueOf('team', team.teamId, 'name'), await valueOf('team', team.teamId, 'note')]).toEqual([
    'Tổ hòa giải thôn Hai',
    'Mới',
  ]);
  const history = await office.ask('record.history', { kind: 'team', id: team.teamId });
  expect(history.map(({ reason }) => reason)).toEqual([
    'Làm lại trong phiên làm việc',
    'Làm lại trong phiên làm việc',
    'Hoàn tác trong phiên làm việc',
    'Hoàn tác trong phiên làm việc',
    null,
    null,
    null,
  ]);
});

test('a record that a later step filled in, and that was undone, goes with the step that made it', async () => {
  const id = (await put('team', { name: 'Tổ mới', communeId: '24502' })).results[0]?.id ?? '';
  await put('team', { id, note: 'Thêm sau' });
  await office.ask('step.undo', {});
  await office.ask('step.undo', {});
  expect((await office.ask('record.get', { kind: 'team', id })).removed).toBe(true);
});

test('a step written over since is not taken back whole: what can be is offered, the rest is named', async () => {
  await put('team', { id: team.teamId, name: 'Tổ hòa giải thôn Hai', note: 'Một' });
  await put('team', { id: team.teamId, note: 'Hai' });
  const [, edited] = await stepsOf();
  const stepId = edited?.id ?? 0;
  expect(await office.fail('step.undo', { stepId })).toMatchObject({ code: 'step-changed-since', details: { count: 1 } });
  const shown = await office.ask('step.preview', { stepId });
  expect(shown.kept).toMatchObject([{ reason: 'changed-later', fields: ['note'], message: 'đã sửa tiếp sau đó' }]);
  expect(await valueOf('team', team.teamId, 'name')).toBe('Tổ hòa giải thôn Hai');
  const taken = await office.ask('step.undo', { stepId, partly: true });
  expect(taken).toEqual({ ...shown, step: { ...shown.step, state: 'undone' } });
  expect([await valueOf('team', team.teamId, 'name'), await valueOf('team', team.teamId, 'note')]).toEqual([
    'Tổ hòa giải thôn 1',
    'Hai',
  ]);
});

test('what others point to by now stays, and a removal comes back with its reason when done again', async () => {
  const steps = await stepsOf();
  const addTeam = steps[1]?.id ?? 0;
  expect((await office.ask('step.preview', { stepId: addTeam })).kept).toMatchObject([{ reason: 'used-later' }]);
  expect(await office.fail('step.undo', { stepId: addTeam, partly: true })).toMatchObject({ code: 'step-changed-since' });
  const id = team.mediatorIds[1] ?? '';
  await office.ask('record.remove', { kind: 'membership', id, reason: 'Nhập nhầm' });
  await office.ask('step.undo', {});
  expect((await office.ask('record.get', { kind: 'membership', id })).removed).toBe(false);
  await office.ask('step.redo', {});
  const [newest] = await office.ask('record.history', { kind: 'membership', id });
  expect(newest).toMatchObject({ reason: 'Làm lại trong phiên làm việc', fields: [{ after: { reason: 'Nhập nhầm' } }] });
  expect(
    await office.fail('step.undo', { stepId: steps.find(({ sentence }) => sentence.includes('3 hòa giải viên'))?.id }),
  ).toMatchObject({ code: 'step-changed-since' });
});

test('a new step ends what can be done again; the sitting outlives a lock of the same user, not the program', async () => {
  await put('team', { id: team.teamId, note: 'Một' });
  await office.ask('step.undo', {});
  await put('team', { id: team.teamId, note: 'Hai' });
  expect(await office.fail('step.redo', {})).toMatchObject({ code: 'step-none' });
  await office.ask('workspace.lock', {});
  await office.ask('workspace.unlock', { folder: office.folder, password });
  await office.ask('step.undo', {});
  expect(await valueOf('team', team.teamId, 'note')).toBeNull();
});

test('a refused command is no step, nor one that changes nothing', async () => {
  const before = await stepsOf();
  await office.fail('record.put', { kind: 'team', lines: [{ name: '' }] });
  await put('team', { id: team.teamId, communeId: '24502' });
  expect(await stepsOf()).toEqual(before);
  expect(await office.fail('step.undo', { stepId: 9999 })).toMatchObject({ code: 'step-not-found' });
});
