import type { GuideChapter } from './chapter.ts';

export const exchangeChapter: GuideChapter = {
  id: 'exchange',
  title: 'Gửi số liệu và nhận biên nhận',
  addresses: ['/export', '/receipts', '/enrolment'],
  sections: [
    {
      title: 'Đăng ký với cấp tỉnh',
      text: ['Làm một lần cho mỗi máy. Mã nhận dạng trên giấy phải đúng với mã trên màn hình.'],
      steps: [
        'Trang Đăng ký: lập yêu cầu, in phiếu, ký, gửi tệp .hgreq cho cấp tỉnh.',
        'Cấp tỉnh gõ mã trên phiếu để đối chiếu và trả tệp .hgcert.',
        'Mở tệp .hgcert, gõ mã nhận dạng của cấp tỉnh.',
      ],
    },
    {
      title: 'Kết xuất và gửi',
      text: [
        'Chọn nơi lưu, duyệt và kết xuất. Gửi tệp .hgpkg bằng USB hoặc thư điện tử cùng phiếu gửi đã ký, đóng dấu. Chỉ cấp tỉnh và cơ quan mình mở được tệp.',
        'Người kết xuất phải có quyền duyệt; tên người duyệt ghi trong gói.',
      ],
    },
    {
      title: 'Đã xuất và đã nhận',
      text: [
        'Gói vừa kết xuất có tình trạng Đã xuất. Chỉ khi mở biên nhận của cấp tỉnh, tình trạng mới là Đã nhận. Nếu cấp tỉnh hoàn tác lần tiếp nhận, biên nhận sau đưa gói trở về Đã xuất.',
      ],
    },
    {
      title: 'Gói mất, đến muộn hoặc gửi lại',
      text: ['Mỗi gói chứa đủ số liệu nên mất một gói không mất dữ liệu; gửi lại hoặc đến muộn cũng không sai.'],
    },
  ],
};
