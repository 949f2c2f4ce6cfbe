import type { GuideChapter } from './chapter.ts';

export const attachmentsChapter: GuideChapter = {
  id: 'attachments',
  title: 'Tệp đính kèm',
  addresses: [],
  sections: [
    {
      title: 'Đính kèm bản quét, ảnh, văn bản',
      text: [
        'Quyết định, lớp tập huấn, đề nghị khen thưởng, tổ, hòa giải viên và tập huấn viên đều có khối Tệp đính kèm ở cuối trang, dùng được sau khi bản ghi đã lưu.',
        'Nhận tệp PDF, ảnh JPEG, ảnh PNG, Word (.docx) và Excel (.xlsx) không có macro, mỗi tệp tối đa 10 MB. Loại tệp được nhận ra theo nội dung, không theo tên.',
        'Nội dung được mã hóa và lưu cùng sổ. Tên tệp có thể chứa họ tên nên chỉ nằm trong sổ và trong gói đã mã hóa.',
      ],
      steps: [
        'Bấm Thêm tệp..., chọn một hoặc nhiều tệp.',
        'Bấm tên tệp để mở xem; Lưu ra... để ghi một bản ra nơi khác.',
        'Gỡ để bỏ tệp khỏi bản ghi; Ctrl+Z lấy lại.',
      ],
    },
    {
      title: 'Mở xem và bản tạm',
      text: [
        'Khi mở xem, chương trình ghi một bản tạm không mã hóa vào thư mục riêng của người dùng. Bản tạm được xóa khi khóa sổ, khi đóng chương trình và khi mở lại chương trình.',
        'Sửa trong bản tạm không được lưu vào sổ. Muốn thay tệp: lưu ra, sửa, đính kèm tệp mới rồi gỡ tệp cũ.',
      ],
    },
    {
      title: 'Gửi lên cấp tỉnh: tệp phần',
      text: [
        'Gói dữ liệu chỉ chứa tên và mã của tệp đính kèm. Nội dung nằm trong các tệp phần cạnh gói, tên như 654-2026-11-007-p01.hgpart, mỗi tệp tối đa 15 MB để gửi được bằng thư điện tử.',
        'Gửi gói cùng mọi tệp phần mà trang Kết xuất liệt kê. Biên nhận cho biết cấp tỉnh đã có tệp nào; lần sau chỉ những tệp còn lại được xuất.',
      ],
    },
    {
      title: 'Nhận tệp phần, tệp còn thiếu',
      text: [
        'Trang Tiếp nhận nhận gói và tệp phần cùng lúc hoặc riêng, theo thứ tự nào cũng được; nhận lại một tệp không gây hại.',
        'Tệp chưa đến được nêu tên ở mục Tệp còn thiếu. Nhận thêm tệp phần là đủ; nếu bị mất, lập biên nhận để đơn vị xuất lại.',
        'Máy thứ hai hoặc máy vừa phục hồi thiếu tệp nào thì cấp tỉnh gửi lại trong tệp phần cạnh biên nhận; mở chúng cùng biên nhận ở trang Biên nhận.',
      ],
    },
    {
      title: 'Sao lưu',
      text: [
        'Bản sao lưu do người dùng tạo chứa cả nội dung tệp đính kèm. Bản sao tự động trước mỗi lần tiếp nhận không chứa nội dung tệp để không chiếm chỗ; phục hồi từ bản đó thì sổ nêu tên các tệp còn thiếu.',
      ],
    },
  ],
};
