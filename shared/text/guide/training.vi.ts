import type { GuideChapter } from './chapter.ts';

export const trainingChapter: GuideChapter = {
  id: 'training',
  title: 'Tập huấn',
  addresses: ['/sessions', '/trainers', '/people'],
  sections: [
    {
      title: 'Tập huấn viên',
      text: ['Trang Tập huấn viên so số tập huấn viên của đội ngũ với chỉ tiêu. Người đã có trong sổ thì chọn, không nhập lại.'],
    },
    {
      title: 'Một lớp từ kế hoạch đến kết quả',
      text: ['Số người và số lượt dự được tính riêng: một người dự hai lớp là một người, hai lượt.'],
      steps: [
        'Trang Tập huấn, Ctrl+N: tên lớp, ngày, nơi, số buổi, kinh phí theo nguồn.',
        'Chương trình: chuyên đề, báo cáo viên (tập huấn viên hoặc khách mời), số tiết.',
        'Thành phần: thêm cả tổ, cả xã, tìm từng người, dán danh sách họ tên, hoặc nhập bảng (Ctrl+B): người có trong sổ được nhận theo họ tên và năm sinh.',
        'Điểm danh từng buổi trong bảng: phím cách đánh dấu có mặt, mũi tên để di chuyển.',
        'Sau lớp: chuyển tình trạng sang đã tổ chức.',
      ],
    },
    {
      title: 'Ai chưa được tập huấn trong năm',
      text: ['Trang Tập huấn, nút Chưa tập huấn: lọc theo xã, chọn người và mời vào một lớp đã lên kế hoạch.'],
    },
  ],
};
