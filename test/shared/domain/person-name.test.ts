import { describe, expect, test } from 'vitest';
import { checkNameAgainstSex, isPersonName } from '#shared/domain/person-name.ts';

test.each([
  'Nguyễn Thị Ánh',
  "H'Hen Niê",
  'H’Lan',
  'HʼLan',
  'Y Čuôr Êñuôl',
  'Adrơ̆ng',
  'Y',
  'Nguyễn V. An',
  'Anna-Maria Lê',
  'Nguyễn'.normalize('NFD'),
])('%s is a name', (name) => {
  expect(isPersonName(name)).toBe(true);
});

test.each(['', ' An', "'An", 'An 2', 'An; Bình', '<b>An', 'An\nBình', 'An_B'])('%j is no name', (name) => {
  expect(isPersonName(name)).toBe(false);
});

describe('checkNameAgainstSex', () => {
  const asked = (name: string, sex: string | null): string | undefined => checkNameAgainstSex(name, sex)[0]?.code;

  test.each(['Nguyễn Thị Ánh', 'Thị Mai', 'NGUYỄN THỊ ÁNH', "H'Hen Niê", 'H’ Hen Niê', 'H Hen Niê'])(
    'asks when %s is a man',
    (name) => {
      expect([asked(name, 'male'), asked(name, 'female'), asked(name, null)]).toEqual([
        'name-suggests-female',
        undefined,
        undefined,
      ]);
    },
  );

  test.each(['Nguyễn Văn An', 'Y Bhăm Niê'])('asks when %s is a woman', (name) => {
    expect([asked(name, 'female'), asked(name, 'male')]).toEqual(['name-suggests-male', undefined]);
  });

  test.each(['Trần Vân Anh', 'Lê Thi Hoàng', 'Văn Tố Uyên', 'Nguyễn Thị Văn Anh', 'Ý Lan', 'Nguyễn Văn', 'Y'])(
    'asks nothing when %s is a woman',
    (name) => {
      expect(asked(name, 'female')).toBeUndefined();
    },
  );

  test.each(['Lê Thi Hoàng', 'Hà Huy', 'Lê Thị', 'Trần Văn Thi'])(
    'asks only for Thị in front or in the middle when a man is %s',
    (name) => {
      expect(asked(name, 'male')).toBe(undefined);
    },
  );

  test('is a question about the sex', () => {
    expect(checkNameAgainstSex('Nguyễn Thị Ánh', 'male')).toEqual([
      { code: 'name-suggests-female', field: 'sex', severity: 'question' },
    ]);
  });
});
