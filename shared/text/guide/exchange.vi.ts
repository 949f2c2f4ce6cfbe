import type { GuideChapter } from './chapter.ts';

export const exchangeChapter: GuideChapter = {
  id: 'exchange',
  title: 'Gửi số liệu và nhận biên nhận',
  addresses: ['/export', '/receipts', '/enrolment', '/to-decide', '/inbox'],
  sections: [
    {
      title: 'Đăng ký với cấp tỉnh',
      text: ['Làm một lần cho mỗi máy. Mã nhận dạng trên giấy phải đúng với mã trên màn hình.'],
      steps: [
        'Trang Đăng ký: lập yêu cầu, in phiếu, ký, gửi tệp .hgreq cho cấp tỉnh.',
        'Cấp tỉnh gõ mã trên phiếu để đối chiếu và trả tệp .hgcert.',
        'Mở tệp .hgcert, gõ mã nhận dạng của cấp tỉnh.',
      ],
    },
    {
      title: 'Kết xuất và gửi',
      text: [
        'Chọn nơi lưu, duyệt và kết xuất. Gửi tệp .hgpkg bằng USB hoặc thư điện tử cùng phiếu gửi đã ký, đóng dấu. Chỉ cấp tỉnh và cơ quan mình mở được tệp.',
        'Người kết xuất phải có quyền duyệt; tên người duyệt ghi trong gói.',
      ],
    },
    {
      title: 'Gửi bằng thư điện tử',
      text: [
        'Bấm Soạn thư cạnh gói hoặc biên nhận vừa lập: chương trình thư của máy mở một thư có sẵn tiêu đề và lời gửi. Thư không tự kèm tệp; tên tệp phải đính kèm ghi ngay cạnh nút. Máy không có chương trình thư thì gửi từ trang thư trên mạng, làm như các bước dưới đây.',
        'Gói và tệp phần đã ký, đã mã hóa nên gửi qua thư thường được; đừng đổi tên, giải nén hay nén lại. Phiếu gửi đã ký, đóng dấu gửi bản giấy hoặc ảnh chụp.',
      ],
      steps: [
        'Bấm Mở thư mục chứa tệp để thấy tệp vừa lập.',
        'Đính kèm tệp .hgpkg (biên nhận: .hgack) vào thư.',
        'Nếu trang liệt kê tệp phần .hgpart: đính kèm tất cả; mỗi tệp tối đa 15 MB, vượt giới hạn của hộp thư thì chia ra nhiều thư, gửi theo thứ tự nào cũng được.',
        'Người nhận lưu mọi tệp đính kèm vào một thư mục, rồi chọn tất cả cùng lúc ở trang Tiếp nhận (đơn vị: trang Biên nhận).',
      ],
    },
    {
      title: 'Đã xuất và đã nhận',
      text: [
        'Gói vừa kết xuất có tình trạng Đã xuất. Chỉ khi mở biên nhận của cấp tỉnh, tình trạng mới là Đã nhận. Nếu cấp tỉnh hoàn tác lần tiếp nhận, biên nhận sau đưa gói trở về Đã xuất.',
      ],
    },
    {
      title: 'Cần quyết định: xung đột và đề nghị',
      text: [
        'Hai máy của một đơn vị sửa cùng một mục thì có xung đột: mọi giá trị được giữ, kèm người sửa, thời gian, lý do. Đơn vị quản lý hồ sơ chọn một giá trị và nêu lý do; quyết định ghi trong lịch sử và theo gói đến mọi máy.',
        'Cấp tỉnh không sửa thay: mở phiếu của hồ sơ, bấm Đề nghị sửa, nhập giá trị và lý do. Đề nghị theo biên nhận về đơn vị; đơn vị xem giá trị hiện nay và giá trị đề nghị, chấp nhận hoặc từ chối. Nếu mục đã thay đổi sau đó, đề nghị được ghi là đã lỗi thời: không chấp nhận được nữa, chỉ từ chối để cấp tỉnh thấy giá trị mới.',
      ],
    },
    {
      title: 'Gói của phiên bản mới hơn',
      text: [
        'Mục và loại hồ sơ mà phiên bản này chưa biết được giữ nguyên, gửi tiếp, và hiện ra sau khi nâng cấp chương trình. Tệp cần phiên bản mới hơn nằm lại trong sổ tiếp nhận; sau khi nâng cấp, Trang đầu nhắc mở sổ và thử lại.',
      ],
    },
    {
      title: 'Đổi một quyết định đã ghi',
      text: [
        'Trang Cần quyết định có ba danh sách: xung đột, đề nghị, xung đột đã quyết định. Chọn dòng rồi nhấn Enter: xung đột đã quyết định thì quyết định lại được, đề nghị đã trả lời thì đổi trả lời được; từ chối một đề nghị đã chấp nhận sẽ trả lại giá trị trước đó nếu mục chưa được sửa thêm.',
      ],
    },
    {
      title: 'Tiếp nhận nhiều gói, để riêng từng mục',
      text: [
        'Chọn nhiều tệp một lần; tệp hỏng không cản tệp khác. Bấm Dừng (hoặc Enter khi đang chạy) thì tệp đã xong giữ nguyên kết quả; bấm Xem tiếp hoặc Tiếp nhận tất cả để làm nốt phần còn lại. Các tệp lọc được theo kết quả; phím mũi tên chọn một tệp, bên dưới là lý do hoặc thay đổi của tệp đó. Trong danh sách thay đổi, Enter để riêng một mục: chương trình nêu trước những bản ghi dựa vào mục đó. Thẻ Để riêng cho phép đưa trở lại trước khi tiếp nhận.',
        'Tệp không nhận nằm ở phần Cần xử lý của trang Tiếp nhận cùng lý do và việc tiếp theo, thử lại được lúc nào cũng được, kể cả sau khi nâng cấp chương trình.',
      ],
    },
    {
      title: 'Xem trước thay đổi của một gói',
      text: [
        'Danh sách thay đổi lọc được theo loại bản ghi và loại thay đổi, nhóm theo loại bản ghi hoặc theo xã. Bản ghi chung của đơn vị, như quyết định không của riêng xã nào, nằm ở một nhóm riêng.',
      ],
    },
    {
      title: 'Đối chiếu giấy với tệp bằng ảnh hoặc mã',
      text: [
        'Phiếu gửi, biên nhận và phiếu đăng ký máy có mã QR và 32 chữ số. Bấm Đọc ảnh phiếu, chọn ảnh chụp hoặc ảnh quét (PNG, JPEG); ảnh nghiêng, ngược hoặc hơi mờ vẫn đọc được. Nếu không có ảnh, nhập các chữ số in cạnh mã. Kết quả là khớp hoặc không khớp.',
      ],
    },
    {
      title: 'Nguồn gốc của một giá trị (Ctrl+I)',
      text: [
        'Chọn một dòng, một ô (cả ô điểm danh, hồ sơ khen thưởng) hoặc một mục trong phiếu rồi nhấn Ctrl+I: thẻ nêu người ghi, lúc ghi, đơn vị và máy, gói mang đến, biên nhận xác nhận, giá trị trước đó và lý do; in được. Số của người được che một phần, muốn xem đầy đủ phải nêu lý do.',
        'Nếu thẻ báo nhật ký của thay đổi chưa có tại đây, vì số liệu đến từ gói của máy khác hoặc sổ mới phục hồi: gửi gói cho cấp tỉnh rồi mở biên nhận kế tiếp, nhật ký sẽ đến cùng biên nhận.',
      ],
    },
    {
      title: 'Máy được phục hồi, sao chép; gói mâu thuẫn',
      text: [
        'Sau khi phục hồi từ bản sao lưu, sổ mở một đợt ghi mới và báo ở trang đầu: kết xuất, gửi cấp tỉnh, rồi mở biên nhận để nhận lại phần thiếu.',
        'Nếu đĩa được đưa về ảnh cũ hoặc hai máy chạy cùng một bản sổ, gói có thể mâu thuẫn. Cấp tỉnh bấm Xử lý từng bước: gọi đơn vị, lập biên nhận, đơn vị mở biên nhận trên máy đó rồi kết xuất lại. Những gì đã nhập trên máy được giữ và đánh số lại.',
      ],
    },
    {
      title: 'Đơn vị có nhiều máy',
      text: [
        'Mỗi máy đăng ký riêng. Các máy chuyển gói .hgpkg cho nhau ở trang Máy khác gửi đến để có cùng số liệu; mục hai máy cùng sửa hiện ở trang Cần quyết định.',
      ],
    },
    {
      title: 'Gói mất, đến muộn hoặc gửi lại',
      text: ['Mỗi gói chứa đủ số liệu nên mất một gói không mất dữ liệu; gửi lại hoặc đến muộn cũng không sai.'],
    },
  ],
};
