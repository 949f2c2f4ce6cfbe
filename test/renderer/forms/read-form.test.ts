import { expect, test } from 'vitest';
import { formValuesOf, readForm } from '#renderer/forms/read-form.ts';
import { mediatorFields } from '#shared/domain/kinds.ts';

const names = ['fullName', 'sex', 'birthDate', 'voterCount', 'recognizedOn', 'backgrounds'];
const typed = {
  fullName: "  H'  Hen   Niê ",
  sex: 'female',
  birthDate: '5/3/1985',
  voterCount: '1.250',
  recognizedOn: '',
  backgrounds: ['lawyer'],
};

test('what is typed is read as the engine takes it: dates with the day first, thousands with points, nothing as absent', () => {
  expect(readForm(mediatorFields, names, typed)).toEqual({
    draft: {
      fullName: "H'  Hen   Niê",
      sex: 'female',
      birthDate: '1985-03-05',
      voterCount: 1250,
      recognizedOn: null,
      backgrounds: ['lawyer'],
    },
    issues: [],
  });
});

test('a birth date may be a year alone, a recognition may not', () => {
  expect(readForm(mediatorFields, ['birthDate', 'recognizedOn'], { birthDate: '1965', recognizedOn: '1965' })).toEqual({
    draft: { birthDate: '1965' },
    issues: [{ code: 'date-invalid', field: 'recognizedOn', severity: 'error' }],
  });
});

test('a year of two digits is of the century that makes sense; where both or none do, and where digits lack their zeros, the days are named', () => {
  const read = (birthDate: string) => readForm(mediatorFields, ['birthDate'], { birthDate }, '2026-11-29');
  expect(['5-3-85', '050385', '5385'].map((typed) => read(typed).draft)).toEqual(Array(3).fill({ birthDate: '1985-03-05' }));
  expect(read('5-3-15').issues).toEqual([
    { code: 'date-century', field: 'birthDate', severity: 'error', details: { options: '1915-03-05 2015-03-05' } },
  ]);
  expect(read('11185').issues).toEqual([
    { code: 'date-unclear', field: 'birthDate', severity: 'error', details: { options: '1985-11-01 1985-01-11' } },
  ]);
});

test('what is missing or cannot be read is named field by field', () => {
  const wrong = { fullName: 'Trần 3', sex: '', birthDate: '31/2/1965', voterCount: 'nhiều' };
  expect(readForm(mediatorFields, ['fullName', 'sex', 'birthDate', 'voterCount'], wrong).issues).toEqual([
    { code: 'name-characters', field: 'fullName', severity: 'error' },
    { code: 'field-required', field: 'sex', severity: 'error' },
    { code: 'date-invalid', field: 'birthDate', severity: 'error' },
    { code: 'field-invalid', field: 'voterCount', severity: 'error' },
  ]);
});

test('what a record holds comes back from its inputs unchanged', () => {
  const values = { fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1972', recognizedOn: '2019-03-15', backgrounds: [] };
  const fields = ['fullName', 'sex', 'birthDate', 'recognizedOn', 'backgrounds'];
  expect(readForm(mediatorFields, fields, formValuesOf(mediatorFields, fields, values)).draft).toEqual(values);
});
