/** Names of file kinds in the system's file dialogs. */
export const fileFilterNames = {
  package: 'Gói dữ liệu',
  receipt: 'Biên nhận',
  request: 'Yêu cầu đăng ký',
  grant: 'Giấy đăng ký',
  backup: 'Bản sao lưu',
  pdf: 'Tệp PDF',
  workbook: 'Bảng tính Excel',
  spreadsheet: 'Bảng tính (Excel, LibreOffice, CSV)',
  document: 'Văn bản Word',
  text: 'Tệp văn bản',
  attachment: 'Tệp đính kèm (PDF, ảnh, Word, Excel)',
  picture: 'Ảnh chụp, ảnh quét (PNG, JPEG)',
  mapping: 'Mẫu đọc cột',
} as const;
