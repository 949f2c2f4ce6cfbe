/**
 * Names of well-known people, living and dead, that the name parts could give by chance. Nobody in the demo bears one: made-up people
 * must not be taken for real ones.
 */
const names = new Set(
  [
    'Bùi Thanh Sơn | Bùi Thị Nhung | Bùi Văn Cường | Chu Ngọc Anh | Chu Văn Tấn | Dương Văn Minh | Đàm Quang Trung | Đặng Thùy Trâm',
    'Đặng Văn Lâm | Đặng Văn Ngữ | Đặng Văn Thành | Đinh Xuân Lâm | Đỗ Văn Chiến | Đoàn Văn Hậu | Hà Văn Tấn | Hà Văn Thắm',
    'Hồ Đức Phớc | Hồ Ngọc Hà | Hồ Xuân Hương | Hoàng Minh Chính | Hoàng Ngọc Phách | Hoàng Quốc Việt | Hoàng Văn Hoan',
    'Hoàng Văn Thái | Hoàng Văn Thụ | Hoàng Xuân Hãn | Hoàng Xuân Sính | Hoàng Xuân Vinh | Lê Công Vinh | Lê Đức Anh | Lê Đức Thọ',
    'Lê Hồng Anh | Lê Minh Khái | Lê Quang Đạo | Lê Quang Liêm | Lê Thanh Hải | Lê Thành Long | Lê Thị Hồng Gấm | Lê Văn Dũng',
    'Lê Văn Duyệt | Lê Văn Lương | Lê Văn Tám | Lê Văn Thành | Lương Văn Can | Mai Văn Chính | Ngô Đình Diệm | Ngô Đình Nhu',
    'Ngô Thanh Vân | Ngô Thị Tuyển | Ngô Xuân Diệu | Ngô Xuân Lịch | Nguyễn Công Hoan | Nguyễn Công Phượng | Nguyễn Công Trứ',
    'Nguyễn Đình Chiểu | Nguyễn Đình Thi | Nguyễn Đình Trung | Nguyễn Đức Bình | Nguyễn Đức Cảnh | Nguyễn Đức Chung',
    'Nguyễn Đức Hải | Nguyễn Đức Kiên | Nguyễn Hữu Cảnh | Nguyễn Hữu Cầu | Nguyễn Hữu Thắng | Nguyễn Hữu Thọ | Nguyễn Kim Ngân',
    'Nguyễn Minh Châu | Nguyễn Minh Triết | Nguyễn Ngọc Loan | Nguyễn Ngọc Ngạn | Nguyễn Ngọc Tư | Nguyễn Quang Hải',
    'Nguyễn Quang Sáng | Nguyễn Quang Thiều | Nguyễn Quốc Thước | Nguyễn Thanh Bình | Nguyễn Thanh Long | Nguyễn Thanh Sơn',
    'Nguyễn Thanh Tùng | Nguyễn Thị Bình | Nguyễn Thị Chiên | Nguyễn Thị Doan | Nguyễn Thị Định | Nguyễn Thị Huyền',
    'Nguyễn Thị Oanh | Nguyễn Thị Suốt | Nguyễn Thị Thập | Nguyễn Thu Thủy | Nguyễn Văn Bảy | Nguyễn Văn Bình | Nguyễn Văn Cốc',
    'Nguyễn Văn Cừ | Nguyễn Văn Hiệu | Nguyễn Văn Linh | Nguyễn Văn Nên | Nguyễn Văn Quyết | Nguyễn Văn Thiệu | Nguyễn Văn Toàn',
    'Nguyễn Văn Trỗi | Nguyễn Văn Tý | Nguyễn Xuân Phúc | Nông Đức Mạnh | Phạm Minh Chính | Phạm Ngọc Lan | Phạm Ngọc Thạch',
    'Phạm Ngọc Thảo | Phạm Thanh Bình | Phạm Văn Đồng | Phạm Văn Trà | Phạm Xuân Ẩn | Phan Đình Phùng | Phan Đình Trạc',
    'Phan Thanh Bình | Phan Thanh Giản | Phan Văn Đức | Phan Văn Giang | Phan Văn Khải | Phùng Quang Thanh | Tạ Quang Bửu',
    'Tạ Thu Thâu | Tống Văn Trân | Trần Công Minh | Trần Đình Long | Trần Đức Lương | Trần Hữu Trang | Trần Minh Quang',
    'Trần Quang Khải | Trần Quốc Hoàn | Trần Quốc Toản | Trần Quốc Tuấn | Trần Quốc Vượng | Trần Thanh Mẫn | Trần Thu Hà',
    'Trần Văn Cẩn | Trần Văn Giàu | Trần Văn Hương | Trần Văn Khê | Trần Văn Quang | Trần Văn Trà | Trần Xuân Bách | Trịnh Công Sơn',
    'Trịnh Kim Chi | Trịnh Văn Quyết | Trương Mỹ Hoa | Trương Mỹ Lan | Trương Thanh Hằng | Võ Thị Sáu | Võ Thị Thắng',
    'Võ Văn Kiệt | Võ Văn Ngân | Võ Văn Tần | Võ Văn Thưởng | Vũ Đức Đam | Vũ Ngọc Nhạ | Vũ Ngọc Phan | Vũ Thị Hương | Vương Đình Huệ',
    'Bế Văn Đàn | La Văn Cầu | Hoàng Đình Giong | Lò Văn Giá | Cầm Văn Dung | Vừ A Dính | Sùng A Chải',
    'HHen Niê | HLim Niê | HYim Kđoh | HZina Byă | Y Bih Alêô | Y Biêr Niê | Y Blô Êban | Y Jút Hwing | Y Luyện Niê Kdăm | Y Ly Niê Kdăm',
    'Y Moan Ênuôl | Y Ngông Niê Kdăm | Y Phôn Ksơr | Y Som Niê | Y Thanh Hà Niê Kdăm | Y Tlam Kbuôr | Y Vang Mlô',
  ].flatMap((line) => line.split(' | ')),
);

/** Whether a made-up name is that of a well-known person, however a woman's H' is written. */
export const isWellKnown = (fullName: string): boolean => names.has(fullName.replace(/^H'? ?(?=\p{L})/u, 'H'));
