import { formatCount } from './vietnamese.ts';

type Counts = { readonly change: number; readonly same: number; readonly refused: number };

/** Work on many records at once. */
export const bulkWords = {
  reason: 'Sửa hàng loạt',
  blank: '(trống)',
  summary: 'Một việc cho nhiều bản ghi: sửa một mục, chuyển tổ, cho thôi, công nhận, chuyển bước; tất cả hoặc không gì cả',
  outcomes: { change: 'đổi', same: 'không đổi', refused: 'không được' },
  counts: ({ change, same, refused }: Counts): string =>
    `${formatCount(change)} bản ghi đổi, ${formatCount(same)} không đổi, ${formatCount(refused)} không thực hiện được`,
  findingCounts: (fresh: number, settled: number): string =>
    `Nội dung cần rà soát: thêm ${formatCount(fresh)}, hết ${formatCount(settled)}`,
} as const;
