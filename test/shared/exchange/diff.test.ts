import { expect, test } from 'vitest';
import { diffRecord } from '#shared/exchange/diff.ts';
import type { Head, RecordState } from '#shared/exchange/state.ts';

const [a, b] = [`${'a'.repeat(16)}.1-${'0'.repeat(16)}`, `${'b'.repeat(16)}.1-${'0'.repeat(16)}`];
const id = '0190a000-0000-7000-8000-000000000001';
const team = (fields: RecordState['fields']): RecordState => ({ kind: 'team', id, fields });
const named = (name: string, n: number, replica = a): Head => [replica, n, name];
const before = team({ name: [named('Tổ 1', 1)], communeId: [[a, 1, '24502']] });
const removal = { reason: 'nhập nhầm', saw: [[a, 1]] } as const;

test('a new record is one item with its values', () => {
  expect(diffRecord(undefined, before)).toEqual([
    {
      id: `team/${id}`,
      kind: 'team',
      recordId: id,
      change: 'added',
      field: null,
      old: null,
      new: { name: 'Tổ 1', communeId: '24502' },
    },
  ]);
});

test('a changed field is one item with old and new value; the same value written again is none', () => {
  expect(diffRecord(before, team({ ...before.fields, name: [named('Tổ 2', 2)] }))).toMatchObject([
    { change: 'changed', field: 'name', old: 'Tổ 1', new: 'Tổ 2' },
  ]);
  expect(diffRecord(before, team({ ...before.fields, name: [named('Tổ 1', 2)] }))).toEqual([]);
});

test('two values unseen by each other are a conflict, once', () => {
  const divided = team({ ...before.fields, name: [named('Tổ 2', 2), named('Tổ 3', 1, b)] });
  expect(diffRecord(before, divided)).toMatchObject([{ change: 'conflict', field: 'name', old: 'Tổ 1', new: 'Tổ 2' }]);
  expect(diffRecord(divided, divided)).toEqual([]);
});

test('removal and restoration are items of the whole record; a record that arrives removed shows nothing', () => {
  const removed = team({ ...before.fields, removed: [[a, 2, removal]] });
  expect(diffRecord(before, removed)).toMatchObject([{ change: 'removed', new: { reason: 'nhập nhầm' } }]);
  expect(diffRecord(removed, team({ ...before.fields, removed: [[a, 3, null]] }))).toMatchObject([{ change: 'restored' }]);
  expect(diffRecord(undefined, removed)).toEqual([]);
});

test('removed here and edited there is a conflict', () => {
  const both = team({ ...before.fields, name: [named('Tổ 9', 1, b)], removed: [[a, 2, removal]] });
  expect(diffRecord(before, both)).toMatchObject([{ change: 'removed' }, { change: 'conflict', field: 'removed' }]);
});
