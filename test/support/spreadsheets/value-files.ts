import { data, head, record, type MadeFile, type MadeSheet } from './model.ts';
import { binh, heads, hoa, lien, plainColumns, team1, team2, titled } from './people.ts';

const at = (rows: MadeSheet['rows'], columns: MadeSheet['columns'] = plainColumns): readonly MadeSheet[] => [
  titled('Xã Ea Kly', rows, { columns }),
];
const inTeam = { commune: 'Xã Ea Kly', ...team1 };
const inTeam2 = { commune: 'Xã Ea Kly', ...team2 };

const nameHeads = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Tổ hòa giải'] as const;
const nameColumns = ['index', 'fullName', 'sex', 'birthDate', 'teamName'] as const;
const born = (
  number: number,
  fullName: string,
  sex: 'male' | 'female',
  cell: Parameters<typeof data>[0][number],
  birthDate: string | null,
  issues: readonly string[] = [],
  outcome = 'created',
) =>
  data(
    [number, fullName, sex === 'male' ? 'Nam' : 'Nữ', cell, 'Tổ hòa giải thôn 1'],
    record({ fullName, sex, ...(birthDate === null ? {} : { birthDate }) }, inTeam, issues, outcome),
  );

const numberHeads = ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Số CCCD', 'Điện thoại', 'Tổ hòa giải'] as const;
const numberColumns = ['index', 'fullName', 'sex', 'birthDate', 'citizenId', 'phone', 'teamName'] as const;
const tam = { fullName: 'Võ Minh Tâm', sex: 'male', birthDate: '1980' };
const lan = { fullName: 'Phạm Thị Lan', sex: 'female', birthDate: '1975' };
const dung = { fullName: 'Phạm Văn Dũng', sex: 'male', birthDate: '1958' };

/** Files whose trouble is in the values. */
export const valueFiles: readonly MadeFile[] = [
  {
    name: 'marks',
    format: 'ods',
    maker: 'libreoffice',
    trouble: 'crosses in columns for sex, Kinh, level of training and office in the team',
    sheets: at(
      [
        head(
          'STT',
          'Họ và tên',
          'Năm sinh',
          { text: 'Giới tính', across: 2 },
          null,
          { text: 'Dân tộc', across: 1 },
          { text: 'Trình độ chuyên môn', across: 3 },
          null,
          null,
          'Tổ hòa giải',
        ),
        head(null, null, null, 'Nam', 'Nữ', 'Kinh', 'Luật', 'Khác', 'Chưa qua đào tạo', null),
        data(
          [1, 'Trần Văn Bình', 1965, 'x', null, 'x', null, 'x', null, 'Tổ hòa giải thôn 1'],
          record(
            { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', ethnicGroup: '01', professionalLevel: 'other' },
            inTeam,
          ),
        ),
        data(
          [2, 'Lê Thị Hoa', 1970, null, 'X', 'x', 'x', null, null, 'Tổ hòa giải thôn 1'],
          record(
            { fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970', ethnicGroup: '01', professionalLevel: 'law' },
            inTeam,
          ),
        ),
        data(
          [3, 'Võ Minh Tâm', 1980, 'x', 'x', null, null, null, 'x', 'Tổ hòa giải thôn 1'],
          record({ ...tam, professionalLevel: 'none' }, inTeam, ['marks-contradict sex'], 'error'),
        ),
      ],
      [
        'index',
        'fullName',
        'birthDate',
        'mark:sex=male',
        'mark:sex=female',
        'mark:ethnicGroup=01',
        'mark:professionalLevel=law',
        'mark:professionalLevel=other',
        'mark:professionalLevel=none',
        'teamName',
      ],
    ),
  },
  {
    name: 'capitals',
    format: 'xls',
    maker: 'xlwt',
    trouble: 'names in capitals or small letters, with Ông and Bà, in two columns',
    sheets: at(
      [
        head('TT', 'Họ và tên', null, 'Giới tính', 'Năm sinh', 'Tổ hòa giải'),
        data(
          [1, 'TRẦN VĂN', 'BÌNH', 'Nam', 1965, 'Tổ hòa giải thôn 1'],
          record({ fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965' }, inTeam, ['name-capitals fullName']),
        ),
        data(
          [2, 'lê thị', 'hoa', 'Nữ', 1970, 'Tổ hòa giải thôn 1'],
          record({ fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970' }, inTeam, ['name-capitals fullName']),
        ),
        data(
          [3, "H'HEN", 'NIÊ', 'Nữ', 1980, 'Tổ hòa giải thôn 1'],
          record({ fullName: "H'Hen Niê", sex: 'female', birthDate: '1980' }, inTeam, ['name-capitals fullName']),
        ),
      ],
      ['index', 'familyName', 'givenName', 'sex', 'birthDate', 'teamName'],
    ),
  },
  {
    name: 'titles-in-names',
    format: 'xlsx',
    maker: 'own',
    trouble: 'Ông and Bà, numbering and remarks in the cell of the name, no column of the sex',
    sheets: at(
      [
        head('STT', 'Họ và tên', 'Năm sinh', 'Tổ hòa giải'),
        data(
          [1, '1. Ông Trần Văn Bình (Tổ trưởng)', 1965, 'Tổ hòa giải thôn 1'],
          record({ fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', role: 'leader' }, inTeam),
        ),
        data(
          [2, '2. Bà Lê Thị Hoa (HGV)', 1970, 'Tổ hòa giải thôn 1'],
          record({ fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970', role: 'member' }, inTeam),
        ),
        data([3, '3. Phạm Thị Lan', 1975, 'Tổ hòa giải thôn 1'], record(lan, inTeam, ['sex-from-name sex'], 'needs-decision')),
      ],
      ['index', 'fullName', 'birthDate', 'teamName'],
    ),
  },
  {
    name: 'dates-as-text',
    format: 'xlsx',
    maker: 'openpyxl',
    trouble: 'dates as text in many writings, two digits of the year, an impossible day',
    sheets: at(
      [
        head(...nameHeads),
        born(1, 'Trần Văn Bình', 'male', '5/3/1965', '1965-03-05'),
        born(2, 'Lê Thị Hoa', 'female', '05.03.1970', '1970-03-05'),
        born(3, 'Võ Minh Tâm', 'male', '3/1980', '1980-03'),
        born(4, 'Phạm Thị Lan', 'female', 'năm 1975', '1975'),
        born(5, 'Phạm Văn Dũng', 'male', 'ngày 5 tháng 3 năm 1958', '1958-03-05'),
        born(6, 'Nông Văn Tài', 'male', '5-3-65', '1965-03-05', ['century-assumed birthDate']),
        born(7, 'Hoàng Thị Mây', 'female', '31/02/1980', null, ['date-invalid birthDate'], 'error'),
        born(8, 'Y Bhăm Êban', 'male', '12/25/1977', '1977-12-25', ['month-first birthDate'], 'needs-decision'),
      ],
      nameColumns,
    ),
  },
  {
    name: 'dates-as-numbers',
    format: 'xls',
    maker: 'libreoffice',
    trouble: 'dates as dates, as serial numbers, as years and as digits whose first zero is lost',
    sheets: at(
      [
        head(...nameHeads),
        born(1, 'Trần Văn Bình', 'male', { date: '1965-03-05' }, '1965-03-05'),
        born(2, 'Lê Thị Hoa', 'female', 25697, '1970-05-09', ['date-from-serial birthDate']),
        born(3, 'Võ Minh Tâm', 'male', 1980, '1980'),
        born(4, 'Phạm Thị Lan', 'female', 5031975, '1975-03-05'),
      ],
      nameColumns,
    ),
  },
  {
    name: 'lost-zeros',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'citizen numbers and phones as numbers, zeros lost, 11 digits, 6.61E+10, number formats that show the zeros',
    sheets: at(
      [
        head(...numberHeads),
        data(
          [1, 'Trần Văn Bình', 'Nam', 1965, 66065000123, 905123456, 'Tổ hòa giải thôn 1'],
          record(
            { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', citizenId: '066065000123', phone: '0905123456' },
            inTeam,
            ['citizen-id-zero-restored citizenId', 'phone-zero-restored phone'],
          ),
        ),
        data(
          [
            2,
            'Lê Thị Hoa',
            'Nữ',
            1970,
            { number: 66170000124, format: '000000000000' },
            { number: 905123457, format: '0000000000' },
            'Tổ hòa giải thôn 1',
          ],
          record(
            { fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970', citizenId: '066170000124', phone: '0905123457' },
            inTeam,
          ),
        ),
        data(
          [3, 'Võ Minh Tâm', 'Nam', 1980, '6.61E+10', '0905 123 458', 'Tổ hòa giải thôn 1'],
          record({ ...tam, phone: '0905123458' }, inTeam, ['citizen-id-rounded citizenId'], 'error'),
        ),
        data(
          [4, 'Phạm Thị Lan', 'Nữ', 1975, '66075000999', null, 'Tổ hòa giải thôn 1'],
          record({ ...lan, citizenId: '66075000999' }, inTeam, ['citizen-id-lost-zero citizenId'], 'error'),
        ),
        data(
          [5, 'Phạm Văn Dũng', 'Nam', 1958, { text: '240123456', format: '@' }, '0262.3851.111', 'Tổ hòa giải thôn 1'],
          record({ ...dung, citizenId: '240123456', phone: '02623851111' }, inTeam, ['citizen-id-old citizenId']),
        ),
      ],
      numberColumns,
    ),
  },
  {
    name: 'as-above',
    format: 'ods',
    maker: 'libreoffice',
    trouble: 'nt, -nt-, quotation marks and empty cells for "as above"',
    sheets: at([
      head(...heads),
      data([1, 'Trần Văn Bình', 'Nam', 1965, 'Kinh', 'Tổ trưởng', 'Tổ hòa giải thôn 1'], record(binh, inTeam)),
      data([2, 'Lê Thị Hoa', 'Nữ', 1970, 'nt', 'Hòa giải viên', '-nt-'], record(hoa, inTeam)),
      data(
        [3, 'Phạm Thị Lan', '"', 1975, '"', "''", null],
        record({ ...lan, ethnicGroup: '01', role: 'member' }, inTeam, ['as-above teamName']),
      ),
      data(
        [4, 'Võ Minh Tâm', 'Nam', 1980, 'Như trên', '-nt-', ' " '],
        record({ ...tam, ethnicGroup: '01', role: 'member' }, inTeam),
      ),
    ]),
  },
  {
    name: 'as-above-nothing',
    format: 'xlsx',
    maker: 'own',
    trouble: '"as above" in the first row, where nothing is above',
    sheets: at([
      head(...heads),
      data(
        [1, 'Trần Văn Bình', 'Nam', 1965, 'nt', 'Tổ trưởng', 'Tổ hòa giải thôn 1'],
        record(
          { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', role: 'leader' },
          inTeam,
          ['nothing-above ethnicGroup'],
          'error',
        ),
      ),
    ]),
  },
  {
    name: 'several-in-a-cell',
    format: 'xlsx',
    maker: 'openpyxl',
    trouble: 'several people in one cell, several phones in one cell',
    sheets: at(
      [
        head('STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Điện thoại', 'Tổ hòa giải'),
        data(
          [1, 'Trần Văn Bình\nLê Thị Hoa', 'Nam\nNữ', '1965\n1970', '0905123456\n0905123457', 'Tổ hòa giải thôn 1'],
          record({ fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', phone: '0905123456' }, inTeam, [
            'several-people fullName',
          ]),
          record({ fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970', phone: '0905123457' }, inTeam, [
            'several-people fullName',
          ]),
        ),
        data(
          [2, 'Võ Minh Tâm', 'Nam', 1980, '0905111222; 0262 3851 111', 'Tổ hòa giải thôn 1'],
          record({ ...tam, phone: '0905111222; 02623851111' }, inTeam),
        ),
        data(
          [3, 'Phạm Thị Lan', 'Nữ', 1975, '0905111333 - 0905111444', 'Tổ hòa giải thôn 1'],
          record({ ...lan, phone: '0905111333; 0905111444' }, inTeam),
        ),
      ],
      ['index', 'fullName', 'sex', 'birthDate', 'phone', 'teamName'],
    ),
  },
  {
    name: 'highland-names',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'Ê Đê and M’nông names with every kind of apostrophe and letters outside Vietnamese',
    sheets: at([
      head(...heads),
      data(
        [1, 'Y Bhăm Niê Kdăm', 'Nam', 1965, 'Ê-đê', 'Tổ trưởng', 'Tổ hòa giải thôn 1'],
        record({ fullName: 'Y Bhăm Niê Kdăm', sex: 'male', birthDate: '1965', ethnicGroup: '12', role: 'leader' }, inTeam),
      ),
      data(
        [2, 'H’ Hen Niê', 'Nữ', 1992, 'Êđê', 'HGV', 'Tổ hòa giải thôn 1'],
        record({ fullName: 'H’ Hen Niê', sex: 'female', birthDate: '1992', ethnicGroup: '12', role: 'member' }, inTeam),
      ),
      data(
        [3, 'H`Bia Êban', 'Nữ', 1975, 'Ê Đê', 'HGV', 'Tổ hòa giải thôn 1'],
        record({ fullName: "H'Bia Êban", sex: 'female', birthDate: '1975', ethnicGroup: '12', role: 'member' }, inTeam, [
          'name-apostrophe fullName',
        ]),
      ),
      data(
        [4, 'Điểu K’Ré', 'Nam', 1970, "M'Nông", 'Tổ phó', 'Tổ hòa giải thôn 2'],
        record({ fullName: 'Điểu K’Ré', sex: 'male', birthDate: '1970', ethnicGroup: '20', role: 'deputy' }, inTeam2),
      ),
      data(
        [5, 'Y Ŭñ Kbuôr Čư̆', 'Nam', 1960, 'Rađê', 'Tổ viên', 'Tổ hòa giải thôn 2'],
        record({ fullName: 'Y Ŭñ Kbuôr Čư̆', sex: 'male', birthDate: '1960', ethnicGroup: '12', role: 'member' }, inTeam2),
      ),
    ]),
  },
  {
    name: 'abbreviations',
    format: 'xls',
    maker: 'xlwt',
    trouble: 'HGV, TT, TP, TDP and other abbreviations',
    sheets: at(
      [
        head('TT', 'Họ tên', 'GT', 'NS', 'DT', 'Chức danh', 'TDP'),
        data(
          [1, 'Trần Văn Bình', 'Nam', 1965, 'Kinh', 'TT', 'TDP 3'],
          record(binh, { commune: 'Xã Ea Kly', residentialUnit: 'TDP 3' }),
        ),
        data(
          [2, 'Lê Thị Hoa', 'Nữ', 1970, 'Kinh', 'HGV', 'TDP 3'],
          record(hoa, { commune: 'Xã Ea Kly', residentialUnit: 'TDP 3' }),
        ),
        data(
          [3, "H' Liên Niê", 'Nữ', 1980, 'Ê đê', 'TP', 'TDP 3'],
          record({ ...lien, role: 'deputy' }, { commune: 'Xã Ea Kly', residentialUnit: 'TDP 3' }),
        ),
      ],
      ['index', 'fullName', 'sex', 'birthDate', 'ethnicGroup', 'role', 'residentialUnit'],
    ),
  },
  {
    name: 'error-cells',
    format: 'xlsx',
    maker: 'libreoffice',
    trouble: 'cells with errors, words no list has, a commune outside the district',
    sheets: at(
      [
        head('STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Dân tộc', 'Xã', 'Tổ hòa giải'),
        data(
          [1, 'Trần Văn Bình', 'Nam', { formula: 'NA()', text: '#N/A' }, 'Kinh', 'Ea Kly', 'Tổ hòa giải thôn 1'],
          record(
            { fullName: 'Trần Văn Bình', sex: 'male', ethnicGroup: '01' },
            { commune: 'Ea Kly', ...team1 },
            ['cell-error birthDate'],
            'error',
          ),
        ),
        data(
          [2, 'Lê Thị Hoa', 'Nữ', 1970, 'người trên núi', 'Ea Kly', 'Tổ hòa giải thôn 1'],
          record(
            { fullName: 'Lê Thị Hoa', sex: 'female', birthDate: '1970' },
            { commune: 'Ea Kly', ...team1 },
            ['code-unknown ethnicGroup'],
            'error',
          ),
        ),
        data(
          [3, 'Võ Minh Tâm', 'Nam', 1980, 'Kinh', 'Ea Súp Mới', 'Tổ hòa giải thôn 1'],
          record(
            { ...tam, ethnicGroup: '01' },
            { commune: 'Ea Súp Mới', ...team1 },
            ['commune-missing communeId', 'commune-unknown communeId'],
            'error',
          ),
        ),
      ],
      ['index', 'fullName', 'sex', 'birthDate', 'ethnicGroup', 'commune', 'teamName'],
    ),
  },
];
