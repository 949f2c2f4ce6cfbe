import type { StepDetails } from '#shared/contract/step-methods.ts';
import { fieldLabel, kindLabel } from './labels.vi.ts';
import { formatCount } from './vietnamese.ts';

const package_ = 'Gói và biên nhận có trang riêng; gói đã nhận hoàn tác được ở trang Tiếp nhận.';
const imported = 'Bảng tính đã nhập hoàn tác được ở trang Nhập từ Excel.';
const decided = 'Việc này là quyết định đã trả lời; nếu cần, sửa lại từng mục trong lịch sử của bản ghi.';

/** What was done in a sitting, why it is or is not taken back, reasons that stand in the log. */
export const stepWords = {
  title: 'Việc vừa làm',
  intro: 'Những việc đã ghi từ khi mở sổ trên máy này, mới nhất ở trên. Chọn một việc để xem sẽ trở lại những gì.',
  none: 'Chưa ghi việc nào từ khi mở sổ.',
  time: 'Lúc',
  what: 'Việc',
  records: 'Bản ghi',
  state: 'Trạng thái',
  done: 'Đã ghi',
  undone: 'Đã hoàn tác',
  elsewhere: 'Có cách riêng',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  partly: (count: number): string => `Hoàn tác phần còn lại: ${formatCount(count)} bản ghi`,
  confirm: (name: string): string => `${name} (Ctrl+Enter)`,
  comesBack: 'Sẽ trở lại',
  stays: 'Giữ nguyên',
  changes: { changed: 'sửa lại', removed: 'xóa', restored: 'khôi phục' },
  nothing: 'Không có gì trở lại được: mọi bản ghi đã thay đổi sau đó.',
  back: 'Về danh sách',
  undoneNotice: (what: string): string => `Đã hoàn tác: ${what}`,
  redoneNotice: (what: string): string => `Đã làm lại: ${what}`,
  undoReason: 'Hoàn tác trong phiên làm việc',
  redoReason: 'Làm lại trong phiên làm việc',
  tooLarge: 'Việc này quá lớn để hoàn tác ở đây; sửa lại bằng lịch sử của từng bản ghi.',
  instead: {
    'import.run': imported,
    'import.undo': imported,
    'package.export': package_,
    'merge.apply': package_,
    'imports.undo': package_,
    'receipt.issue': package_,
    'receipt.receive': package_,
    'conflict.resolve': decided,
    'proposal.accept': decided,
    'proposal.refuse': decided,
    'proposal.make': decided,
    'proposal.withdraw': decided,
  } as Readonly<Record<string, string>>,
  kept: {
    'changed-later': 'đã sửa tiếp sau đó',
    'used-later': 'bản ghi khác đang dùng',
    'removed-later': 'đã xóa sau đó',
    'target-removed': 'giá trị cũ chỉ tới bản ghi đã xóa',
    erased: 'giá trị cũ đã xóa hẳn theo quy định',
  },
} as const;

const named: Readonly<Record<string, string>> = {
  'import.run': 'Nhập từ bảng tính',
  'import.undo': 'Hoàn tác nhập từ bảng tính',
  'package.export': 'Kết xuất gói dữ liệu',
  'merge.apply': 'Tiếp nhận gói dữ liệu',
  'imports.undo': 'Hoàn tác tiếp nhận gói',
  'receipt.issue': 'Lập biên nhận',
  'receipt.receive': 'Nhận biên nhận',
  'conflict.resolve': 'Quyết định xung đột',
  'proposal.accept': 'Chấp nhận đề xuất',
  'proposal.refuse': 'Từ chối đề xuất',
  'proposal.make': 'Gửi đề xuất',
  'proposal.withdraw': 'Rút đề xuất',
  'nomination.markPaper': 'Đánh dấu giấy tờ của hồ sơ khen thưởng',
  'identity.link': 'Ghi: hai bản ghi là cùng một người',
  'identity.separate': 'Ghi: hai bản ghi là hai người khác nhau',
  'check.answer': 'Trả lời một nội dung rà soát',
  'check.takeBackAnswer': 'Hủy trả lời một nội dung rà soát',
  'identity.takeBack': 'Hủy quyết định về người trùng',
};

export type StepFacts = {
  readonly method: string;
  readonly kind: string;
  readonly added: number;
  readonly changed: number;
  /** Name of the record where the step is about one. */
  readonly title: string;
  readonly details: StepDetails;
};

/** `hòa giải viên Trần Văn Bình`, or `12 hòa giải viên`. */
const objectOf = (kind: string, count: number, title: string): string => {
  const label = kindLabel(kind);
  const name = label.charAt(0).toLowerCase() + label.slice(1);
  if (count !== 1) return `${formatCount(count)} ${name}`;
  return title === ''
    ? name
    : title.toLowerCase().startsWith(name.toLowerCase())
      ? title.charAt(0).toLowerCase() + title.slice(1)
      : `${name} ${title}`;
};

const bulkVerbs: Readonly<Record<string, string>> = {
  'set-field': 'Sửa',
  'move-team': 'Chuyển tổ',
  'end-memberships': 'Cho thôi',
  recognise: 'Công nhận',
  'set-stage': 'Chuyển bước',
  nominate: 'Đề nghị khen thưởng',
};

const bulkSentence = ({ details, title }: StepFacts): string => {
  const { operation = '', kind = '', field, count = 0 } = details;
  const what = `${bulkVerbs[operation] ?? 'Sửa'} ${objectOf(kind, count, title)}`;
  return field === undefined ? what : `${what}: ${fieldLabel(kind, field)}`;
};

/** What a step did, in words. */
export const stepSentence = (facts: StepFacts): string => {
  const { method, kind, added, changed, title } = facts;
  const count = added + changed;
  const known = named[method];
  if (known !== undefined) return known;
  if (method === 'bulk.apply') return bulkSentence(facts);
  if (method === 'session.markPresence') return `Điểm danh ${formatCount(count)} lượt`;
  if (method === 'session.addPeople') return `Thêm ${objectOf('participant', count, title)}`;
  if (method === 'record.remove') return `Xóa ${objectOf(kind, count, title)}`;
  if (method === 'record.restore') return `Khôi phục ${objectOf(kind, count, title)}`;
  if (method === 'record.revert') return `Đưa về giá trị cũ: ${objectOf(kind, count, title)}`;
  if (added === 0) return `Sửa ${objectOf(kind, count, title)}`;
  if (changed === 0) return `Thêm ${objectOf(kind, count, title)}`;
  return `Thêm ${objectOf(kind, added, '')}, sửa ${objectOf(kind, changed, '')}`;
};
