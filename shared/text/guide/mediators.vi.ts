import type { GuideChapter } from './chapter.ts';

export const mediatorsChapter: GuideChapter = {
  id: 'mediators',
  title: 'Tổ hòa giải và hòa giải viên',
  addresses: ['/teams', '/mediators', '/records/residential-unit', '/removed'],
  sections: [
    {
      title: 'Nhập tổ và hòa giải viên',
      text: [
        'Dưới bảng hòa giải viên của tổ có sẵn một dòng nhập: họ tên, giới tính, ngày hoặc năm sinh, dân tộc, vai trò. Ctrl+Enter ghi và nhập người tiếp theo; các mục hay lặp lại được giữ cho người sau.',
      ],
      steps: [
        'Mở trang Tổ hòa giải, bấm Ctrl+N, nhập tên tổ và xã. Ctrl+S ghi và mở tổ; Ctrl+Enter ghi và nhập tổ tiếp theo của xã đó.',
        'Nhập từng hòa giải viên ở dòng dưới bảng. Cần đủ mọi mục thì bấm Ctrl+N.',
        'Thôn, buôn hoặc quyết định chưa có trong danh mục: bấm F4 ngay tại mục đang nhập.',
      ],
    },
    {
      title: 'Tìm trong danh sách',
      text: [
        'Đang ở danh sách, gõ chữ là tìm mới: họ tên, tên tổ, hoặc tên xã (“ea kenh”, “Xã Ea Kênh”). Trang có nhiều phần thì Ctrl+PageDown, Ctrl+PageUp chuyển phần, như các sheet của Excel.',
        'Ô Tìm nhanh (Ctrl+K) tìm trong cả sổ, không cần dấu: họ tên, thôn, tổ, lớp (cả nội dung tập huấn), đề nghị khen thưởng (“giấy khen 2019”), số quyết định gõ cách nào cũng được (“45 qd”, “QĐ số 45”), điện thoại. Không có gì khớp thì tìm gần đúng: sai một chữ, chữ cái đầu của họ tên (“nth”), bốn số cuối điện thoại trở lên.',
        'Hòa giải viên thôi làm: mở người đó, bấm Thôi làm..., nhập ngày, lý do, quyết định. Số trên trang đầu chỉ gồm người đang làm.',
      ],
    },
    {
      title: 'Bảng nhập nhanh (Ctrl+B)',
      text: [
        'Nhập cả danh sách như trong Excel, hoặc dán các dòng chép từ Excel, Word. Mỗi ô được kiểm tra như trong phiếu; dòng sai giữ nguyên kèm lý do, dòng đúng được ghi.',
        'Chọn nhiều ô của một cột bằng Shift và mũi tên, rồi Ctrl+D điền ô đầu xuống các ô còn lại. Bảng chép từ Word giữ đúng từng ô, kể cả ô có nhiều dòng và ô gộp. Thôn, buôn (danh mục Thôn, buôn) và học viên (trang của lớp) cũng nhập bảng được bằng Ctrl+B.',
        'Ô trống lấy theo dòng trên khi bấm phím “như trên”. Ctrl+Z, Ctrl+Y hoàn tác, làm lại trong bảng. Đóng máy giữa chừng thì bảng vẫn còn dưới dạng bản nháp.',
      ],
    },
    {
      title: 'Ngày tháng',
      text: ['Ngày luôn đứng trước: 5/3/1985, 050385 hoặc chỉ năm 1985. Năm hai chữ số sẽ được hỏi lại thế kỷ.'],
    },
    {
      title: 'Thôi làm hòa giải viên, chuyển tổ',
      text: [
        'Không xóa người đã thôi làm hòa giải viên: mở phiếu, ghi ngày thôi và lý do. Chuyển tổ là thôi ở tổ cũ và được công nhận ở tổ mới; người đó chỉ có một phiếu và mọi lần tham gia vẫn còn.',
        'Xóa chỉ dùng cho bản ghi nhập nhầm. Bản ghi đã xóa nằm ở trang Đã xóa và khôi phục được.',
      ],
    },
    {
      title: 'Thôn, buôn tách, nhập',
      text: [
        'Thêm thôn, buôn mới, ghi Có từ ngày và chọn các thôn cũ ở mục Tách, nhập từ. Chương trình đề nghị ghi luôn ngày kết thúc của thôn cũ là ngày hôm trước; thôn cũ vẫn còn trong sổ. Nếu chỉ tách một phần và thôn cũ vẫn còn thì bỏ dấu.',
        'Tổ của các thôn đã kết thúc hiện ở trang Kiểm tra lỗi: mở tổ, chọn thôn mới hoặc ghi ngày giải thể.',
      ],
    },
    {
      title: 'Một việc cho nhiều người (Ctrl+E)',
      text: [
        'Trong danh sách: dấu cách chọn một dòng, Shift và phím mũi tên chọn một khoảng, Ctrl+A chọn mọi dòng khớp bộ lọc kể cả dòng chưa hiện. Ctrl+E mở việc cho các dòng đã chọn: sửa một mục, công nhận cả danh sách bằng một quyết định, chuyển tổ, cho thôi làm; đề nghị khen thưởng; ở trang Khen thưởng là chuyển bước.',
        'Ctrl+Enter lần đầu chỉ xem trước: từng người đổi từ gì sang gì, ai không thực hiện được và vì sao, nội dung cần rà soát phát sinh. Ctrl+Enter lần nữa mới ghi, tất cả hoặc không gì cả; muốn bỏ ra những người không thực hiện được thì đánh dấu. Ctrl+Z hoàn tác cả việc.',
        'Chuyển tổ: người chuyển thôi ở tổ cũ và vào tổ mới từ ngày đã ghi, cả hai lần đều còn trong sổ. Tổ trưởng, tổ phó thành hòa giải viên, trừ khi chọn giữ vai trò. Nếu chỉ là ghi nhầm tổ thì chọn Sửa tổ đã ghi nhầm.',
      ],
    },
    {
      title: 'Một người nhập hai lần',
      text: [
        'Khi đang nhập, chương trình nêu những người có thể là cùng một người và lý do (trùng họ tên không dấu, ngày tháng đảo nhau, CMND với CCCD...). Chọn người đã có thì không phải nhập lại.',
        'Trang Nghi trùng liệt kê các cặp trong cả sổ: ghi “cùng một người” hoặc “hai người khác nhau”. Quyết định được nhớ và hủy được; không số liệu nào mất.',
      ],
    },
  ],
};
