import type { GuideChapter } from './chapter.ts';

export const checkingChapter: GuideChapter = {
  id: 'checking',
  title: 'Kiểm tra, sửa, hoàn tác',
  addresses: ['/findings'],
  sections: [
    {
      title: 'Kiểm tra lỗi',
      text: [
        'Chương trình đối chiếu với Luật Hòa giải ở cơ sở: tổ có ít nhất 3 hòa giải viên, có hòa giải viên nữ, vùng nhiều đồng bào dân tộc thiểu số có hòa giải viên là người dân tộc thiểu số, có một tổ trưởng. Nội dung cần rà soát không ngăn việc ghi.',
        'Ngoài ra chương trình kiểm tra quyết định công nhận và thôi làm, chỉ tiêu của các kế hoạch, lớp tập huấn, đề nghị khen thưởng và từng bản ghi: tuổi ít gặp, số căn cước không khớp năm sinh, số điện thoại. Mỗi nội dung có căn cứ và cách xử lý; danh sách in được theo xã (Ctrl+P).',
        'Nội dung mức Cần hỏi có thể vẫn đúng: mở ra, chọn Đã kiểm tra, đúng như vậy. Câu hỏi đó không hiện lại cho đến khi số liệu thay đổi; muốn xem và hỏi lại thì chọn Cả nội dung đã xác nhận.',
      ],
    },
    {
      title: 'Bản nháp',
      text: ['Nội dung đang nhập được giữ lại khi tắt máy đột ngột và hiện ở Trang đầu để nhập tiếp.'],
    },
    {
      title: 'Lịch sử',
      text: ['Mỗi phiếu có lịch sử thay đổi: ai, lúc nào, từ giá trị nào sang giá trị nào, lý do.'],
    },
  ],
};
