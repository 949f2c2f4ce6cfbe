import { toneKey } from '#shared/text/vietnamese.ts';

/**
 * Given names in common use. Two of them that look alike (Lan and Loan, Hùng and Hưng) are two names of two people, brothers and
 * sisters often; a word that is none beside one that is (Lon and Loan) is rather a slip of the pen.
 */
const names = new Set(
  [
    'An Anh Ánh Ân Ấn Ba Bá Bách Bạch Báu Bảo Bảy Bắc Bằng Bích Biên Bình Bính Bốn Bông Bổn Bường Bưởi Ca Cam Cảnh Canh Cát Căn Cẩm Cần Châm',
    'Chấn Châu Chi Chí Chiến Chín Chinh Chính Chương Chung Cúc Cung Cường Cương Danh Dân Dậu Diễm Diện Diệp Diệu Dinh Doan Doanh Du Duẩn Dục Dung',
    'Dũng Duy Duyên Duyệt Dư Dương Dưỡng Đại Đàm Đàn Đang Đào Đạo Đạt Đăng Đằng Đậu Đệ Điền Điệp Định Đính Đoan Đoàn Đô Độ Đông Đồng Đức Được Gái',
    'Giang Giáp Giàu Hà Hạ Hải Hán Hàn Hạnh Hảo Hạo Hân Hằng Hậu Hiên Hiến Hiền Hiển Hiện Hiệp Hiếu Hiệu Hinh Hoa Hoá Hoà Hoài Hoan Hoàn Hoàng Hoạt Hoạch',
    'Hồ Hội Hồi Hồng Hợi Hợp Huân Huấn Huệ Hùng Huy Huyên Huyền Huyện Huynh Huỳnh Hưng Hương Hường Hướng Hữu Khá Khải Khang Khánh Khanh Khoa Khoái Khôi',
    'Khởi Khuê Khuyên Khương Kiên Kiệm Kiệt Kiều Kim Kỳ Kỷ Lài Lam Lan Lành Lãm Lâm Lân Lập Lê Lệ Liên Liễu Liêm Linh Lĩnh Loan Long Lộc Lợi Luân Luận',
    'Luyến Luyện Lụa Lục Lực Lựu Lương Lượng Lượm Lưu Ly Lý Mạch Mai Mạnh Mão Mẫn Mận Mậu Mây Mẹo Miên Minh Mười Muôn Mùi Mừng My Mỹ Na Nam Nga Ngà Ngân',
    'Nghi Nghĩa Nghiêm Nghị Ngọ Ngọc Ngoan Ngôn Nguyên Nguyện Nguyệt Ngự Nhã Nhạn Nhàn Nhâm Nhân Nhẫn Nhất Nhật Nhi Nhị Nhiên Nho Nhơn Nhu Nhung Như Nhựt Ninh Nữ',
    'Nương Oanh Phan Phát Phấn Phi Phong Phong Phòng Phú Phúc Phụng Phước Phương Phường Phượng Quang Quảng Quân Quý Quỳ Quyên Quyền Quyết Quỳnh Quốc Sang Sáng Sanh',
    'Sáu Sâm Sen Sĩ Sinh Sơn Soạn Sửu Sương Sự Tài Tám Tâm Tân Tấn Tần Tây Tha Thạch Thái Thanh Thành Thạnh Thao Thảo Thăng Thắng Thắm Thân Thân Thập Thêm Thế Thi',
    'Thiên Thiện Thiệp Thiệu Thìn Thịnh Thọ Thoa Thoại Thoan Thông Thống Thơ Thơm Thời Thới Thu Thú Thụ Thuấn Thuận Thục Thuỳ Thuỷ Thuý Thuyên Thuyết Thuyền Thư Thừa',
    'Thực Thương Thường Thượng Tỉnh Tiên Tiến Tiền Tiệp Tín Tình Tịnh Toàn Toại Toán Tốt Tới Trà Trai Trang Tráng Trâm Trân Trấn Tri Trí Trinh Trình Trọng Trung Trúc Trực',
    'Trường Trưởng Trương Tú Tuân Tuấn Tuất Tuệ Tuyên Tuyến Tuyền Tuyết Tùng Tư Từ Tường Tưởng Tươi Tý Tỵ Uyên Út Vân Văn Vạn Vàng Vi Vĩ Viên Viễn Viện Việt Vinh Vĩnh',
    'Vịnh Võ Vũ Vui Vững Vượng Vương Vỹ Xinh Xoan Xuân Xuyên Xuyến Xưng Yên Yến Ý',
  ].flatMap((line) => line.split(' ').map(toneKey)),
);

/** Whether a word, tones and all, is a given name in common use; `toned` is its `toneKey`. */
export const isCommonGivenName = (toned: string): boolean => names.has(toned);
