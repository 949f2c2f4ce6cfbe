import { formatCount } from './vietnamese.ts';

const kibibyte = 1024;
const mebibyte = kibibyte * kibibyte;

/** `182 KB`, `3,4 MB`; never 0 for something that is there. */
const sizeOf = (bytes: number): string =>
  bytes < mebibyte
    ? `${formatCount(Math.max(1, Math.round(bytes / kibibyte)))} KB`
    : `${(bytes / mebibyte).toFixed(1).replace('.', ',')} MB`;

/** Words of attached files and of the part files in which they travel. */
export const attachmentWords = {
  title: 'Tệp đính kèm',
  add: 'Thêm tệp...',
  addHint: 'PDF, ảnh JPEG, ảnh PNG, Word (.docx), Excel (.xlsx); mỗi tệp tối đa 10 MB.',
  none: 'Chưa có tệp nào.',
  fileName: 'Tên tệp',
  type: 'Loại',
  size: 'Dung lượng',
  addedOn: 'Ngày',
  state: 'Nội dung',
  held: 'Có trên máy này',
  notHeld: 'Chưa có trên máy này',
  actions: 'Thao tác',
  open: 'Mở',
  openOf: (name: string): string => `Mở ${name}`,
  save: 'Lưu ra...',
  saveOf: (name: string): string => `Lưu ra ${name}`,
  remove: 'Gỡ',
  removeOf: (name: string): string => `Gỡ ${name}`,
  removeReason: 'Gỡ tệp đính kèm',
  removed: 'Đã gỡ tệp. Ctrl+Z để lấy lại.',
  added: (count: number): string => `Đã đính kèm ${formatCount(count)} tệp.`,
  saved: (file: string): string => `Đã lưu: ${file}`,
  cannotOpen: 'Không có chương trình nào trên máy mở được tệp này. Đề nghị lưu ra một nơi rồi mở bằng chương trình khác.',
  sizeOf,
  parts: {
    column: 'Tệp phần',
    title: (count: number): string =>
      count === 1
        ? 'Gửi kèm cả tệp phần này: tệp chứa các tệp đính kèm mà cấp tỉnh chưa có.'
        : `Gửi kèm cả ${formatCount(count)} tệp phần này: chúng chứa các tệp đính kèm mà cấp tỉnh chưa có.`,
    receiptTitle: (count: number): string =>
      count === 1
        ? 'Gửi kèm cả tệp phần này: tệp chứa các tệp đính kèm mà máy của đơn vị báo thiếu.'
        : `Gửi kèm cả ${formatCount(count)} tệp phần này: chúng chứa các tệp đính kèm mà máy của đơn vị báo thiếu.`,
    grantTitle: (count: number): string => `Gửi kèm cả ${formatCount(count)} tệp phần chứa các tệp đính kèm của đơn vị:`,
    line: (name: string, fileCount: number): string => `${name} (${formatCount(fileCount)} tệp đính kèm)`,
    lacked: (count: number): string =>
      `${formatCount(count)} tệp đính kèm không gửi được vì máy này chưa có nội dung. Cấp tỉnh sẽ gửi lại cùng biên nhận nếu đang giữ.`,
    of: (
      part: { readonly number: number; readonly count: number; readonly with: 'package' | 'receipt' | 'grant' },
      seq: number | null,
    ) =>
      `Phần ${part.number}/${part.count} của ${{ package: 'gói', receipt: 'biên nhận', grant: 'giấy đăng ký' }[part.with]} số ${seq ?? ''}`,
    brings: (fileCount: number, newCount: number): string =>
      newCount === fileCount
        ? `${formatCount(fileCount)} tệp đính kèm`
        : `${formatCount(fileCount)} tệp đính kèm, ${formatCount(newCount)} tệp chưa có`,
    genuine: (number: number, count: number): string => `tệp phần ${number}/${count}`,
    takenBefore: 'Tệp phần này đã nhận trước đó, không có tệp đính kèm nào mới.',
    taken: (count: number): string => `Đã nhận ${formatCount(count)} tệp đính kèm.`,
  },
  missing: {
    tab: 'Tệp còn thiếu',
    count: (count: number): string => `Thiếu nội dung của ${formatCount(count)} tệp đính kèm`,
    text: 'Nội dung đến trong tệp phần (.hgpart) gửi cùng gói. Nhận tệp phần còn thiếu lúc nào cũng được, trước hay sau gói; nếu không có, lập biên nhận để đơn vị gửi lại.',
    ownText:
      'Nội dung đến trong tệp phần (.hgpart) từ máy khác của đơn vị hoặc cùng biên nhận. Nếu không có, kết xuất và gửi cấp tỉnh: cấp tỉnh gửi lại cùng biên nhận.',
    record: 'Thuộc bản ghi',
    backup: (count: number): string =>
      `Bản sao lưu không có nội dung của ${formatCount(count)} tệp đính kèm vì máy này chưa có chúng; danh sách ở trang tiếp nhận.`,
  },
} as const;
