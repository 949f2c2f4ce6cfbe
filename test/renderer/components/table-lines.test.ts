import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupKey, linesOf } from '#renderer/components/table-lines.ts';

const groups = [
  { key: '24505', label: 'Xã Ea KNuec', count: 2 },
  { key: '24502', label: 'Xã Ea Phê', count: 1 },
  { key: null, label: '', count: 3 },
];

test('without groups every line is a row', () => {
  const lines = linesOf(3, [], new Set());
  expect(lines.count).toBe(3);
  expect([0, 1, 2, 3].map(lines.at)).toEqual([
    { kind: 'row', row: 0 },
    { kind: 'row', row: 1 },
    { kind: 'row', row: 2 },
    undefined,
  ]);
});

test('a group is headed by its name, and a folded one is that line alone', () => {
  const open = linesOf(6, groups, new Set());
  expect(open.count).toBe(9);
  expect(open.at(0)).toMatchObject({ kind: 'group', groupIndex: 0 });
  expect(open.at(2)).toEqual({ kind: 'row', row: 1 });
  expect(open.at(5)).toMatchObject({ kind: 'group', groupIndex: 2 });
  const folded = linesOf(6, groups, new Set(['24505', '']));
  expect(folded.count).toBe(4);
  expect([0, 1, 2, 3].map((index) => folded.at(index)?.kind)).toEqual(['group', 'group', 'row', 'group']);
  expect(folded.at(2)).toEqual({ kind: 'row', row: 2 });
  expect(folded.lineOfRow(1)).toBe(0);
});

test('line and row lead to each other in every list of groups', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }),
      fc.array(fc.nat(59)),
      (counts, foldedAt) => {
        const all = counts.map((count, index) => ({ key: String(index), label: '', count }));
        const folded = new Set(foldedAt.filter((index) => index < all.length).map(String));
        const total = counts.reduce((sum, count) => sum + count, 0);
        const lines = linesOf(total, all, folded);
        const rows: number[] = [];
        for (let index = 0; index < lines.count; index += 1) {
          const line = lines.at(index);
          if (line?.kind === 'row') {
            rows.push(line.row);
            expect(lines.lineOfRow(line.row)).toBe(index);
            expect(lines.lineOfGroup(lines.groupAt(index))).toBeLessThan(index);
          } else expect(line?.kind).toBe('group');
        }
        const shown = all.flatMap((group, at) => {
          const start = counts.slice(0, at).reduce((sum, count) => sum + count, 0);
          return folded.has(groupKey(group)) ? [] : Array.from({ length: group.count }, (_, index) => start + index);
        });
        expect(rows).toEqual(shown);
      },
    ),
  );
});

test('100,000 rows in 2,000 groups are counted without walking through the rows', () => {
  const many = Array.from({ length: 2000 }, (_, index) => ({ key: String(index), label: '', count: 50 }));
  const lines = linesOf(100_000, many, new Set());
  expect(lines.count).toBe(102_000);
  expect(lines.at(101_999)).toEqual({ kind: 'row', row: 99_999 });
  expect(lines.lineOfRow(50_000)).toBe(51_001);
});
