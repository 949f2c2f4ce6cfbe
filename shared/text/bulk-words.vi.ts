import { formatCount } from './vietnamese.ts';

type Counts = { readonly change: number; readonly same: number; readonly refused: number };

/** Work on many records at once. */
export const bulkWords = {
  lookStep: 'Đang xem trước, chưa ghi gì',
  writeStep: 'Đang ghi vào sổ',
  undoStep: 'Đang hoàn tác',
  reason: 'Sửa hàng loạt',
  blank: '(trống)',
  summary:
    'Một việc cho nhiều bản ghi: sửa một mục, chuyển tổ, cho thôi, công nhận, đề nghị khen thưởng, chuyển bước; tất cả hoặc không gì cả',
  title: (count: number, kind: string): string =>
    `Một việc cho ${formatCount(count)} bản ghi: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}`,
  bar: 'Việc cho các dòng đã chọn',
  chosen: (count: number): string => `Với ${formatCount(count)} dòng đã chọn:`,
  operation: 'Việc cần làm',
  operations: {
    'set-field': 'Sửa một mục',
    recognise: 'Công nhận theo quyết định',
    'move-team': 'Chuyển tổ',
    'end-memberships': 'Cho thôi làm',
    'set-stage': 'Chuyển bước',
    nominate: 'Đề nghị khen thưởng',
  },
  field: 'Mục cần sửa',
  emptyHint: 'Để trống giá trị mới: xóa giá trị đang có của mục này.',
  moveModes: [
    { code: 'transfer', label: 'Thôi tổ cũ, vào tổ mới' },
    { code: 'correct', label: 'Sửa tổ đã ghi nhầm' },
  ],
  leaderChoices: [
    { code: 'member', label: 'Làm hòa giải viên' },
    { code: 'keep', label: 'Giữ vai trò' },
  ],
  look: 'Xem trước (Ctrl+Enter)',
  write: (count: number): string => `Ghi ${formatCount(count)} bản ghi (Ctrl+Enter)`,
  preview: 'Xem trước thay đổi',
  record: 'Bản ghi',
  place: 'Thuộc',
  outcome: 'Kết quả',
  content: 'Thay đổi, lý do',
  nobody: 'Không có bản ghi nào được chọn.',
  newFindings: 'Nội dung cần rà soát mới',
  nominated: (values: string): string => `Đề nghị: ${values}`,
  begins: (values: string): string => `Vào ${values}`,
  leaveOut: (count: number): string => `Bỏ ra ${formatCount(count)} bản ghi không thực hiện được, ghi phần còn lại`,
  done: (changed: number, leftOut: number): string =>
    `Đã ghi ${formatCount(changed)} bản ghi.${leftOut === 0 ? '' : ` Bỏ ra ${formatCount(leftOut)} bản ghi.`}`,
  undo: 'Hoàn tác (Ctrl+Z)',
  undone: (what: string): string => `Đã hoàn tác: ${what}`,
  outcomes: { change: 'đổi', same: 'không đổi', refused: 'không được' },
  counts: ({ change, same, refused }: Counts): string =>
    `${formatCount(change)} bản ghi đổi, ${formatCount(same)} không đổi, ${formatCount(refused)} không thực hiện được`,
  moreFindings: (count: number): string => `và ${formatCount(count)} nội dung khác`,
  findingCounts: (fresh: number, settled: number): string =>
    `Nội dung cần rà soát: thêm ${formatCount(fresh)}, hết ${formatCount(settled)}`,
} as const;
