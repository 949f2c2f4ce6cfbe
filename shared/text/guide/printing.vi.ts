import type { GuideChapter } from './chapter.ts';

export const printingChapter: GuideChapter = {
  id: 'printing',
  title: 'In ấn',
  addresses: ['/roster', '/print'],
  sections: [
    {
      title: 'Danh sách hòa giải viên',
      text: [
        'Trang In danh sách lập danh sách theo xã và theo tổ trên khổ A4 ngang. Bản niêm yết không có điện thoại và chỉ in năm sinh.',
        'Ctrl+P in ở trang In danh sách, Kiểm tra lỗi; Lưu PDF để gửi đi.',
      ],
    },
  ],
};
