import { data, head, record, type MadeFile } from './model.ts';
import { binh, heads, hoa, inEaKly, team1, titled } from './people.ts';

/** Files whose values are made by formulas. */
export const formulaFiles: readonly MadeFile[] = [
  {
    name: 'formulas',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'numbering, names and years made by formulas',
    sheets: [
      titled('Xã Ea Kly', [
        head(...heads),
        data(
          [
            { formula: 'ROW()-1', number: 1 },
            { formula: '"Trần Văn"&" "&"Bình"', text: 'Trần Văn Bình' },
            'Nam',
            { formula: '2019-54', number: 1965 },
            'Kinh',
            'Tổ trưởng',
            'Tổ hòa giải thôn 1',
          ],
          record(binh, { ...inEaKly, ...team1 }),
        ),
        data(
          [
            { formula: '[.A2]+1', number: 2 },
            'Lê Thị Hoa',
            'Nữ',
            { formula: 'YEAR(DATE(1970;5;1))', number: 1970 },
            'Kinh',
            'Hòa giải viên',
            'Tổ hòa giải thôn 1',
          ],
          record(hoa, { ...inEaKly, ...team1 }),
        ),
      ]),
    ],
  },
  {
    name: 'formulas-without-results',
    format: 'xlsx',
    maker: 'openpyxl',
    trouble: 'formulas whose results the file does not hold',
    sheets: [
      titled('Xã Ea Kly', [
        head(...heads),
        data(
          [1, 'Trần Văn Bình', 'Nam', { formula: '2019-54' }, 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1'],
          record(
            { fullName: 'Trần Văn Bình', sex: 'male', ethnicGroup: '01', role: 'leader' },
            { ...inEaKly, ...team1 },
            ['cell-error birthDate'],
            'error',
          ),
        ),
        data([2, 'Lê Thị Hoa', 'Nữ', 1970, 'Kinh', 'Hòa giải viên', 'Tổ hòa giải thôn 1'], record(hoa, { ...inEaKly, ...team1 })),
      ]),
    ],
  },
];
