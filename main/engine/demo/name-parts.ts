/**
 * Parts of names for made-up people; no combination is meant to be anybody. Kinh family names carry weights. Names of people born before
 * 1985 are used where known, since mediators are mostly of that age.
 */
const words = (text: string): readonly string[] => text.split(' | ');

export type NameParts = {
  readonly family: readonly string[];
  readonly middle: { readonly male: readonly string[]; readonly female: readonly string[] };
  readonly given: { readonly male: readonly string[]; readonly female: readonly string[] };
};

const weighted = (text: string): readonly string[] =>
  words(text).flatMap((entry) => {
    const at = entry.lastIndexOf(' ');
    return Array.from({ length: Number(entry.slice(at + 1)) }, () => entry.slice(0, at));
  });

/** Kinh. */
export const kinhNames: NameParts = {
  family: weighted(
    'Nguyễn 59 | Trần 20 | Lê 17 | Phạm 12 | Hoàng 8 | Phan 6 | Bùi 5 | Võ 5 | Hồ 4 | Vũ 4 | Đặng 4 | Đỗ 4 | Trương 3 | Huỳnh 3 | Ngô 3 | Đinh 3 | Dương 2 | Trịnh 2 | Mai 2 | Hà 2 | Đoàn 2 | Lương 2 | Cao 2 | Đào 2 | Lưu 1 | Lý 1 | Phùng 1 | Đàm 1 | Chu 1 | Văn 1 | Thái 1 | Lâm 1 | Tạ 1 | Vương 1 | Tô 1 | Đậu 1 | Châu 1 | Quách 1 | Lại 1 | Tống 1',
  ),
  middle: {
    male: words('Văn | Văn | Văn | Văn | Đức | Minh | Ngọc | Xuân | Quang | Hữu | Đình | Công | Thanh | Quốc'),
    female: words('Thị | Thị | Thị | Thị | Thị | Ngọc | Thu | Kim | Thanh | Bích | Mỹ'),
  },
  given: {
    male: words(
      'Hùng | Dũng | Sơn | Bình | Hòa | Thanh | Minh | Hải | Long | Cường | Quang | Tuấn | Phúc | Lâm | Thành | Tâm | Ngọc | Chính | Lợi | Thọ | Phước | Đức | Xuân | Bảy | Tư | Sáu | Ba | Hoan | Thuyết | Sinh | Khôi | Vượng | Châu | Cảnh | Thiệu | Luận | Nhượng',
    ),
    female: words(
      'Hoa | Lan | Hương | Hồng | Thu | Nga | Hà | Thủy | Liên | Loan | Phượng | Cúc | Mai | Đào | Tuyết | Nguyệt | Hạnh | Hiền | Thanh | Vân | Xuân | Bình | Lý | Mận | Sen | Nhàn | Tâm | Thơm | Lành | Chín | Mười | Bảy | Hợi | Tý | Dậu | Tám | Xuyến',
    ),
  },
};

/** Nùng and Tày. */
export const nungNames: NameParts = {
  family: words(
    'Nông | Hoàng | Hà | Lương | Lý | Triệu | Đàm | Chu | Vi | Hứa | Lục | Ma | La | Bế | Mã | Mông | Sầm | Vy | Long | Lăng | Lâm | Phùng | Tô | Đinh | Dương',
  ),
  middle: { male: words('Văn | Minh | Quang | Đức | Thanh'), female: words('Thị | Thu | Kim | Bích | Mỹ') },
  given: {
    male: words('Sinh | Páo | Lằm | Slửa | Phủng | Sàu | Sì | Chắn | Pẩu | Thông | Long | Hành'),
    female: words('Slao | Pính | Lình | Múi | Sim | Phấn | Ngoan | Khìn | Nhình | Sinh | Mẩy | Én'),
  },
};

export const thaiNames: NameParts = {
  family: words(
    'Lò | Lường | Quàng | Tòng | Cà | Lỡo | Mè | Lù | Lềm | Ngần | Nông | Bạc | Cầm | Đèo | Hoàng | Hà | Lô | Lộc | Lự | Sầm | Vì | Xa | Lý | La | Bế | Leo | Tao | Vi | Lương | Lữ | Lang | Kha | Quang | Ngân',
  ),
  middle: { male: words('Văn'), female: words('Thị') },
  given: {
    male: words('Ấng | Inh | Ón | Hặc | Pâng | Pọm | Thiêng | Phanh | Dọn | Xôm | Ún | Tươi'),
    female: words('Ẻn | Inh | Ương | Pản | Hặc | Dọn | Lả | Phiêng | Xôm | Pọm | Ín | Tươi'),
  },
};

export const mongNames: NameParts = {
  family: words(
    'Giàng | Vàng | Sùng | Thào | Mùa | Vừ | Hạng | Lý | Sính | Cứ | Lầu | Xồng | Lỳ | Hờ | Già | Thò | Hảng | Ma | Cháng | Ly | Hầu | Sình | Hoàng | Dương',
  ),
  middle: { male: words('A | Seo | Mí | Văn'), female: words('Thị') },
  given: {
    male: words(
      'Của | Dơ | Lử | Chớ | Páo | Dế | Sùng | Vàng | Sếnh | Pó | Tủa | Chu | Dình | Phử | Say | Nủ | Dia | Chứ | Lềnh | Sà',
    ),
    female: words('Mỷ | Dở | Sua | Pàng | Xia | Dua | Mai | Chư | Ly | Ca | Chá | Sông | Xay | Dợ | Vá | Gánh | Máy | Cở'),
  },
};

/** Y or H', given name, clan: the family part is the clan and comes last. */
export const edeNames: NameParts = {
  family: words(
    'Niê | Mlô | Êban | Byă | Buôn Yă | Ksơr | Êčăm | Kbuôr | Adrơ̆ng | Niê Kdăm | Mlô Duôn Du | Êñuôl | Ênuôl | Hđơ̆k | Hdruê | Hwing | Kđoh | Ktul | Ktla | Knul | Arul | Buôn Krông | Krông | Kpă | Rahlan | Êya | Brit | Ayŭn | Kpơr',
  ),
  middle: { male: words('Y'), female: words('H') },
  given: {
    male: words(
      'Bhiu | Bhăm | Blô | Krang | Siu | Dhăm | Khen | Nhơ | Blin | Thông | Ghi | Hơn | Sưn | Wăn | Djuan | Kuăn | Lâm | Hải | Hiệp | Khiêm | Chân | Thương | Tuấn | Nguyên | Phước | Minh | Hùng | Duy | Thắng | Quý',
    ),
    female: words(
      'Linh | Bia | Yam | Maryam | Či | Hảo | Đoem | Dzuiñ | Hậu | Nhuôn | Lim | Ngăm | Wen | Bluên | Duyên | Nga | Lan | Thảo | Ngọc | Nhung | Hương | Mai | Xuân | Trang | Ly | Loan | Phương | Thủy | Yến',
    ),
  },
};

export const mnongNames: NameParts = {
  family: words(
    'Cil | Jiê | Bdap | Pang Ting | Knul | Buôn Krông | Triêk | Ndu | Liêng | Rơ Ông | Đăk Cắt | Teh | Uông | Bing | Rơ Yam | Du',
  ),
  middle: { male: words('Y'), female: words('H') },
  given: {
    male: words(
      'Tiêng | Krai | Xuyên | Chơng | Mang | Krơng | Yơn | Sinh | Khăm | Lơng | Thu | Nơng | Bion | Djăn | Thịnh | Hòa | Tâm | Phúc',
    ),
    female: words('Mai | Bơm | Yưn | Dinh | Ngơn | Grĭ | Lanh | Rih | Yang | Jang | Bang | Hồng | Thu | Liên | Hạnh | Tuyết'),
  },
};
