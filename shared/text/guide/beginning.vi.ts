import type { GuideChapter } from './chapter.ts';

export const beginningChapter: GuideChapter = {
  id: 'beginning',
  title: 'Bắt đầu',
  addresses: [],
  sections: [
    {
      title: 'Sổ là gì',
      text: [
        'Mỗi cơ quan giữ một sổ: một thư mục trên máy, trong đó mọi số liệu được mã hóa. Mở sổ cần mật khẩu. Chương trình không dùng mạng.',
        'Cấp huyện nhập và sửa số liệu của huyện mình. Cấp tỉnh xem số liệu các đơn vị gửi lên, không sửa thay; muốn sửa thì gửi đề nghị.',
      ],
    },
    {
      title: 'Thiết lập sổ lần đầu',
      text: ['Chỉ làm một lần trên mỗi máy.'],
      steps: [
        'Bấm Thiết lập sổ mới, chọn thư mục còn trống.',
        'Chọn cấp, đơn vị hành chính, tên cơ quan, người dùng đầu tiên (quản trị) và mật khẩu.',
        'Chép mã khôi phục ra giấy, cất ở nơi an toàn: mất mật khẩu thì chỉ mã này mở được sổ.',
        'Ở cấp tỉnh: cất tệp khóa dự phòng ra USB, để trong két.',
      ],
    },
    {
      title: 'Trang đầu',
      text: [
        'Trang đầu nêu những việc cần làm: nội dung cần rà soát, thiếu so với chỉ tiêu, lớp đã qua chưa ghi kết quả, hòa giải viên chưa tập huấn trong năm, số liệu chưa gửi, gói chưa có biên nhận, đề nghị của cấp tỉnh, bản nháp, lần sao lưu gần nhất. Bấm vào từng việc để mở đúng nơi xử lý.',
      ],
    },
  ],
};
