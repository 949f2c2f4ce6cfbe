import { formatCount } from './vietnamese.ts';

/** Words of leaving single items of a package out. */
export const leaveOutWords = {
  hint: 'Enter: để riêng hoặc xem mục đang chọn',
  title: 'Để riêng, chưa ghi vào sổ',
  item: 'Mục để riêng',
  wholeRecord: 'Cả bản ghi',
  intro:
    'Mục để riêng giữ giá trị đang có trong sổ. Mục được hỏi lại ở gói kế tiếp của đơn vị, và biên nhận báo cho đơn vị biết.',
  follows: (count: number) => `${formatCount(count)} bản ghi sau dựa vào mục này nên cũng để riêng:`,
  followsNone: 'Không có bản ghi nào khác dựa vào mục này.',
  confirm: 'Để riêng',
  back: 'Đưa trở lại',
  backTitle: 'Đưa mục trở lại',
  backText: 'Mục sẽ được ghi vào sổ cùng gói này.',
  tab: 'Để riêng',
  reason: 'Lý do',
  more: (count: number) => `và ${formatCount(count)} bản ghi khác`,
} as const;
