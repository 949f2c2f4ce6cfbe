import { expect, test } from 'vitest';
import type { GridCell } from '#shared/import/grid.ts';
import { habitOf, readPartialDate } from '#shared/import/read-date.ts';

const today = '2026-11-29';
const number = (value: number): GridCell => ({ text: String(value), kind: 'number', number: value });
const text = (value: string): GridCell => ({ text: value, kind: 'text', number: null });

const read = (cell: GridCell, field = 'birthDate'): string => {
  const { value, issues } = readPartialDate(cell, field, today);
  return [value ?? '', ...issues.map((issue) => `${issue.code} ${issue.severity}`)].join(' ').trim();
};

test('digits in a cell are the day that makes sense, typed without zeros or counted by the spreadsheet; the row says how they were read', () => {
  expect(
    [number(1985), number(5385), text('5385'), number(50385), number(25697), text('25697'), number(5031985)].map((cell) =>
      read(cell),
    ),
  ).toEqual([
    '1985',
    '1985-03-05 date-zeros-lost question',
    '1985-03-05 date-zeros-lost question',
    '1985-03-05 date-zeros-lost question',
    '1970-05-09 date-from-serial question',
    '1970-05-09 date-from-serial question',
    '1985-03-05',
  ]);
  expect([text('5/3/85'), text('050385'), text('65'), text('5/3/15')].map((cell) => read(cell))).toEqual([
    '1985-03-05 century-assumed question',
    '1985-03-05 century-assumed question',
    '1965 century-assumed question',
    '1915-03-05 date-century decision',
  ]);
  expect(read(number(43_539), 'decisionDate')).toBe('2019-03-15 date-from-serial question');
});

test('a number that makes sense both ways waits for a person, unless the other numbers of its column tell', () => {
  const both = number(30_385);
  expect(read(both)).toBe('1983-03-10 date-unclear decision');
  expect(habitOf([both, number(50_385), text('x')], 'birthDate', today)).toBe('digits');
  expect(habitOf([both, number(25_697)], 'birthDate', today)).toBe('serial');
  expect(habitOf([both, number(50_385), number(25_697)], 'birthDate', today)).toBeUndefined();
  expect(read({ ...both, habit: 'digits' })).toBe('1985-03-03 date-zeros-lost question');
  expect(read({ ...both, habit: 'serial' })).toBe('1983-03-10 date-from-serial question');
});
