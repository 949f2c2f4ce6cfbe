/** Words of the guide's window and the list of keys; the text of the guide is in `guide/`. */
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
  contents: 'Mục lục',
  search: 'Tìm trong hướng dẫn',
  print: 'In hướng dẫn',
} as const;
