/**
 * The 102 communes of Đắk Lắk from 1 July 2025. Source: Decision 19/2025/QĐ-TTg and Resolution 1660/NQ-UBTVQH15.
 * One unit a line: code | kind | code of the parent | name.
 */
export const dakLak2025 = `
22015|ward|66|Tuy Hòa
22045|ward|66|Bình Kiến
22051|ward|66|Sông Cầu
22057|rural-commune|66|Xuân Lộc
22060|rural-commune|66|Xuân Cảnh
22075|rural-commune|66|Xuân Thọ
22076|ward|66|Xuân Đài
22081|rural-commune|66|Đồng Xuân
22090|rural-commune|66|Xuân Lãnh
22096|rural-commune|66|Phú Mỡ
22111|rural-commune|66|Xuân Phước
22114|rural-commune|66|Tuy An Bắc
22120|rural-commune|66|Tuy An Đông
22132|rural-commune|66|Tuy An Tây
22147|rural-commune|66|Ô Loan
22153|rural-commune|66|Tuy An Nam
22165|rural-commune|66|Sơn Hòa
22171|rural-commune|66|Tây Sơn
22177|rural-commune|66|Vân Hòa
22192|rural-commune|66|Suối Trai
22207|rural-commune|66|Sông Hinh
22222|rural-commune|66|Đức Bình
22225|rural-commune|66|Ea Bá
22237|rural-commune|66|Ea Ly
22240|ward|66|Phú Yên
22250|rural-commune|66|Sơn Thành
22255|rural-commune|66|Tây Hòa
22258|ward|66|Đông Hòa
22261|ward|66|Hòa Hiệp
22276|rural-commune|66|Hòa Thịnh
22285|rural-commune|66|Hòa Mỹ
22291|rural-commune|66|Hòa Xuân
22303|rural-commune|66|Phú Hòa 2
22319|rural-commune|66|Phú Hòa 1
24121|ward|66|Tân Lập
24133|ward|66|Buôn Ma Thuột
24154|ward|66|Thành Nhất
24163|ward|66|Tân An
24169|ward|66|Ea Kao
24175|rural-commune|66|Hòa Phú
24181|rural-commune|66|Ea Drăng
24184|rural-commune|66|Ea H'Leo
24187|rural-commune|66|Ea Hiao
24193|rural-commune|66|Ea Wy
24208|rural-commune|66|Ea Khăl
24211|rural-commune|66|Ea Súp
24214|rural-commune|66|Ia Lốp
24217|rural-commune|66|Ea Rốk
24221|rural-commune|66|Ia Rvê
24229|rural-commune|66|Ea Bung
24235|rural-commune|66|Buôn Đôn
24241|rural-commune|66|Ea Wer
24250|rural-commune|66|Ea Nuôl
24259|rural-commune|66|Quảng Phú
24265|rural-commune|66|Ea Kiết
24277|rural-commune|66|Ea Tul
24280|rural-commune|66|Cư M'gar
24286|rural-commune|66|Ea M'Droh
24301|rural-commune|66|Cuôr Đăng
24305|ward|66|Buôn Hồ
24310|rural-commune|66|Krông Búk
24313|rural-commune|66|Cư Pơng
24316|rural-commune|66|Pơng Drang
24328|rural-commune|66|Ea Drông
24340|ward|66|Cư Bao
24343|rural-commune|66|Krông Năng
24346|rural-commune|66|Dliê Ya
24352|rural-commune|66|Tam Giang
24364|rural-commune|66|Phú Xuân
24373|rural-commune|66|Ea Kar
24376|rural-commune|66|Ea Knốp
24400|rural-commune|66|Ea Păl
24403|rural-commune|66|Ea Ô
24406|rural-commune|66|Cư Yang
24412|rural-commune|66|M'Drắk
24415|rural-commune|66|Cư Prao
24433|rural-commune|66|Ea Riêng
24436|rural-commune|66|Cư M'ta
24444|rural-commune|66|Krông Á
24445|rural-commune|66|Ea Trang
24448|rural-commune|66|Krông Bông
24454|rural-commune|66|Dang Kang
24472|rural-commune|66|Hòa Sơn
24478|rural-commune|66|Cư Pui
24484|rural-commune|66|Yang Mao
24490|rural-commune|66|Krông Pắc
24496|rural-commune|66|Ea Kly
24502|rural-commune|66|Ea Phê
24505|rural-commune|66|Ea Knuếc
24526|rural-commune|66|Tân Tiến
24529|rural-commune|66|Vụ Bổn
24538|rural-commune|66|Krông Ana
24540|rural-commune|66|Ea Ning
24544|rural-commune|66|Ea Ktur
24559|rural-commune|66|Ea Na
24561|rural-commune|66|Dray Bhăng
24568|rural-commune|66|Dur Kmăl
24580|rural-commune|66|Liên Sơn Lắk
24595|rural-commune|66|Đắk Liêng
24598|rural-commune|66|Đắk Phơi
24604|rural-commune|66|Krông Nô
24607|rural-commune|66|Nam Ka
`;
