import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '#test/support/office.ts';
import { setUpTwoPcs, type TwoPcs } from '#test/support/two-pcs.ts';

const base = temporaryFolder();
let pcs: TwoPcs;
let id = '';

const put = (pc: TwoPcs['first'], values: Readonly<Record<string, unknown>>, reason?: string) =>
  pc.ask('record.put', { kind: 'team', lines: [{ id, ...values }], ...(reason === undefined ? {} : { reason }) });

beforeEach(async () => {
  pcs = await setUpTwoPcs(base);
  const { results } = await pcs.first.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ thôn 1', communeId: '24502' }] });
  id = results[0]?.id ?? '';
  await pcs.carry(pcs.first, pcs.second);
});

const hashes = async (): Promise<readonly string[]> =>
  Promise.all([pcs.first, pcs.second, pcs.province].map(async (one) => (await one.ask('state.hash', { officeId: '654' })).hash));

/** Both PCs give the team another name, unseen by each other; the second PC then knows both. */
const divide = async (): Promise<void> => {
  await put(pcs.first, { name: 'Tổ thôn Một' }, 'Theo quyết định');
  pcs.second.clock.moveTo('2019-12-05T03:00:00.000Z');
  await put(pcs.second, { name: 'Tổ buôn 1' }, 'Theo biên bản');
  await pcs.carry(pcs.first, pcs.second);
};

describe('a field changed in two places', () => {
  test('shows every value with author, time, installation and reason, the same in the office and at the province', async () => {
    await divide();
    await pcs.carry(pcs.second, pcs.province);
    const [conflict, ...others] = await pcs.second.ask('conflict.list', {});
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({
      id: `team/${id}/name`,
      kind: 'team',
      recordId: id,
      field: 'name',
      office: '654',
      about: 'value',
      decidable: true,
    });
    const [a, b] = [(await pcs.first.ask('keys.get', {})).installId, (await pcs.second.ask('keys.get', {})).installId];
    const values = (conflict?.values ?? []).toSorted((x, y) => String(x.at).localeCompare(String(y.at)));
    expect(values).toMatchObject([
      {
        installId: a,
        value: 'Tổ thôn Một',
        authorName: 'Nguyễn Văn Thử',
        at: '2019-12-02T03:00:00.000Z',
        reason: 'Theo quyết định',
      },
      { installId: b, value: 'Tổ buôn 1', authorName: 'Nguyễn Văn Thử', at: '2019-12-05T03:00:00.000Z', reason: 'Theo biên bản' },
    ]);
    expect(values.filter((one) => one.shown)).toHaveLength(1);
    const [seen] = await pcs.province.ask('conflict.list', { officeId: '654' });
    expect(seen).toMatchObject({ id: conflict?.id, decidable: false, values: conflict?.values });
    expect(await pcs.province.ask('conflict.list', { officeId: '66' })).toEqual([]);
  });

  test('is decided in the owning office only; the decision replaces every value, is remembered and ends it everywhere', async () => {
    await divide();
    await pcs.carry(pcs.second, pcs.province);
    const [conflict] = await pcs.second.ask('conflict.list', {});
    const loser = conflict?.values.find((one) => !one.shown);
    const decision = { conflict: conflict?.id ?? '', take: loser?.dot ?? '', reason: 'Đối chiếu bản gốc' };
    expect(await pcs.province.fail('conflict.resolve', decision)).toMatchObject({ code: 'conflict-not-owned' });
    expect(await pcs.second.ask('conflict.resolve', decision)).toMatchObject({ value: loser?.value, removed: false });
    expect(await pcs.second.ask('conflict.list', {})).toEqual([]);
    expect(await pcs.second.fail('conflict.resolve', decision)).toMatchObject({ code: 'conflict-not-found' });
    const [decided] = await pcs.second.ask('conflict.decided', {});
    expect(decided).toMatchObject({ id: conflict?.id, standing: true, reason: 'Đối chiếu bản gốc' });
    expect(decided?.values.map((one) => one.value)[0]).toBe(loser?.value);
    expect(decided?.values.slice(1).map((one) => one.value)).toEqual(
      expect.arrayContaining(['Tổ thôn Một', 'Tổ buôn 1']) as unknown,
    );
    await pcs.carry(pcs.second, pcs.first);
    await pcs.carry(pcs.second, pcs.province);
    for (const one of [pcs.first, pcs.province]) {
      expect(await one.ask('conflict.list', {})).toEqual([]);
      expect((await one.ask('record.get', { kind: 'team', id })).values.name).toBe(loser?.value);
      const reasons = (await one.ask('record.history', { kind: 'team', id })).map((change) => change.reason);
      expect(reasons.toSorted()).toEqual([null, 'Theo biên bản', 'Theo quyết định', 'Đối chiếu bản gốc'].toSorted());
    }
    expect(new Set(await hashes()).size).toBe(1);
    const other = decided?.values.slice(1).find((one) => one.value !== loser?.value);
    const again = { conflict: conflict?.id ?? '', take: other?.dot ?? '', reason: 'Chọn nhầm' };
    expect(await pcs.province.fail('conflict.decideAgain', again)).toMatchObject({ code: 'conflict-not-owned' });
    expect(await pcs.first.ask('conflict.decideAgain', again)).toMatchObject({ value: other?.value });
    expect(await pcs.first.ask('conflict.decided', {})).toMatchObject([
      { standing: true, reason: 'Chọn nhầm', values: [{ value: other?.value }, {}, {}] },
    ]);
    const back = { ...again, take: decided?.values.slice(1).find((one) => one.value === loser?.value)?.dot ?? '' };
    expect(await pcs.first.ask('conflict.decideAgain', back)).toMatchObject({ value: loser?.value });
    await pcs.first.ask('record.put', { kind: 'team', lines: [{ id, name: 'Tổ hòa giải buôn 7' }] });
    expect(await pcs.first.ask('conflict.decided', {})).toMatchObject([{ standing: false }]);
    expect(await pcs.first.fail('conflict.decideAgain', again)).toMatchObject({ code: 'conflict-not-found' });
    await pcs.carry(pcs.first, pcs.second);
    await pcs.carry(pcs.first, pcs.province);
    expect(new Set(await hashes()).size).toBe(1);
  });

  test('takes another value under the rules of its field, one of its values only by its name, and one of the two', async () => {
    await divide();
    const conflict = `team/${id}/name`;
    const reason = 'Tên mới';
    const { second } = pcs;
    expect(await second.fail('conflict.resolve', { conflict, value: '', reason })).toMatchObject({ code: 'validation-failed' });
    expect(await second.fail('conflict.resolve', { conflict, value: 7, reason })).toMatchObject({ code: 'validation-failed' });
    expect(await second.fail('conflict.resolve', { conflict, reason })).toMatchObject({ code: 'usage-wrong' });
    expect(
      await second.fail('conflict.resolve', { conflict, take: `${'0'.repeat(16)}.1-${'0'.repeat(16)}:1`, reason }),
    ).toMatchObject({ code: 'conflict-changed' });
    expect(await second.ask('conflict.resolve', { conflict, value: '  Tổ  hợp nhất ', reason })).toMatchObject({
      value: 'Tổ hợp nhất',
    });
    expect(await second.ask('conflict.list', {})).toEqual([]);
  });
});

describe('removed here, edited there', () => {
  const divideByRemoval = async (): Promise<void> => {
    await pcs.second.ask('record.remove', { kind: 'team', id, reason: 'Nhập trùng' });
    await put(pcs.first, { note: 'Đã kiện toàn' });
    await pcs.carry(pcs.first, pcs.second);
  };

  test('names the removal and the edit that it did not see', async () => {
    await divideByRemoval();
    const [conflict] = await pcs.second.ask('conflict.list', {});
    expect(conflict).toMatchObject({ id: `team/${id}/removed`, about: 'removal' });
    expect(conflict?.values.map(({ field, value, shown }) => ({ field, value, shown }))).toEqual([
      { field: 'removed', value: { removed: true, reason: 'Nhập trùng' }, shown: true },
      { field: 'note', value: 'Đã kiện toàn', shown: false },
    ]);
  });

  test('keeping the removal ends it for good, also where the edit comes again', async () => {
    await divideByRemoval();
    const conflict = `team/${id}/removed`;
    expect(await pcs.second.ask('conflict.resolve', { conflict, value: true, reason: 'Vẫn là trùng' })).toMatchObject({
      removed: true,
    });
    await pcs.carry(pcs.second, pcs.first);
    await pcs.carry(pcs.first, pcs.second);
    await pcs.carry(pcs.first, pcs.province);
    for (const one of [pcs.first, pcs.second, pcs.province]) {
      expect(await one.ask('conflict.list', {})).toEqual([]);
      expect((await one.ask('record.get', { kind: 'team', id })).removed).toBe(true);
    }
    expect(new Set(await hashes()).size).toBe(1);
  });

  test('taking the edit brings the record back with it', async () => {
    await divideByRemoval();
    const [conflict] = await pcs.second.ask('conflict.list', {});
    const edit = conflict?.values.find((one) => one.field === 'note');
    const input = { conflict: conflict?.id ?? '', reason: 'Không trùng' };
    expect(await pcs.second.fail('conflict.resolve', { ...input, value: 'x' })).toMatchObject({ code: 'usage-wrong' });
    expect(await pcs.second.ask('conflict.resolve', { ...input, take: edit?.dot ?? '' })).toMatchObject({ removed: false });
    expect(await pcs.second.ask('record.get', { kind: 'team', id })).toMatchObject({
      removed: false,
      conflictFields: [],
      values: { note: 'Đã kiện toàn', name: 'Tổ thôn 1' },
    });
    await pcs.carry(pcs.second, pcs.first);
    await pcs.carry(pcs.first, pcs.province);
    expect(new Set(await hashes()).size).toBe(1);
  });

  test('a record with two names that is removed waits no more; restored it waits again', async () => {
    await divide();
    await pcs.second.ask('record.remove', { kind: 'team', id, reason: 'Giải thể' });
    expect(await pcs.second.ask('conflict.list', {})).toEqual([]);
    await pcs.second.ask('record.restore', { kind: 'team', id });
    expect((await pcs.second.ask('conflict.list', { kind: 'team', recordId: id })).map((one) => one.field)).toEqual(['name']);
    expect(await pcs.second.ask('conflict.list', { kind: 'person' })).toEqual([]);
  });
});
