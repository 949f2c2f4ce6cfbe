import type { GuideChapter } from './chapter.ts';

export const provinceChapter: GuideChapter = {
  id: 'province',
  title: 'Tiếp nhận ở cấp tỉnh',
  addresses: ['/inbox', '/trust'],
  sections: [
    {
      title: 'Tiếp nhận gói',
      text: ['Gói không nhận được nêu rõ lý do và việc cần làm; sổ giữ nguyên.'],
      steps: [
        'Trang Tiếp nhận: chọn một hoặc nhiều gói.',
        'Xem trước từng thay đổi, số liệu cũ và mới; đối chiếu mã trên phiếu gửi.',
        'Tiếp nhận vào sổ, lập biên nhận và gửi về đơn vị.',
      ],
    },
    {
      title: 'Thử lại tệp bị từ chối',
      text: [
        'Sổ tiếp nhận giữ tệp bị từ chối. Sau khi nâng cấp chương trình, nhận danh sách tin cậy mới hoặc đăng ký máy gửi, bấm Thử lại các tệp bị từ chối.',
      ],
    },
    {
      title: 'Hoàn tác một lần tiếp nhận',
      text: [
        'Hoàn tác đưa số liệu của đơn vị về như trước khi tiếp nhận gói đó. Các gói tiếp nhận sau có chứa số liệu của gói ấy cũng rời sổ; màn hình nêu tên tất cả trước khi làm. Gói hoàn tác rồi vẫn tiếp nhận lại được.',
      ],
    },
    {
      title: 'Danh sách tin cậy',
      text: [
        'Chỉ gói ký bằng khóa của máy có trong danh sách tin cậy mới được nhận. Danh sách mới đi kèm biên nhận về các đơn vị.',
      ],
    },
    {
      title: 'Máy bị mất hoặc thay máy',
      text: [
        'Thu hồi máy: số liệu đã tiếp nhận giữ nguyên; gói chưa tiếp nhận của máy không được nhận nữa; thay đổi ghi sau thay đổi cuối đã nhận được để riêng, dù máy khác mang đến. Không hoàn tác được.',
      ],
      steps: [
        'Trang Danh sách tin cậy: bấm Thu hồi ở dòng của máy, đọc những gì kéo theo, nêu lý do.',
        'Lập biên nhận gửi đơn vị để các máy còn lại biết.',
        'Máy thay thế lập yêu cầu đăng ký; khi cấp, chọn kèm số liệu đã tiếp nhận.',
      ],
    },
    {
      title: 'Đổi khóa của cấp tỉnh',
      text: [
        'Đổi khóa khi khóa có thể đã lộ hoặc cán bộ giữ khóa thôi việc. Khóa mới được ký bằng cả khóa cũ và khóa mới; đơn vị nhận khóa mới cùng biên nhận kế tiếp. Mã nhận dạng của cấp tỉnh thay đổi; khóa cũ vẫn mở được gói lập trước đó.',
      ],
    },
  ],
};
