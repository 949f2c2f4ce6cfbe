import { data, head, record, title, type MadeFile, type MadeSheet } from './model.ts';
import { decomposed, inTcvn3, inVni, toTcvn3 } from './old-codes.ts';
import { binh, heads, hoa, plainColumns, team1 } from './people.ts';

const inTeam = { commune: 'Xã Ea Kly', ...team1 };
const khanh = { fullName: 'Đặng Thị Ngọc Khánh', sex: 'female', birthDate: '1972', ethnicGroup: '01', role: 'member' };
const tuong = { fullName: 'Nguyễn Hữu Tưởng', sex: 'male', birthDate: '1961', ethnicGroup: '01', role: 'deputy' };

const roster = (name: string, issues: readonly string[] = [], outcome = 'created'): MadeSheet => ({
  name,
  kind: 'mediator',
  commune: 'Xã Ea Kly',
  columns: plainColumns,
  rows: [
    title('UBND XÃ EA KLY'),
    title('DANH SÁCH HÒA GIẢI VIÊN'),
    head(...heads),
    data([1, 'Trần Văn Bình', 'Nam', 1965, 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1'], record(binh, inTeam, issues, outcome)),
    data([2, 'Lê Thị Hoa', 'Nữ', 1970, 'Kinh', 'Hòa giải viên', 'Tổ hòa giải thôn 1'], record(hoa, inTeam, issues, outcome)),
    data(
      [3, 'Đặng Thị Ngọc Khánh', 'Nữ', 1972, 'Kinh', 'Hòa giải viên', 'Tổ hòa giải thôn 1'],
      record(khanh, inTeam, issues, outcome),
    ),
    data([4, 'Nguyễn Hữu Tưởng', 'Nam', 1961, 'Kinh', 'Tổ phó', 'Tổ hòa giải thôn 1'], record(tuong, inTeam, issues, outcome)),
  ],
});

/** TCVN3 has no capital letters with tones: where no font draws capitals, titles were typed without them. */
const withoutCapitals = (sheet: MadeSheet): MadeSheet => ({
  ...sheet,
  rows: sheet.rows.map((row) =>
    row.role === 'title'
      ? title(row.cells[0] === 'UBND XÃ EA KLY' ? 'UBND xã Ea Kly' : 'Danh sách hòa giải viên')
      : { ...row, records: row.records.map((one) => ({ ...one, belongs: { ...one.belongs, commune: 'xã Ea Kly' } })) },
  ),
});

const capitalNames = (sheet: MadeSheet): MadeSheet => ({
  ...sheet,
  rows: sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) =>
      row.role === 'data' && column === 1 && typeof cell === 'string' ? cell.toUpperCase() : cell,
    ),
    records: row.records.map((one) => ({ ...one, issues: [...one.issues, 'name-capitals fullName'] })),
  })),
});

/** Files in fonts from before Unicode, and in Unicode taken apart. */
export const legacyFiles: readonly MadeFile[] = [
  {
    name: 'tcvn3-vntime',
    format: 'xls',
    maker: 'libreoffice',
    trouble: 'TCVN3 in .VnTime, title in .VnTimeH',
    sheets: [inTcvn3(roster('Sheet1'), '.VnTime', '.VnTimeH')],
  },
  {
    name: 'tcvn3-vnarial',
    format: 'ods',
    maker: 'libreoffice',
    trouble: 'TCVN3 in .VnArial, names in .VnArialH',
    sheets: [inTcvn3(capitalNames(roster('Sheet1')), '.VnArial', '.VnArialH')],
  },
  {
    name: 'tcvn3-vntimeh-names',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'TCVN3 with names in .VnTimeH, typed small and drawn in capitals',
    sheets: [inTcvn3(capitalNames(roster('Sheet1')), '.VnTime', '.VnTimeH')],
  },
  {
    name: 'tcvn3-xlwt',
    format: 'xls',
    maker: 'xlwt',
    trouble: 'TCVN3 in .VnCentury Schoolbook, written by another program',
    sheets: [inTcvn3(withoutCapitals(roster('Sheet1')), '.VnCentury Schoolbook')],
  },
  {
    name: 'tcvn3-runs',
    format: 'xls',
    maker: 'xlwt',
    trouble: 'a cell whose text is partly in .VnTime and partly in Times New Roman',
    sheets: [
      {
        name: 'Sheet1',
        kind: 'mediator',
        commune: 'Xã Ea Kly',
        columns: plainColumns,
        rows: [
          title('UBND xã Ea Kly'),
          head(...heads),
          data(
            [
              1,
              {
                runs: [
                  { text: toTcvn3('Trần Văn '), font: '.VnTime' },
                  { text: 'Bình', font: 'Times New Roman' },
                ],
              },
              'Nam',
              1965,
              'Kinh',
              { text: toTcvn3('Tổ trưởng'), font: '.VnTime' },
              { text: toTcvn3('Tổ hòa giải thôn 1'), font: '.VnTime' },
            ],
            record(binh, { ...inTeam, commune: 'xã Ea Kly' }),
          ),
        ],
      },
    ],
  },
  {
    name: 'tcvn3-without-font',
    format: 'xlsx',
    maker: 'openpyxl',
    trouble: 'TCVN3 in a font that does not tell: the program asks, nothing comes in before the answer',
    sheets: [inTcvn3(withoutCapitals(roster('Sheet1', ['encoding-guess null'], 'needs-decision')), undefined)],
  },
  {
    name: 'tcvn3-answered',
    format: 'xlsx',
    maker: 'openpyxl',
    trouble: 'TCVN3 in a font that does not tell, the code chosen by a person',
    input: { encoding: 'tcvn3' },
    sheets: [inTcvn3(withoutCapitals(roster('Sheet1')), undefined)],
  },
  {
    name: 'vni-times',
    format: 'xls',
    maker: 'libreoffice',
    trouble: 'VNI in VNI-Times, title in capitals',
    sheets: [inVni(roster('Sheet1'), 'VNI-Times')],
  },
  {
    name: 'vni-helve',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'VNI in VNI-Helve, names in capitals',
    sheets: [inVni(capitalNames(roster('Sheet1')), 'VNI-Helve')],
  },
  {
    name: 'vni-ods',
    format: 'ods',
    maker: 'libreoffice',
    trouble: 'VNI in VNI-Aptima',
    sheets: [inVni(roster('Sheet1'), 'VNI-Aptima')],
  },
  {
    name: 'vni-without-font',
    format: 'xls',
    maker: 'xlwt',
    trouble: 'VNI in a font that does not tell: the program asks',
    sheets: [inVni(roster('Sheet1', ['encoding-guess null'], 'needs-decision'), undefined)],
  },
  {
    name: 'decomposed',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'Unicode with letters and marks apart',
    sheets: [decomposed(roster('Sheet1'))],
  },
];
