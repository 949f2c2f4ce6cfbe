/**
 * Đắk Lắk before 1 July 2025: 15 districts, 184 communes. Source: list of administrative units of the General Statistics Office
 * of 01/12/2019; units dissolved on 01/11/2024 by Resolution 1193/NQ-UBTVQH15 carry their last day.
 * Pơng Drang (24316) was made a township in 2023 (list of 10/04/2023); it stands here as in 2019.
 * One unit a line: code | kind | code of the parent | name | last day where it is not 30/06/2025.
 */
export const dakLak2019 = `
643|city|66|Buôn Ma Thuột
644|town|66|Buôn Hồ
645|rural-district|66|Ea H'leo
646|rural-district|66|Ea Súp
647|rural-district|66|Buôn Đôn
648|rural-district|66|Cư M'gar
649|rural-district|66|Krông Búk
650|rural-district|66|Krông Năng
651|rural-district|66|Ea Kar
652|rural-district|66|M'Đrắk
653|rural-district|66|Krông Bông
654|rural-district|66|Krông Pắc
655|rural-district|66|Krông A Na
656|rural-district|66|Lắk
657|rural-district|66|Cư Kuin
24118|ward|643|Tân Lập
24121|ward|643|Tân Hòa
24124|ward|643|Tân An
24127|ward|643|Thống Nhất|2024-10-31
24130|ward|643|Thành Nhất
24133|ward|643|Thắng Lợi|2024-10-31
24136|ward|643|Tân Lợi
24139|ward|643|Thành Công|2024-10-31
24142|ward|643|Tân Thành
24145|ward|643|Tân Tiến
24148|ward|643|Tự An
24151|ward|643|Ea Tam
24154|ward|643|Khánh Xuân
24157|rural-commune|643|Hòa Thuận
24160|rural-commune|643|Cư ÊBur
24163|rural-commune|643|Ea Tu
24166|rural-commune|643|Hòa Thắng
24169|rural-commune|643|Ea Kao
24172|rural-commune|643|Hòa Phú
24175|rural-commune|643|Hòa Khánh
24178|rural-commune|643|Hòa Xuân
24305|ward|644|An Lạc
24308|ward|644|An Bình
24311|ward|644|Thiện An
24318|ward|644|Đạt Hiếu
24322|ward|644|Đoàn Kết
24325|rural-commune|644|Ea Blang|2024-10-31
24328|rural-commune|644|Ea Drông
24331|ward|644|Thống Nhất
24332|ward|644|Bình Tân
24334|rural-commune|644|Ea Siên
24337|rural-commune|644|Bình Thuận
24340|rural-commune|644|Cư Bao
24181|township|645|Ea Drăng
24184|rural-commune|645|Ea H'leo
24187|rural-commune|645|Ea Sol
24190|rural-commune|645|Ea Ral
24193|rural-commune|645|Ea Wy
24194|rural-commune|645|Cư A Mung
24196|rural-commune|645|Cư Mốt
24199|rural-commune|645|Ea Hiao
24202|rural-commune|645|Ea Khal
24205|rural-commune|645|Dliê Yang
24207|rural-commune|645|Ea Tir
24208|rural-commune|645|Ea Nam
24211|township|646|Ea Súp
24214|rural-commune|646|Ia Lốp
24215|rural-commune|646|Ia JLơi
24217|rural-commune|646|Ea Rốk
24220|rural-commune|646|Ya Tờ Mốt
24221|rural-commune|646|Ia RVê
24223|rural-commune|646|Ea Lê
24226|rural-commune|646|Cư KBang
24229|rural-commune|646|Ea Bung
24232|rural-commune|646|Cư M'Lan
24235|rural-commune|647|Krông Na
24238|rural-commune|647|Ea Huar
24241|rural-commune|647|Ea Wer
24244|rural-commune|647|Tân Hòa
24247|rural-commune|647|Cuôr KNia
24250|rural-commune|647|Ea Bar
24253|rural-commune|647|Ea Nuôl
24256|township|648|Ea Pốk
24259|township|648|Quảng Phú
24262|rural-commune|648|Quảng Tiến
24264|rural-commune|648|Ea Kuêh
24265|rural-commune|648|Ea Kiết
24268|rural-commune|648|Ea Tar
24271|rural-commune|648|Cư Dliê M'nông
24274|rural-commune|648|Ea H'đinh
24277|rural-commune|648|Ea Tul
24280|rural-commune|648|Ea KPam
24283|rural-commune|648|Ea M'DRóh
24286|rural-commune|648|Quảng Hiệp
24289|rural-commune|648|Cư M'gar
24292|rural-commune|648|Ea D'Rơng
24295|rural-commune|648|Ea M'nang
24298|rural-commune|648|Cư Suê
24301|rural-commune|648|Cuor Đăng
24307|rural-commune|649|Cư Né
24310|rural-commune|649|Chư KBô
24313|rural-commune|649|Cư Pơng
24314|rural-commune|649|Ea Sin
24316|rural-commune|649|Pơng Drang
24317|rural-commune|649|Tân Lập
24319|rural-commune|649|Ea Ngai
24343|township|650|Krông Năng
24346|rural-commune|650|ĐLiê Ya
24349|rural-commune|650|Ea Tóh
24352|rural-commune|650|Ea Tam
24355|rural-commune|650|Phú Lộc
24358|rural-commune|650|Tam Giang
24359|rural-commune|650|Ea Puk
24360|rural-commune|650|Ea Dăh
24361|rural-commune|650|Ea Hồ
24364|rural-commune|650|Phú Xuân
24367|rural-commune|650|Cư Klông
24370|rural-commune|650|Ea Tân
24373|township|651|Ea Kar
24376|township|651|Ea Knốp
24379|rural-commune|651|Ea Sô
24380|rural-commune|651|Ea Sar
24382|rural-commune|651|Xuân Phú
24385|rural-commune|651|Cư Huê
24388|rural-commune|651|Ea Tih
24391|rural-commune|651|Ea Đar
24394|rural-commune|651|Ea Kmút
24397|rural-commune|651|Cư Ni
24400|rural-commune|651|Ea Păl
24401|rural-commune|651|Cư Prông
24403|rural-commune|651|Ea Ô
24404|rural-commune|651|Cư ELang
24406|rural-commune|651|Cư Bông
24409|rural-commune|651|Cư Jang
24412|township|652|M'Đrắk
24415|rural-commune|652|Cư Prao
24418|rural-commune|652|Ea Pil
24421|rural-commune|652|Ea Lai
24424|rural-commune|652|Ea H'MLay
24427|rural-commune|652|Krông Jing
24430|rural-commune|652|Ea M'Doal
24433|rural-commune|652|Ea Riêng
24436|rural-commune|652|Cư M'ta
24439|rural-commune|652|Cư K Róa
24442|rural-commune|652|Krông Á
24444|rural-commune|652|Cư San
24445|rural-commune|652|Ea Trang
24448|township|653|Krông Kmar
24451|rural-commune|653|Dang Kang
24454|rural-commune|653|Cư KTy
24457|rural-commune|653|Hòa Thành
24460|rural-commune|653|Hòa Tân|2024-10-31
24463|rural-commune|653|Hòa Phong
24466|rural-commune|653|Hòa Lễ
24469|rural-commune|653|Yang Reh
24472|rural-commune|653|Ea Trul
24475|rural-commune|653|Khuê Ngọc Điền
24478|rural-commune|653|Cư Pui
24481|rural-commune|653|Hòa Sơn
24484|rural-commune|653|Cư Drăm
24487|rural-commune|653|Yang Mao
24490|township|654|Phước An
24493|rural-commune|654|KRông Búk
24496|rural-commune|654|Ea Kly
24499|rural-commune|654|Ea Kênh
24502|rural-commune|654|Ea Phê
24505|rural-commune|654|Ea KNuec
24508|rural-commune|654|Ea Yông
24511|rural-commune|654|Hòa An
24514|rural-commune|654|Ea Kuăng
24517|rural-commune|654|Hòa Đông
24520|rural-commune|654|Ea Hiu
24523|rural-commune|654|Hòa Tiến
24526|rural-commune|654|Tân Tiến
24529|rural-commune|654|Vụ Bổn
24532|rural-commune|654|Ea Uy
24535|rural-commune|654|Ea Yiêng
24538|township|655|Buôn Trấp
24556|rural-commune|655|Dray Sáp
24559|rural-commune|655|Ea Na
24565|rural-commune|655|Ea Bông
24568|rural-commune|655|Băng A Drênh
24571|rural-commune|655|Dur KMăl
24574|rural-commune|655|Bình Hòa
24577|rural-commune|655|Quảng Điền
24580|township|656|Liên Sơn
24583|rural-commune|656|Yang Tao
24586|rural-commune|656|Bông Krang
24589|rural-commune|656|Đắk Liêng
24592|rural-commune|656|Buôn Triết
24595|rural-commune|656|Buôn Tría
24598|rural-commune|656|Đắk Phơi
24601|rural-commune|656|Đắk Nuê
24604|rural-commune|656|Krông Nô
24607|rural-commune|656|Nam Ka
24610|rural-commune|656|Ea R'Bin
24540|rural-commune|657|Ea Ning
24541|rural-commune|657|Cư Ê Wi
24544|rural-commune|657|Ea Ktur
24547|rural-commune|657|Ea Tiêu
24550|rural-commune|657|Ea BHốk
24553|rural-commune|657|Ea Hu
24561|rural-commune|657|Dray Bhăng
24562|rural-commune|657|Hòa Hiệp
`;

/**
 * Units new on 1 November 2024 by Resolution 1193/NQ-UBTVQH15 (list of the General Statistics Office of 01/11/2024): the merged ward
 * Thành Công was given the code of Thắng Lợi. Columns as above.
 */
export const dakLak2024 = `
24133|ward|643|Thành Công
`;
