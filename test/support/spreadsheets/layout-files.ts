import {
  across,
  blank,
  data,
  down,
  footer,
  group,
  head,
  numbers,
  record,
  subtotal,
  title,
  unused,
  type MadeFile,
} from './model.ts';
import { binh, heads, hoa, inEaKly, lien, team1, team2, titled } from './people.ts';

const three = [
  data([1, 'Trần Văn Bình', 'Nam', 1965, 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1'], record(binh, { ...inEaKly, ...team1 })),
  data([2, 'Lê Thị Hoa', 'Nữ', 1970, 'Kinh', 'Hòa giải viên', 'Tổ hòa giải thôn 1'], record(hoa, { ...inEaKly, ...team1 })),
  data([3, "H' Liên Niê", 'Nữ', 1980, 'Ê Đê', 'Hòa giải viên', 'Tổ hòa giải thôn 2'], record(lien, { ...inEaKly, ...team2 })),
];

const splitColumns = [
  'index',
  'fullName',
  'birthDate:male',
  'birthDate:female',
  'ethnicGroup',
  'role',
  'residentialUnit',
] as const;
const villages = { ...inEaKly, residentialUnit: 'Thôn 1' };

/** Files whose trouble is how the sheet is laid out. */
export const layoutFiles: readonly MadeFile[] = [
  {
    name: 'title-lines',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'title lines of an office above the head, a signature block and notes under the table',
    sheets: [
      titled('Sheet1', [
        title('UBND XÃ EA KLY', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
        title('BAN TƯ PHÁP', null, null, null, 'Độc lập - Tự do - Hạnh phúc'),
        blank,
        title(across('DANH SÁCH HÒA GIẢI VIÊN NĂM 2019', 7)),
        title(across('(Kèm theo Công văn số 12/UBND-TP ngày 05 tháng 3 năm 2019)', 7)),
        blank,
        head(...heads),
        ...three,
        blank,
        footer('Ghi chú: danh sách này có 03 người'),
        footer(null, null, null, null, 'Ea Kly, ngày 10 tháng 3 năm 2019'),
        footer('NGƯỜI LẬP BIỂU', null, null, null, 'TM. ỦY BAN NHÂN DÂN'),
        footer(null, null, null, null, 'CHỦ TỊCH'),
        blank,
        footer('Nguyễn Thị Mai', null, null, null, 'Y Thăng Êban'),
      ]),
    ],
  },
  {
    name: 'head-of-two-rows',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'a head over two rows with merged cells, year of birth in columns Nam and Nữ, numbering under the head',
    sheets: [
      titled(
        'DS',
        [
          title(across('UBND xã Ea Kly', 3)),
          head(
            down('STT', 2),
            down('Họ và tên', 2),
            across('Năm sinh', 2),
            null,
            down('Dân tộc', 2),
            down('Chức vụ trong tổ', 2),
            down('Thôn, buôn', 2),
          ),
          head(null, null, 'Nam', 'Nữ', null, null, null),
          numbers('(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'),
          data(
            [1, 'Trần Văn Bình', 1965, null, 'Kinh', 'Tổ trưởng', 'Thôn 1'],
            record(binh, { ...villages, commune: 'xã Ea Kly' }),
          ),
          data([2, 'Lê Thị Hoa', null, 1970, 'Kinh', 'HGV', 'Thôn 1'], record(hoa, { ...villages, commune: 'xã Ea Kly' })),
        ],
        { columns: splitColumns },
      ),
    ],
  },
  {
    name: 'birth-split',
    format: 'xls',
    maker: 'libreoffice',
    trouble: 'year of birth in columns Nam and Nữ, a head of two rows without merged cells, dashes for nothing',
    sheets: [
      titled(
        'Xã Ea Kly',
        [
          head('TT', 'Họ và tên', 'Năm sinh', null, 'Dân tộc', 'Chức danh trong tổ', 'Thôn'),
          head(null, null, 'Nam', 'Nữ', null, null, null),
          data([1, 'Trần Văn Bình', 1965, '-', 'Kinh', 'Tổ trưởng', 'Thôn 1'], record(binh, villages)),
          data([2, 'Lê Thị Hoa', '-', 1970, 'Kinh', 'Tổ viên', 'Thôn 1'], record(hoa, villages)),
          data(
            [3, 'Võ Minh Tâm', 1970, 1970, 'Kinh', 'Tổ viên', 'Thôn 1'],
            record(
              { fullName: 'Võ Minh Tâm', ethnicGroup: '01', role: 'member' },
              villages,
              ['birth-both-sexes birthDate', 'field-required sex'],
              'error',
            ),
          ),
        ],
        { columns: splitColumns },
      ),
    ],
  },
  {
    name: 'merged-villages',
    format: 'xlsx',
    maker: 'openpyxl',
    trouble: 'village and decision merged over the rows they hold for',
    sheets: [
      titled(
        'Ea Kly',
        [
          title('DANH SÁCH HÒA GIẢI VIÊN'),
          blank,
          head('STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Thôn', 'Số, ngày quyết định công nhận'),
          data(
            [1, 'Trần Văn Bình', 'Nam', 1965, down('Thôn 1', 2), down('45/QĐ-UBND ngày 15/3/2019', 3)],
            record(
              { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965' },
              { residentialUnit: 'Thôn 1', decision: decided() },
            ),
          ),
          data(
            [2, 'Lê Thị Hoa', 'Nữ', 1970, null, null],
            record(
              { fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970' },
              { residentialUnit: 'Thôn 1', decision: decided() },
            ),
          ),
          data(
            [3, "H' Liên Niê", 'Nữ', 1980, 'Thôn 2', null],
            record(
              { fullName: "H' Liên Niê", sex: 'female', birthDate: '1980' },
              { residentialUnit: 'Thôn 2', decision: decided() },
            ),
          ),
        ],
        { columns: ['index', 'fullName', 'sex', 'birthDate', 'residentialUnit', 'decisionNumber'] },
      ),
    ],
  },
  {
    name: 'sheet-per-commune',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'one sheet per commune, an empty sheet and a hidden one',
    sheets: [
      titled('Xã Ea Kly', [head(...heads), ...three]),
      titled(
        'Xã Ea Phê',
        [
          head(...heads),
          data(
            [1, 'Phạm Văn Dũng', 'Nam', 1958, 'Nùng', 'Tổ trưởng', 'Tổ hòa giải thôn 1'],
            record(
              { fullName: 'Phạm Văn Dũng', sex: 'male', birthDate: '1958', ethnicGroup: '07', role: 'leader' },
              { commune: 'Xã Ea Phê', ...team1 },
            ),
          ),
        ],
        { commune: 'Xã Ea Phê' },
      ),
      { name: 'Sheet3', kind: null, commune: '', columns: [], rows: [] },
      {
        name: 'cũ 2018',
        hidden: true,
        kind: null,
        commune: '',
        columns: [],
        rows: [unused('STT', 'Họ và tên'), unused(1, 'Người cũ')],
      },
    ],
  },
  {
    name: 'subtotals',
    format: 'xls',
    maker: 'libreoffice',
    trouble: 'headings of communes and teams between the rows, subtotals and a total, the head printed again',
    sheets: [
      titled(
        'Tong hop',
        [
          title(across('DANH SÁCH HÒA GIẢI VIÊN HUYỆN KRÔNG PẮC', 6)),
          head('TT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Dân tộc', 'Chức vụ trong tổ'),
          group('I', 'XÃ EA KLY'),
          group(null, '1. Tổ hòa giải thôn 1 (2 người)'),
          data([1, 'Trần Văn Bình', 'Nam', 1965, 'Kinh', 'Tổ trưởng'], record(binh, { ...inEaKly, ...team1 })),
          data([2, 'Lê Thị Hoa', 'Nữ', 1970, 'Kinh', 'Tổ viên'], record(hoa, { ...inEaKly, ...team1 })),
          subtotal(null, 'Cộng xã Ea Kly', null, 2),
          head('TT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Dân tộc', 'Chức vụ trong tổ'),
          group('II', 'XÃ EA PHÊ'),
          group(null, 'Tổ hòa giải thôn 2'),
          data([1, "H' Liên Niê", 'Nữ', 1980, 'Ê Đê', 'Tổ viên'], record(lien, { commune: 'Xã Ea Phê', ...team2 })),
          subtotal(null, 'Cộng xã Ea Phê', null, 1),
          subtotal('TỔNG CỘNG', null, null, 3),
        ],
        { commune: '', columns: ['index', 'fullName', 'sex', 'birthDate', 'ethnicGroup', 'role'] },
      ),
    ],
  },
  {
    name: 'two-tables-below',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'two tables of different columns on one sheet, one below the other',
    sheets: [
      titled(
        'Xã Ea Kly',
        [
          title('I. DANH SÁCH HÒA GIẢI VIÊN'),
          head(...heads),
          ...three,
          blank,
          title('II. DANH SÁCH TỔ HÒA GIẢI'),
          head('STT', 'Tên tổ hòa giải', 'Thôn, buôn', 'Ngày thành lập'),
          data(
            [1, 'Tổ hòa giải buôn Ea Nuôl', 'Buôn Ea Nuôl', '01/06/2014'],
            record(
              { establishedOn: '2014-06-01' },
              { ...inEaKly, team: 'Tổ hòa giải buôn Ea Nuôl', residentialUnit: 'Buôn Ea Nuôl' },
            ),
          ),
        ],
        {
          further: {
            fromRow: 7,
            kind: 'team',
            commune: 'Xã Ea Kly',
            columns: ['index', 'teamName', 'residentialUnit', 'establishedOn'],
          },
        },
      ),
    ],
  },
  {
    name: 'two-tables-beside',
    format: 'ods',
    maker: 'libreoffice',
    trouble: 'two tables side by side on one sheet',
    sheets: [
      titled(
        'Xã Ea Kly',
        [
          head(
            'STT',
            'Họ và tên',
            'Giới tính',
            'Năm sinh',
            'Tổ hòa giải',
            null,
            'STT',
            'Họ và tên',
            'Giới tính',
            'Năm sinh',
            'Tổ hòa giải',
          ),
          data(
            [1, 'Trần Văn Bình', 'Nam', 1965, 'Tổ hòa giải thôn 1', null, 1, "H' Liên Niê", 'Nữ', 1980, 'Tổ hòa giải thôn 2'],
            record({ fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965' }, { ...inEaKly, ...team1 }),
            record({ fullName: "H' Liên Niê", sex: 'female', birthDate: '1980' }, { ...inEaKly, ...team2 }),
          ),
          data(
            [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Tổ hòa giải thôn 1', null, 2, 'Võ Minh Tâm', 'Nam', 1975, 'Tổ hòa giải thôn 2'],
            record({ fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970' }, { ...inEaKly, ...team1 }),
            record({ fullName: 'Võ Minh Tâm', sex: 'male', birthDate: '1975' }, { ...inEaKly, ...team2 }),
          ),
        ],
        {
          columns: ['index', 'fullName', 'sex', 'birthDate', 'teamName', null],
          further: {
            fromColumn: 6,
            kind: 'mediator',
            commune: 'Xã Ea Kly',
            columns: [null, null, null, null, null, null, 'index', 'fullName', 'sex', 'birthDate', 'teamName'],
          },
        },
      ),
    ],
  },
  {
    name: 'hidden-rows',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'a hidden row and a hidden column',
    sheets: [
      titled(
        'Xã Ea Kly',
        [
          head(...heads),
          data(
            [1, 'Trần Văn Bình', 'Nam', 1965, 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1'],
            record(binh, { ...inEaKly, ...team1 }),
          ),
          {
            ...data(
              [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Kinh', 'Hòa giải viên', 'Tổ hòa giải thôn 1'],
              record(hoa, { ...inEaKly, ...team1 }, ['row-hidden null']),
            ),
            hidden: true,
          },
          data(
            [3, "H' Liên Niê", 'Nữ', 1980, 'Ê Đê', 'Hòa giải viên', 'Tổ hòa giải thôn 2'],
            record(lien, { ...inEaKly, ...team2 }),
          ),
        ],
        { hiddenColumns: [4] },
      ),
    ],
  },
  {
    name: 'own-words',
    format: 'xlsx',
    maker: 'own',
    trouble: 'a commune’s own words for its columns; a person says what two of them are',
    input: { sheets: { '0': { columns: { '2': 'birthDate', '5': null } } } },
    sheets: [
      titled(
        'Xã Ea Kly',
        [
          head('STT', 'Họ và tên', 'Tuổi mụ sinh', 'Giới', 'Tổ', 'Gia cảnh', 'Bí danh'),
          data(
            [1, 'Trần Văn Bình', 1965, 'Nam', 'Tổ hòa giải thôn 1', 'khá', 'Ba Bình'],
            record({ fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965' }, { ...inEaKly, ...team1 }),
          ),
        ],
        { columns: ['index', 'fullName', 'birthDate', 'sex', 'teamName', null, null] },
      ),
    ],
  },
];

function decided() {
  return { number: '45/QĐ-UBND', decidedOn: '2019-03-15' };
}
