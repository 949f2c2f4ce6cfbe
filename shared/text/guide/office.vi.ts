import type { GuideChapter } from './chapter.ts';

export const officeChapter: GuideChapter = {
  id: 'office',
  title: 'Sao lưu, mật khẩu, chuyển máy',
  addresses: ['/backup', '/settings', '/users'],
  sections: [
    {
      title: 'Sao lưu và phục hồi',
      text: [
        'Sao lưu ra USB hoặc ổ khác ít nhất mỗi tuần; tệp sao lưu cũng được mã hóa. Trước mỗi lần tiếp nhận và mỗi ngày làm việc, chương trình tự giữ một bản trong thư mục của sổ.',
        'Phục hồi từ bản cũ rồi làm tiếp không gây sai lệch: chương trình nhận ra và lấy lại phần thiếu từ biên nhận của cấp tỉnh.',
      ],
    },
    {
      title: 'Chuyển sang máy mới',
      text: ['Sao lưu ở máy cũ, cài chương trình ở máy mới, phục hồi từ tệp sao lưu. Không dùng tiếp sổ ở máy cũ.'],
    },
    {
      title: 'Mật khẩu',
      text: ['Đổi mật khẩu ở trang Cài đặt. Quên mật khẩu: chọn mã khôi phục ở màn hình mở sổ.'],
    },
    {
      title: 'Chưa biết rõ',
      text: [
        'Cột và thời hạn của biểu mẫu theo Thông tư 17/2025/TT-BTP chưa có trong chương trình; ngưỡng theo kế hoạch có thể thay đổi theo văn bản mới.',
      ],
    },
  ],
};
