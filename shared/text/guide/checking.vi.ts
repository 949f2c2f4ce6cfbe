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
      text: [
        'Nội dung đang nhập được giữ lại khi tắt máy đột ngột và hiện ở Trang đầu để nhập tiếp. Khi có nhiều bản nháp, chọn Mở danh sách bản nháp ở Trang đầu, hoặc gõ "bản nháp" trong bảng lệnh (F10): ai nhập, lúc nào, nội dung gì; nhập tiếp hoặc bỏ từng bản.',
      ],
    },
    {
      title: 'Hoàn tác việc vừa ghi',
      text: [
        'Ctrl+Z hoàn tác việc đã ghi gần nhất từ khi mở sổ trên máy này: thêm, sửa, xóa, điểm danh, việc hàng loạt. Ctrl+Y làm lại. Trong ô đang gõ dở, Ctrl+Z vẫn là hoàn tác chữ vừa gõ.',
        'Ctrl+H mở danh sách Việc vừa làm: chọn một việc, xem sẽ trở lại những gì rồi hoàn tác riêng việc đó. Mục đã có người sửa tiếp thì giữ nguyên và nêu lý do; phần còn lại vẫn hoàn tác được. Hoàn tác cũng được ghi vào lịch sử. Bảng tính đã nhập hoàn tác ở trang Nhập từ Excel; trước khi làm, màn hình nêu tên những gì được giữ vì đã sửa hoặc dùng sau lần nhập.',
        'Danh sách còn sau khi khóa sổ rồi mở lại bằng cùng người dùng; hết khi đóng chương trình hoặc người khác mở sổ. Khi đó dùng lịch sử của từng bản ghi. Nhập bảng tính, kết xuất, tiếp nhận gói và biên nhận có cách hoàn tác riêng ở trang của chúng.',
      ],
    },
    {
      title: 'Lịch sử, đưa về giá trị cũ',
      text: [
        'Mỗi phiếu có lịch sử thay đổi: ai, lúc nào, từ giá trị nào sang giá trị nào, lý do.',
        'Trong lịch sử, chọn Đưa về lúc này... ở một thay đổi: xem hiện nay và lúc đó khác nhau ở mục nào, giữ lại các mục cần, ghi lý do, Ctrl+Enter. Bản ghi đã xóa cũng trở lại bằng cách này, cùng những bản ghi bị xóa cùng lúc.',
      ],
    },
  ],
};
