import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyGrid,
  isBlank,
  readClipboard,
  reduceGrid,
  type GridAction,
  type GridState,
} from '#renderer/screens/grid/grid-state.ts';

const run = (...actions: readonly GridAction[]): GridState => actions.reduce(reduceGrid, emptyGrid());
const textsOf = (state: GridState) => state.rows.filter((row) => !isBlank(row)).map((row) => row.cells);

describe('undo', () => {
  test('a finished cell is one step, with what was filled from it', () => {
    const typed = run(
      { do: 'type', row: 0, name: 'fullName', text: 'L' },
      { do: 'type', row: 0, name: 'fullName', text: 'Lê Thị Hoa' },
      { do: 'leave', fills: { row: 0, cells: { sex: 'Nữ' } } },
    );
    expect(textsOf(typed)).toEqual([{ fullName: 'Lê Thị Hoa', sex: 'Nữ' }]);
    const undone = reduceGrid(typed, { do: 'undo' });
    expect(textsOf(undone)).toEqual([]);
    expect(textsOf(reduceGrid(undone, { do: 'redo' }))).toEqual(textsOf(typed));
  });

  const action: fc.Arbitrary<readonly GridAction[]> = fc.oneof(
    fc
      .record({ row: fc.nat(8), name: fc.constantFrom('a', 'b'), text: fc.constantFrom('x', 'y', 'z') })
      .map((typed): readonly GridAction[] => [{ do: 'type', ...typed }, { do: 'leave' }]),
    fc.nat(8).map((row): readonly GridAction[] => [{ do: 'remove', row }]),
    fc.nat(8).map((from): readonly GridAction[] => [{ do: 'fill', from, to: from + 3, name: 'a', text: 'f' }]),
    fc
      .array(fc.array(fc.constantFrom('p', 'q'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 20 })
      .map((table): readonly GridAction[] => [{ do: 'paste', row: 1, names: ['a', 'b'], table }]),
  );

  test('taking back every step ends at the empty grid, doing them again at the same rows', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (steps) => {
        const end = run(...steps.flat());
        let state = end;
        const count = end.past.length;
        for (let index = 0; index < count; index += 1) state = reduceGrid(state, { do: 'undo' });
        expect(textsOf(state)).toEqual([]);
        for (let index = 0; index < count; index += 1) state = reduceGrid(state, { do: 'redo' });
        expect(textsOf(state)).toEqual(textsOf(end));
      }),
    );
  });
});

test('one text goes down a column and can be taken back at once', () => {
  const typed = run({
    do: 'paste',
    row: 0,
    names: ['a', 'b'],
    table: [
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'z'],
    ],
  });
  const filled = reduceGrid(typed, { do: 'fill', from: 1, to: 2, name: 'b', text: 'x' });
  expect(textsOf(filled)).toEqual(['1', '2', '3'].map((a) => ({ a, b: 'x' })));
  expect(textsOf(reduceGrid(filled, { do: 'undo' }))).toEqual(textsOf(typed));
});

describe('rows', () => {
  test('there is always a blank row to type in; a paste that is longer than the grid makes room', () => {
    const table = Array.from({ length: 300 }, (_, index) => [`Người ${index}`]);
    const state = run({ do: 'paste', row: 2, names: ['fullName'], table });
    expect(textsOf(state)).toHaveLength(300);
    expect(state.rows.slice(302).length).toBeGreaterThanOrEqual(12);
    expect(new Set(state.rows.map((row) => row.key)).size).toBe(state.rows.length);
  });

  test('what is wrong with a cell is gone as soon as it is typed anew', () => {
    const typed = run({ do: 'type', row: 0, name: 'birthDate', text: '31/2/1965' }, { do: 'leave' });
    const key = typed.rows[0]?.key ?? 0;
    const refused = reduceGrid(typed, {
      do: 'refused',
      issues: new Map([[key, [{ code: 'date-invalid', field: 'birthDate', severity: 'error' }]]]),
    });
    expect(refused.rows[0]?.issues).toHaveLength(1);
    expect(reduceGrid(refused, { do: 'type', row: 0, name: 'birthDate', text: '1965' }).rows[0]?.issues).toEqual([]);
  });
});

describe('the clipboard', () => {
  test('reads rows of a spreadsheet with line ends in a cell and quotes', () => {
    expect(readClipboard('Lê Thị Hoa\tNữ\r\n"Trần\nVăn ""Bình"""\tNam\r\n\t\r\n')).toEqual([
      ['Lê Thị Hoa', 'Nữ'],
      ['Trần Văn "Bình"', 'Nam'],
    ]);
  });
});
