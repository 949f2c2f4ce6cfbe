import { expect, test } from 'vitest';
import { matchOptions } from '#renderer/forms/match-options.ts';

const options = ['Tổ hòa giải thôn Đồng Tâm', 'Ê Đê', "Tổ hòa giải buôn M'Đrắk", 'Bru - Vân Kiều', 'Gié - Triêng'].map(
  (label) => ({
    value: label,
    label,
  }),
);
const found = (typed: string): readonly string[] => matchOptions(options, typed).map((option) => option.label);

test('options are found without tones, word by word, those that begin with the text first', () => {
  expect(found('e')).toEqual(['Ê Đê', 'Bru - Vân Kiều', 'Gié - Triêng']);
  expect(found('mdrak')).toEqual(["Tổ hòa giải buôn M'Đrắk"]);
  expect(found('tam to')).toEqual(['Tổ hòa giải thôn Đồng Tâm']);
  expect(found('không có')).toEqual([]);
});

test('an empty text shows the list as it is, and never more than fits', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ value: String(index), label: `Tổ ${index}` }));
  expect(matchOptions(many, '')).toEqual(many.slice(0, 80));
});
