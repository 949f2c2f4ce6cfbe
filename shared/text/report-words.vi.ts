/** Reports as a clerk chooses them: title, and in one sentence what it is for. */
export const reportWords = {
  'mediator-roster': {
    title: 'Danh sách hòa giải viên',
    description: 'Theo xã và tổ, có chức vụ ngoài tổ; bản niêm yết không có điện thoại, chỉ có năm sinh.',
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
  findings: {
    title: 'Nội dung cần rà soát, kiện toàn',
    description: 'Những điểm chưa đúng quy định, có căn cứ.',
  },
  transmittal: { title: 'Phiếu gửi dữ liệu', description: 'Gửi kèm gói dữ liệu, ký và đóng dấu.' },
  'receipt-slip': { title: 'Biên nhận dữ liệu', description: 'Cấp tỉnh xác nhận gói đã nhận.' },
  'enrolment-sheet': { title: 'Phiếu đăng ký máy', description: 'Gửi kèm yêu cầu đăng ký máy.' },
} as const;
