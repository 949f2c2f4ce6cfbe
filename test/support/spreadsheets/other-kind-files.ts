import { data, head, record, title, type MadeFile } from './model.ts';
import { titled } from './people.ts';

/** Lists of something else than mediators. */
export const otherKindFiles: readonly MadeFile[] = [
  {
    name: 'trainers',
    format: 'ods',
    maker: 'libreoffice',
    trouble: 'a list of trainers with decision in two columns under one head',
    sheets: [
      titled(
        'THV',
        [
          title({ text: 'DANH SÁCH TẬP HUẤN VIÊN CẤP HUYỆN', across: 8 }),
          head(
            'STT',
            'Họ và tên',
            'Giới tính',
            'Năm sinh',
            'Chức vụ',
            'Đơn vị công tác',
            { text: 'Quyết định công nhận', across: 2 },
            null,
          ),
          head(null, null, null, null, null, null, 'Số', 'Ngày'),
          data(
            [1, 'Phạm Thị Lan', 'Nữ', 1975, 'Phó Trưởng phòng', 'Phòng Tư pháp', '12/QĐ-UBND', { date: '2019-09-16' }],
            record(
              {
                fullName: 'Phạm Thị Lan',
                sex: 'female',
                birthDate: '1975',
                position: 'Phó Trưởng phòng',
                agency: 'Phòng Tư pháp',
              },
              { decision: { number: '12/QĐ-UBND', decidedOn: '2019-09-16' } },
              ['decision-issuer-missing decisionId', 'field-required source'],
              'error',
            ),
          ),
        ],
        {
          kind: 'trainer',
          commune: '',
          columns: ['index', 'fullName', 'sex', 'birthDate', 'position', 'agency', 'decisionNumber', 'decisionDate'],
        },
      ),
    ],
  },
  {
    name: 'villages',
    format: 'xlsx',
    maker: 'openpyxl',
    trouble: 'a list of villages with numbers of households written in several ways',
    sheets: [
      titled(
        'Xã Ea Kly',
        [
          head('TT', 'Thôn, buôn, tổ dân phố', 'Xã', 'Số hộ'),
          data(
            [1, 'Buôn Ea Nuôl', 'Ea Kly', 120],
            record({ kind: 'buon', householdCount: 120 }, { commune: 'Ea Kly', residentialUnit: 'Buôn Ea Nuôl' }),
          ),
          data(
            [2, 'Thôn 05', 'Ea Kly', '1.200 hộ'],
            record({ kind: 'thon', householdCount: 1200 }, { commune: 'Ea Kly', residentialUnit: 'Thôn 05' }),
          ),
          data(
            [3, 'Thôn 6', 'Ea Kly', 'chưa rõ'],
            record(
              { kind: 'thon' },
              { commune: 'Ea Kly', residentialUnit: 'Thôn 6' },
              ['number-invalid householdCount'],
              'error',
            ),
          ),
        ],
        { kind: 'residential-unit', columns: ['index', 'residentialUnit', 'commune', 'householdCount'] },
      ),
    ],
  },
];
