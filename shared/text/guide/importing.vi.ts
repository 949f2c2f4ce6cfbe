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
        'Chưa có gì vào sổ cho tới khi bấm Nhập. Ô đã có nội dung trong sổ không bao giờ bị ghi đè mà không hỏi.',
        'Người trong tệp được so với sổ như khi gõ tay: trùng hẳn thì ghi vào người đó, giống thì hỏi và nêu lý do. Đã trả lời là hai người khác nhau thì không hỏi lại.',
        'Ngày viết 5/3/85, 050385 hoặc mất số 0 (50385, 5385) đọc như nhau ở phiếu, ở bảng nhập và ở tệp; chỗ nào hiểu được nhiều cách thì hỏi.',
      ],
      steps: [
        'Mở trang Nhập từ Excel, bấm Ctrl+O, chọn một hoặc nhiều tệp.',
        'Thẻ Cách đọc bảng: các ô đúng như trong tệp, phía trên mỗi cột là mục mà cột được hiểu. Cột hiểu sai thì chọn lại (phím C). Tiêu đề tìm sai thì đứng ở dòng đúng bấm T; tiêu đề nhiều dòng thì Shift+T ở dòng cuối.',
        'Phông chữ không cho biết bảng mã thì chương trình hỏi, có mẫu trước và sau. Trang, cột, dòng ẩn được nêu ra; trang ẩn chỉ đọc khi đánh dấu.',
        'Thẻ Từng dòng (Ctrl+PageDown): thêm mới, cập nhật, không đổi, cần quyết định, chưa nhập được. Enter mở một dòng để sửa (ô có sẵn chữ trong tệp, lý do ở dưới) hoặc quyết định; câu hỏi chung trả lời một lần cho cả tệp.',
        'Ctrl+Enter nhập các dòng đã ổn. Các dòng chưa nhập được lưu thành .xlsx, lý do ghi cạnh từng dòng, để gửi lại cho xã.',
      ],
    },
    {
      title: 'Nhiều tệp một lần',
      text: [
        'Chọn nhiều tệp: mỗi tệp được đọc lần lượt và hiện một dòng với số dòng sẽ thêm, cập nhật, cần quyết định. Enter mở tệp để xem, Esc về danh sách.',
        'Ctrl+Enter ở danh sách nhập mọi tệp. Tệp hỏng có lý do ghi cạnh và không cản các tệp khác. Đang đọc hay đang nhập đều dừng được; dừng giữa chừng thì tệp đó không ghi gì.',
      ],
    },
    {
      title: 'Mẫu đọc cột và hoàn tác',
      text: [
        'Cách đọc cột lưu thành mẫu có tên (Lưu thành mẫu), dùng cho tệp sau cùng dạng và cho mọi người của sổ. Xuất mẫu ra tệp để chép sang máy khác; máy kia bấm Lấy mẫu từ tệp.',
        'Cả lần nhập hoàn tác được; phần đã sửa hoặc đã dùng sau đó được giữ lại và nêu tên.',
      ],
    },
  ],
};
