import type { CodeEntry } from '#shared/domain/field.ts';

const list = <const Entries extends readonly CodeEntry[]>(entries: Entries): Entries => entries;

/*
 * Words offered while typing organisation, position and occupation of a person. These fields stay free text: no official list binds
 * them, the entries are common usage on rosters of mediators.
 */

/** Organisations that mediators belong to, by their full names. */
export const organisations = list([
  { code: 'fatherland-front', label: 'Mặt trận Tổ quốc Việt Nam' },
  { code: 'womens-union', label: 'Hội Liên hiệp Phụ nữ Việt Nam' },
  { code: 'farmers-union', label: 'Hội Nông dân Việt Nam' },
  { code: 'youth-union', label: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh' },
  { code: 'veterans-association', label: 'Hội Cựu chiến binh Việt Nam' },
  { code: 'trade-union', label: 'Công đoàn Việt Nam' },
  { code: 'lawyers-association', label: 'Hội Luật gia Việt Nam' },
  { code: 'elderly-association', label: 'Hội Người cao tuổi Việt Nam' },
  { code: 'red-cross', label: 'Hội Chữ thập đỏ Việt Nam' },
  { code: 'study-promotion-association', label: 'Hội Khuyến học Việt Nam' },
  { code: 'other', label: 'Tổ chức khác' },
]);

/** Positions held in a village beside mediation. */
export const localPositions = list([
  { code: 'thon-head', label: 'Trưởng thôn' },
  { code: 'buon-head', label: 'Trưởng buôn' },
  { code: 'residential-group-head', label: 'Tổ trưởng tổ dân phố' },
  { code: 'village-deputy-head', label: 'Phó trưởng thôn, buôn' },
  { code: 'party-secretary', label: 'Bí thư chi bộ' },
  { code: 'party-deputy-secretary', label: 'Phó bí thư chi bộ' },
  { code: 'front-head', label: 'Trưởng ban công tác Mặt trận' },
  { code: 'womens-union-head', label: 'Chi hội trưởng Chi hội Phụ nữ' },
  { code: 'farmers-union-head', label: 'Chi hội trưởng Chi hội Nông dân' },
  { code: 'veterans-head', label: 'Chi hội trưởng Chi hội Cựu chiến binh' },
  { code: 'youth-secretary', label: 'Bí thư chi đoàn thanh niên' },
  { code: 'elderly-head', label: 'Chi hội trưởng Chi hội Người cao tuổi' },
  { code: 'village-elder', label: 'Già làng' },
  { code: 'respected-person', label: 'Người có uy tín trong đồng bào dân tộc thiểu số' },
  { code: 'village-police', label: 'Công an viên' },
  { code: 'security-team', label: 'Thành viên Tổ bảo vệ an ninh, trật tự' },
  { code: 'religious-dignitary', label: 'Chức sắc, chức việc tôn giáo' },
  { code: 'resident', label: 'Người lao động, người dân' },
]);

/** Occupations. */
export const occupations = list([
  { code: 'farmer', label: 'Nông dân' },
  { code: 'retired-official', label: 'Cán bộ hưu trí' },
  { code: 'commune-official', label: 'Cán bộ, công chức cấp xã' },
  { code: 'part-time-official', label: 'Người hoạt động không chuyên trách cấp xã, thôn' },
  { code: 'teacher', label: 'Giáo viên' },
  { code: 'health-worker', label: 'Cán bộ y tế, y tế thôn buôn' },
  { code: 'trader', label: 'Buôn bán, kinh doanh' },
  { code: 'worker', label: 'Công nhân' },
  { code: 'craftsperson', label: 'Thủ công, dệt thổ cẩm' },
  { code: 'driver', label: 'Lái xe' },
  { code: 'builder', label: 'Thợ xây dựng' },
  { code: 'homemaker', label: 'Nội trợ' },
  { code: 'self-employed', label: 'Lao động tự do' },
  { code: 'lawyer', label: 'Luật sư' },
  { code: 'jurist', label: 'Luật gia' },
  { code: 'retired-law-official', label: 'Công chứng viên, chấp hành viên, thẩm phán nghỉ hưu' },
  { code: 'demobilised-soldier', label: 'Bộ đội xuất ngũ' },
  { code: 'other', label: 'Khác' },
]);
