/** Reports as a clerk chooses them: title, and in one sentence what it is for. */
export const reportWords = {
  'mediator-roster': {
    title: 'Danh sách hòa giải viên',
    description: 'Theo xã và tổ, có chức vụ ngoài tổ; bản niêm yết không có điện thoại, chỉ có năm sinh.',
    variants: { everybody: 'Mọi hòa giải viên', leaders: 'Chỉ tổ trưởng' },
  },
  'team-list': {
    title: 'Danh sách tổ hòa giải',
    description: 'Địa bàn, quyết định, số hòa giải viên, tổ trưởng và nội dung còn thiếu của từng tổ.',
  },
  'trainer-roster': {
    title: 'Danh sách tập huấn viên',
    description: 'Nguồn, chức vụ, quyết định, tập huấn phương pháp; so với chỉ tiêu.',
  },
  'training-coverage': {
    title: 'Kết quả tập huấn trong năm',
    description: 'Tỷ lệ đã tập huấn theo xã và những người chưa được tập huấn.',
    variants: { people: 'Theo xã và danh sách người chưa tập huấn', summary: 'Chỉ theo xã' },
  },
  'attendance-sheet': {
    title: 'Danh sách ký tên của lớp',
    description: 'Mỗi buổi một cột ký tên; học viên hưởng lương và không hưởng lương xếp riêng.',
    variants: { empty: 'Để ký tại lớp (có dòng trống)', filled: 'Sau lớp (đánh dấu có mặt)' },
  },
  'session-result': {
    title: 'Báo cáo kết quả lớp tập huấn',
    description: 'Chương trình, báo cáo viên, học viên theo xã, số người và số lượt, kinh phí theo nguồn.',
  },
  'nomination-list': {
    title: 'Danh sách đề nghị khen thưởng',
    description: 'I. Tập thể, II. Cá nhân; tệp Word có cả Tờ trình.',
    variants: {
      proposed: 'Đang đề nghị, chưa có quyết định',
      awarded: 'Đã được khen thưởng',
      all: 'Cả hai',
    },
  },
  'nomination-proposal': {
    title: 'Tờ trình đề nghị khen thưởng',
    description: 'Văn bản gửi kèm danh sách đề nghị; sửa tiếp được bằng Word.',
  },
  'nomination-dossier': {
    title: 'Bảng kiểm hồ sơ khen thưởng',
    description: 'Giấy tờ đã có và chưa có của một đề nghị.',
  },
  'commune-form': {
    title: 'Biểu để xã điền tay',
    description: 'Mỗi tổ một trang khổ ngang: để trống, ghi sẵn tên tổ hoặc ghi sẵn hòa giải viên đang có.',
    variants: { blank: 'Để trống', teams: 'Ghi sẵn tên từng tổ', members: 'Ghi sẵn hòa giải viên để sửa' },
  },
  findings: {
    title: 'Nội dung cần rà soát, kiện toàn',
    description: 'Những điểm chưa đúng quy định, có căn cứ.',
  },
  transmittal: { title: 'Phiếu gửi dữ liệu', description: 'Gửi kèm gói dữ liệu, ký và đóng dấu.' },
  'receipt-slip': { title: 'Biên nhận dữ liệu', description: 'Cấp tỉnh xác nhận gói đã nhận.' },
  provenance: { title: 'Phiếu nguồn gốc giá trị', description: 'Ai ghi, lúc nào, gói nào mang đến, thay cho giá trị nào.' },
  'enrolment-sheet': { title: 'Phiếu đăng ký máy', description: 'Gửi kèm yêu cầu đăng ký máy.' },
} as const;
