import type { SetAsideReason } from '#shared/contract/set-aside.ts';

/** What trying a file of the inbox again came to, and why fields were set aside. */
export const inboxWords = {
  taken: 'Đã tiếp nhận.',
  known: 'Đã tiếp nhận từ trước, không có gì thay đổi.',
  notKept: 'Không thử lại được: tệp quá lớn nên sổ không giữ bản sao. Đề nghị mở lại tệp từ USB hoặc thư điện tử.',
  byHand: 'Tệp này phải đối chiếu với bản giấy. Đề nghị mở lại tệp ở mục Đăng ký.',
} as const;

/** Why a field of a package does not stand in the books, and what brings it in. */
export const setAsideSentences: Readonly<Record<SetAsideReason, string>> = {
  'left-out': 'Người tiếp nhận đã bỏ ra khi xem trước. Mục này được hỏi lại ở gói kế tiếp của đơn vị.',
  'value-not-understood': 'Phiên bản này chưa hiểu giá trị. Nâng cấp chương trình rồi thử lại gói.',
  'revoked-installation':
    'Máy ghi mục này đã bị thu hồi; mục này ghi sau thay đổi cuối được chấp nhận. Đơn vị nhập lại trên máy đang dùng nếu mục này đúng.',
  'by-sender': 'Đơn vị gửi đã để riêng. Mục này vào sổ khi đơn vị tiếp nhận và gửi gói kế tiếp.',
};
