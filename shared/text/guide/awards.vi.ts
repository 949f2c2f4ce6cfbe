import type { GuideChapter } from './chapter.ts';

export const awardsChapter: GuideChapter = {
  id: 'awards',
  title: 'Quyết định và khen thưởng',
  addresses: ['/nominations', '/records/decision'],
  sections: [
    {
      title: 'Quyết định',
      text: [
        'Một quyết định nhập một lần, dùng cho nhiều người: mở quyết định, bấm Ghi cho nhiều người, chọn hòa giải viên và việc công nhận hoặc cho thôi.',
      ],
    },
    {
      title: 'Đề nghị khen thưởng',
      text: [
        'Đề nghị cho hòa giải viên, tổ, tập thể hoặc cá nhân khác. Chương trình chỉ cho các bước được phép: lập hồ sơ, trình, họp hội đồng, quyết định hoặc không công nhận.',
        'Đề nghị nhiều người cùng hình thức: ở danh sách hòa giải viên, người hoặc tổ, đánh dấu các dòng, Ctrl+E, chọn Đề nghị khen thưởng. Ai đã có đề nghị cùng hình thức trong năm được nêu ra và có thể bỏ ra.',
        'Hồ sơ còn thiếu và số phiếu của hội đồng hiện ngay trong phiếu.',
      ],
    },
  ],
};
