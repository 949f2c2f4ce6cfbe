/** Sentences that only the command line says. `{name}` takes a value. */
export const commandWords = {
  helpTitle: 'shg: dòng lệnh của Sổ Hòa Giải',
  helpCommon: 'Chung: -w DIR, --password-file F (hoặc SHG_PASSWORD), --user TEN, --json, --jsonl',
  helpExits: 'Mã thoát: 0 xong; 1 bị từ chối theo quy tắc; 2 dùng sai; 3 tệp không được nhận; 4 không mở được',
  helpErrors:
    'Kết quả ra đầu ra chuẩn, thông báo ra đầu ra lỗi; với --json, việc không xong cũng cho {"error":{"code","message","details"}}',
  helpMore: 'shg help LỆNH: cách dùng một lệnh; shg help LOẠI: các mục của một loại bản ghi',
  helpKinds: 'Loại bản ghi: {kinds}',
  helpRequired: '(* bắt buộc)',
  helpExample: 'Ví dụ:',
  unknownCommand: 'lệnh này không có; xem shg help',
  unknownTopic: 'không có lệnh hoặc loại bản ghi {name}',
  unknownKind: 'không có loại bản ghi {name}',
  unknownField: 'loại bản ghi {kind} không có mục {name}',
  unknownOption: 'không có tùy chọn {name}',
  optionWithoutValue: 'tùy chọn {name} cần một giá trị',
  optionWithValue: 'tùy chọn {name} không nhận giá trị',
  usage: 'cách dùng: {usage}',
  formatNotOffered: 'mẫu {name} chỉ lập được dạng {formats}',
  reportMade: 'Đã lập {title}: {file}',
  notText: 'Dòng này không phải văn bản UTF-8. Đề nghị chuyển tệp sang UTF-8 (Unicode) rồi ghi lại.',
  dateForm: 'Ngày không đúng. Trong dòng lệnh, ngày ghi YYYY-MM-DD; ngày sinh có thể ghi YYYY hoặc YYYY-MM.',
  noConflicts: 'Không có xung đột.',
  removed: 'đã xóa',
  yes: 'có',
  no: 'không',
  rowCount: '{count} bản ghi',
  findSummary: 'Tìm trong cả sổ: người, tổ, thôn buôn, quyết định, lớp, khen thưởng, xã phường; không cần dấu',
  undoPreview: 'Nếu hoàn tác: {removed} bản ghi bị xóa, {restored} bản ghi trở lại như trước. Chưa ghi gì vào sổ.',
  undone: 'Đã hoàn tác: {removed} bản ghi được xóa, {restored} bản ghi trở lại như trước.',
  packageUndone:
    'Hoàn tác lần tiếp nhận: {removed} hồ sơ rời sổ, {changed} hồ sơ về như trước. Các lần tiếp nhận và quyết định dựa trên đó:',
  refusedRows: '{count} dòng chưa nhập đã ghi vào {file}',
  oneFileOnly: '--errors và --save-mapping chỉ dùng với một tệp',
} as const;

/** A sentence with its values filled in. */
export const say = (sentence: string, values: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
