import type { GuideChapter } from './chapter.ts';

export const importingChapter: GuideChapter = {
  id: 'importing',
  title: 'Nhập từ bảng tính',
  addresses: ['/import'],
  sections: [
    {
      title: 'Nhập một tệp',
      text: [
        'Nhận .xlsx, .xls, .ods, .csv như các xã vẫn lập: có dòng tiêu đề, ô gộp, năm sinh chia cột Nam, Nữ, dòng cộng, phông .VnTime hoặc VNI.',
        'Một trang có nhiều bảng thì mỗi bảng được đọc riêng. Dòng đang ẩn vẫn được đọc và có ghi chú ở dòng đó.',
        'Chưa có gì vào sổ cho tới khi bấm Nhập vào sổ. Ô đã có nội dung trong sổ không bao giờ bị ghi đè mà không hỏi.',
      ],
      steps: [
        'Mở trang Nhập từ Excel, chọn tệp. Chương trình nhận ra dòng đầu bảng và từng cột; sửa lại cột nào nhận sai.',
        'Trả lời các câu hỏi chung cho cả tệp (xã, bảng mã chữ).',
        'Xem kết quả từng dòng: thêm mới, cập nhật, giữ nguyên, cần quyết định, lỗi. Sửa ngay tại chỗ được.',
        'Nhập vào sổ. Các dòng chưa nhập được xuất trả thành .xlsx, lý do ghi cạnh từng dòng, để gửi lại cho xã.',
      ],
    },
    {
      title: 'Mẫu ghép cột và hoàn tác',
      text: [
        'Cách ghép cột lưu thành mẫu có tên để dùng cho tệp sau cùng dạng.',
        'Cả lần nhập hoàn tác được; phần đã sửa hoặc đã dùng sau đó được giữ lại và nêu tên.',
      ],
    },
  ],
};
