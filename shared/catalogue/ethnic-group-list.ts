/**
 * The 54 ethnic groups. Codes: Decision 121-TCTK/PPCĐ of 02/03/1979, beside it Decision 1019/QĐ-TCTK of 12/11/2008 where known: the two
 * lists differ, a code says nothing without its list. One group a line: code of 1979 | code of 2008 | name | other names.
 */
export const ethnicGroupList = `
01|01|Kinh|Việt
02|02|Tày|Thổ; Ngạn; Phén; Thù Lao; Pa Dí
03|03|Thái|Tày Khao (Thái Trắng); Tày Đăm (Thái Đen); Tày Mười; Tày Thanh (Man Thanh); Hàng Tổng (Tày Mường); Pa Thay; Pu Thay; Thổ Đà Bắc
04|06|Hoa|Hán; Triều Châu; Phúc Kiến; Quảng Đông; Hải Nam; Hạ; Xạ Phang
05|05|Khmer|Khơ-me; Cur; Cul; Cu; Thổ; Khơ-me Krôm
06|04|Mường|Mol; Mual; Ao Tá; Ậu Tá
07|07|Nùng|Xuồng; Giang; Nùng An; Phàn Sinh; Nùng Cháo; Nùng Lòi; Quý Rịn; Khèn Lài
08|08|Mông|Hmông; H'Mông; Ná Miẻo
09|09|Dao|Động; Trại; Dìu; Miền; Kiềm Miền; Quần Trắng; Dao Đỏ; Quần Chẹt; Lô Giang; Dao Tiền; Thanh Y; Lan Tẻn; Đại Bản; Tiểu Bản; Cóc Ngáng; Cóc Mùn; Sơn Đầu
10|10|Gia Rai|Giơ-rai; Jrai; Tơ-buăn; Chơ-rai; Hơ-bau; Hđrung; Chor
11||Ngái|Xín; Lê; Đản; Khách Gia
12|11|Ê Đê|Êđê; Ra-đê; Rhađê; Đê; Kpă; Ađham; Krung; Ktul; Đliê Ruê; Blô; Êpan; Mđhur; Bih
13|12|Ba Na|Bahnar; Gơ-lar; Tơ-lô; Giơ-lâng (Y-lăng); Rơ-ngao; Krem; Roh; Con Kđe; A-la Công; Kpăng Công; Bơ-nâm
14|16|Xơ Đăng|Xơ-teng; Hđang; Tơ-đra; Mơ-nâm; Ha-lăng; Ca-dong; Kmrâng; Con Lan; Bri-la; Tang
15|13|Sán Chay|Cao Lan; Sán Chỉ; Hờn Bạn; Sơn Tử
16|15|Cơ Ho|K'Ho; Xrê; Nốp; Tu Lốp; Cơ-don; Chil; Lat (Lach); Tơ-ring
17|14|Chăm|Chàm; Chiêm Thành; Hroi
18|17|Sán Dìu|Sán Dẻo; Trại; Trại Đất
19|18|Hrê|Chăm Rê; Chom; Krẹ; Luỹ
20|20|M'nông|Mnông; M'Nông; Pnông; Nông; Pré; Bu-đâng; Đi Pri; Biat; Gar; Rơ-lam (Rlâm); Chil
21|19|Ra Glai|Raglay; Ra-clây; Rai; Noang; La-oang
22||Xtiêng|Stiêng; X'Tiêng; Xa-điêng
23||Bru - Vân Kiều|Bru; Vân Kiều; Măng Coong; Trì; Khùa
24||Thổ|Kẹo; Mọn; Cuối; Họ; Đan Lai; Ly Hà; Tày Pọng; Con Kha
25||Giáy|Nhắng; Dẩng; Pầu Thìn; Pu Nà; Cùi Chu; Xa
26||Cơ Tu|Ca-tu; Cao; Hạ; Phương; Ca-tang
27||Gié - Triêng|Giẻ Triêng; Đgiéh; Tareh; Giang Rẫy; Pin; Triêng; Treng; Ta-riêng; Ve (Veh); La-ve; Ca-tang
28||Mạ|Châu Mạ; Mạ Ngăn; Mạ Xóp; Mạ Tô; Mạ Krung
29||Khơ Mú|Mứn Xen; Pu Thênh; Tềnh; Tày Hay
30||Co|Cor; Col; Cùa; Trầu
31||Tà Ôi|Tôi-ôi; Pa-cô; Pa-hi; Ba-hi
32||Chơ Ro|Dơ-ro; Châu-ro
33||Kháng|Quảng Lâm
34||Xinh Mun|Puộc; Pụa
35||Hà Nhì|U Ni
36||Chu Ru|Chơ-ru; Chu
37||Lào|Lào Bốc; Lào Nọi
38||La Chí|Cù Tê; La Quả
39||La Ha|Khlá Phlạo
40||Phù Lá|Bồ Khô Pạ; Mu Di Pạ; Phổ; Va Xơ
41||La Hủ|Lao; Pu Đang; Khù Xung; Cò Xung; Khả Quy
42||Lự|Lừ; Nhuồn; Duôn
43||Lô Lô|Mun Di
44||Chứt|Sách; Máy; Rục; Mã Liêng; A-rem; Tu Vang; Pa-leng; Xơ-lang; Tơ-hung; Chà Củi; Tắc Củi; U-mo
45||Mảng|Mảng Ư
46||Pà Thẻn|Pà Hưng; Tống
47||Cờ Lao|Cơ Lao
48||Cống|Xắm Khống; Mấng Nhé
49||Bố Y|Chủng Chá; Trọng Gia; Tu Dí; Tu Dìn
50||Si La|Cù Dề Xừ; Khả Pẻ
51||Pu Péo|Ka Pèo; Pen Ti Lô Lô
52||Brâu|Brao
53||Ơ Đu|Tày Hạt
54||Rơ Măm|
`;
