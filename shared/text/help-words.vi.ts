/** The users' guide: shown by F1 and printable. */
export const helpWords = {
  title: 'Trợ giúp',
  fileName: 'tro-giup.pdf',
  keysTitle: 'Phím tắt',
  keys: [
    ['Enter / Shift+Enter', 'Mục sau / mục trước'],
    ['Ctrl+Enter', 'Ghi'],
    ['Ctrl+N', 'Thêm mới trong danh sách'],
    ['Ctrl+K hoặc /', 'Tìm nhanh hòa giải viên, tổ hòa giải'],
    ['F4', 'Thêm mới thôn, buôn, quyết định ngay tại mục đang nhập'],
    ['Ctrl+P', 'In ở trang In danh sách, Kiểm tra lỗi'],
    ['Alt+1 ... Alt+9', 'Chuyển trang theo thứ tự ở cột trái'],
    ['↑ ↓ và Enter', 'Chọn và mở dòng trong danh sách'],
    ['Esc', 'Đóng, trở lại'],
    ['Ctrl và +, -, 0', 'Phóng to, thu nhỏ, cỡ chữ thường'],
    ['F1', 'Trợ giúp'],
  ],
  guide: [
    [
      'Nhập tổ và hòa giải viên',
      'Mở trang Tổ hòa giải, bấm Ctrl+N, nhập tên tổ và xã, Ctrl+Enter để ghi. Dưới bảng hòa giải viên của tổ có sẵn một dòng nhập: họ tên, giới tính, ngày hoặc năm sinh, dân tộc, vai trò; Ctrl+Enter ghi và nhập người tiếp theo. Cần nhập đủ mọi mục thì bấm Ctrl+N.',
    ],
    ['Ngày tháng', 'Ngày luôn đứng trước: 5/3/1985, 050385 hoặc chỉ năm 1985. Năm hai chữ số sẽ được hỏi lại thế kỷ.'],
    [
      'Kiểm tra lỗi',
      'Chương trình đối chiếu với Luật Hòa giải ở cơ sở: tổ có ít nhất 3 hòa giải viên, có hòa giải viên nữ, vùng nhiều đồng bào dân tộc thiểu số có hòa giải viên là người dân tộc thiểu số, có một tổ trưởng. Nội dung cần rà soát không ngăn việc ghi.',
    ],
    [
      'In danh sách',
      'Trang In danh sách lập danh sách theo xã và theo tổ trên khổ A4 ngang. Bản niêm yết không có điện thoại và chỉ in năm sinh.',
    ],
    [
      'Kết xuất và gửi',
      'Lần đầu: lập yêu cầu đăng ký, gửi cấp tỉnh, nhận giấy đăng ký và đối chiếu mã nhận dạng. Sau đó chọn nơi lưu, duyệt và kết xuất. Gửi tệp .hgpkg cùng phiếu gửi đã ký, đóng dấu.',
    ],
    [
      'Đã xuất và đã nhận',
      'Gói vừa kết xuất có tình trạng Đã xuất. Chỉ khi mở biên nhận của cấp tỉnh, tình trạng mới là Đã nhận.',
    ],
    ['Gói mất, đến muộn hoặc gửi lại', 'Mỗi gói chứa đủ số liệu nên mất một gói không mất dữ liệu; gửi lại cũng không sai.'],
    [
      'Tiếp nhận ở cấp tỉnh',
      'Trang Tiếp nhận: chọn một hoặc nhiều gói, xem trước từng thay đổi, tiếp nhận vào sổ, lập biên nhận và gửi về đơn vị. Gói không nhận được nêu rõ lý do và sổ giữ nguyên.',
    ],
    [
      'Bản nháp và bản ghi đã xóa',
      'Nội dung đang nhập được giữ lại khi tắt máy đột ngột và hiện ở Trang đầu. Bản ghi đã xóa nằm ở trang Đã xóa và khôi phục được.',
    ],
    [
      'Chưa biết rõ',
      'Cột và thời hạn của biểu mẫu theo Thông tư 17/2025/TT-BTP chưa có trong chương trình; ngưỡng theo kế hoạch có thể thay đổi theo văn bản mới.',
    ],
  ],
  print: 'In hướng dẫn',
} as const;
