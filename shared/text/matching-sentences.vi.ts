import type { EvidenceCode } from '#shared/matching/evidence.ts';

/** What speaks for or against two entries being one person, as short sentences for a list. */
export const matchingSentences: Readonly<Record<EvidenceCode, string>> = {
  'name-equal': 'Trùng họ tên',
  'name-tones-missing': 'Họ tên chỉ khác dấu',
  'name-tones-differ': 'Họ tên khác dấu thanh',
  'name-sound': 'Họ tên đọc giống nhau, viết khác nhau',
  'name-slip': 'Họ tên lệch một chữ cái',
  'name-order': 'Họ tên viết khác thứ tự',
  'name-middle-missing': 'Một bên thiếu chữ đệm',
  'name-middle-differs': 'Chữ đệm khác nhau',
  'name-filler-differs': 'Một bên là "Văn", một bên là "Thị"',
  'name-clan-missing': 'Một bên không ghi họ',
  'name-clan-shortened': 'Họ ghi tắt',
  'name-family-differs': 'Họ khác nhau',
  'name-given-differs': 'Tên khác nhau',
  'birth-equal': 'Trùng ngày sinh',
  'birth-swapped': 'Ngày sinh đảo ngày và tháng',
  'birth-month-equal': 'Trùng tháng và năm sinh',
  'birth-year-equal': 'Trùng năm sinh',
  'birth-slip': 'Ngày sinh lệch một chữ số',
  'birth-day-differs': 'Cùng năm sinh, khác ngày',
  'birth-year-near': 'Năm sinh lệch một năm',
  'birth-year-differs': 'Khác năm sinh',
  'sex-differs': 'Giới tính khác nhau',
  'number-equal': 'Trùng số căn cước',
  'number-lost-zero': 'Trùng số căn cước, một bên mất số 0 ở đầu',
  'number-slip': 'Số căn cước lệch một chữ số',
  'number-old-and-new': 'Một bên là số chứng minh nhân dân cũ, một bên là số căn cước',
  'number-differs': 'Số căn cước khác nhau',
  'number-contradicts': 'Số căn cước của một bên không khớp giới tính hoặc năm sinh của bên kia',
  'phone-shared': 'Chung số điện thoại',
  'village-equal': 'Cùng thôn, buôn, tổ dân phố',
  'commune-equal': 'Cùng xã, phường, thị trấn',
  'village-differs': 'Cùng xã, khác thôn, buôn',
  'commune-differs': 'Khác xã, phường, thị trấn',
};

/** Words around decisions on people who may stand in the books twice. */
export const matchingWords = {
  decisions: { same: 'cùng một người', different: 'hai người khác nhau' },
  verdicts: { same: 'gần như chắc chắn trùng', likely: 'có thể trùng' },
  takenBack: 'Bỏ kết luận đã ghi',
  linksSummary: 'Người có thể trùng nhau và các kết luận đã ghi: cùng một người, hai người khác nhau',
} as const;
