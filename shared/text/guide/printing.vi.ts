import type { GuideChapter } from './chapter.ts';

export const printingChapter: GuideChapter = {
  id: 'printing',
  title: 'In ấn',
  addresses: ['/print'],
  sections: [
    {
      title: 'Trang In ấn (Alt+9)',
      text: [
        'Chọn loại giấy tờ ở cột trái, chọn xã, năm, mẫu ở trên; bản in hiện ngay bên dưới. Ctrl+P in; Lưu PDF để gửi đi; Lưu Excel, Lưu Word để sửa tiếp.',
        'Ctrl+P trong danh sách tổ, hòa giải viên, tập huấn viên, khen thưởng, trong một lớp hay một hồ sơ khen thưởng mở đúng giấy tờ của nội dung đó.',
      ],
    },
    {
      title: 'Bản niêm yết',
      text: [
        'Danh sách hòa giải viên có bản niêm yết: không có điện thoại, chỉ in năm sinh. Tệp Excel không có điện thoại, số căn cước trừ khi đánh dấu chọn; việc đó được ghi lại.',
      ],
    },
    {
      title: 'Giấy tờ của lớp tập huấn',
      text: [
        'Danh sách ký tên có mỗi buổi một cột, học viên hưởng lương và không hưởng lương xếp riêng. Sau lớp có báo cáo kết quả: chương trình, số người, số lượt, kinh phí theo nguồn.',
      ],
    },
    {
      title: 'Khen thưởng',
      text: ['Danh sách đề nghị gồm phần tập thể và phần cá nhân; tệp Word có cả Tờ trình. Mỗi hồ sơ có bảng kiểm giấy tờ.'],
    },
    {
      title: 'Biểu để xã điền tay',
      text: ['Biểu trống, ghi sẵn tên tổ hoặc ghi sẵn hòa giải viên đang có, để xã sửa bằng tay rồi nhập lại.'],
    },
    {
      title: 'In một danh sách bất kỳ',
      text: [
        'Dưới mỗi danh sách có nút In dòng đang hiện: in đúng các cột, thứ tự, nhóm và phần lọc đang thấy; chọn dòng bằng phím cách thì chỉ in các dòng đã chọn.',
      ],
    },
  ],
};
