import type { CodeEntry } from '#shared/domain/field.ts';

const list = <const Entries extends readonly CodeEntry[]>(entries: Entries): Entries => entries;

/** The union of the codes of a list: `CodeOf<typeof sexes>` is `'male' | 'female'`. */
export type CodeOf<List extends readonly CodeEntry[]> = List[number]['code'];

/** Columns "Nam", "Nữ" of form 11c, Circular 20/2013/TT-BTP. */
export const sexes = list([
  { code: 'male', label: 'Nam' },
  { code: 'female', label: 'Nữ' },
]);

/** Levels of general education as rosters of the offices name them. */
export const generalEducations = list([
  { code: 'illiterate', label: 'Không biết chữ' },
  { code: 'below-primary', label: 'Chưa tốt nghiệp tiểu học' },
  { code: 'primary', label: 'Tốt nghiệp tiểu học' },
  { code: 'lower-secondary', label: 'Tốt nghiệp trung học cơ sở' },
  { code: 'upper-secondary', label: 'Tốt nghiệp trung học phổ thông' },
]);

/** Columns "Trình độ chuyên môn" of form 11c, Circular 20/2013/TT-BTP. */
export const professionalLevels = list([
  { code: 'law', label: 'Chuyên môn Luật' },
  { code: 'other', label: 'Chuyên môn khác' },
  { code: 'none', label: 'Chưa qua đào tạo' },
]);

/** Degrees in law, as the older form of 20 columns asks for them. */
export const lawDegrees = list([
  { code: 'law-intermediate', label: 'Trung cấp luật' },
  { code: 'law-college', label: 'Cao đẳng luật' },
  { code: 'law-bachelor', label: 'Cử nhân luật' },
  { code: 'law-master', label: 'Thạc sĩ luật' },
  { code: 'law-doctor', label: 'Tiến sĩ luật' },
]);

/** Whom the plan under Decision 428/QĐ-TTg wants as mediators. */
export const backgrounds = list([
  { code: 'lawyer', label: 'Luật sư' },
  { code: 'jurist', label: 'Luật gia' },
  { code: 'former-judge', label: 'Nguyên thẩm phán' },
  { code: 'former-prosecutor', label: 'Nguyên kiểm sát viên' },
  { code: 'former-investigator', label: 'Nguyên điều tra viên' },
  { code: 'former-enforcement-officer', label: 'Nguyên chấp hành viên' },
  { code: 'former-examiner', label: 'Nguyên thẩm tra viên' },
  { code: 'official', label: 'Cán bộ, công chức' },
  { code: 'retired-official', label: 'Cán bộ hưu trí' },
  { code: 'village-head', label: 'Trưởng thôn, buôn, tổ dân phố' },
  { code: 'party-secretary', label: 'Bí thư chi bộ' },
  { code: 'front-head', label: 'Trưởng ban công tác Mặt trận' },
  { code: 'organisation-member', label: 'Hội viên, đoàn viên đoàn thể' },
  { code: 'village-elder', label: 'Già làng' },
  { code: 'respected-person', label: 'Người có uy tín' },
  { code: 'religious-dignitary', label: 'Chức sắc, chức việc' },
]);

/** The four sources of the plan under Decision 428/QĐ-TTg, section 1. */
export const trainerSources = list([
  { code: 'justice-official', label: 'Công chức phụ trách hòa giải ở cơ sở của cơ quan tư pháp' },
  { code: 'organisation-official', label: 'Cán bộ tổ chức chính trị - xã hội' },
  { code: 'legal-rapporteur', label: 'Báo cáo viên pháp luật' },
  { code: 'other-capable', label: 'Người khác có đủ năng lực' },
]);

/** Law 35/2013/QH13, article 8. */
export const electionMethods = list([
  { code: 'open-vote', label: 'Biểu quyết công khai tại cuộc họp đại diện hộ gia đình' },
  { code: 'secret-ballot', label: 'Bỏ phiếu kín tại cuộc họp đại diện hộ gia đình' },
  { code: 'household-ballot', label: 'Phát phiếu lấy ý kiến các hộ gia đình' },
]);

/** Law 35/2013/QH13, article 11. */
export const ceaseReasons = list([
  { code: 'own-wish', label: 'Theo nguyện vọng của hòa giải viên' },
  { code: 'standard-lost', label: 'Không còn đáp ứng tiêu chuẩn quy định tại Điều 7' },
  { code: 'principle-violated', label: 'Vi phạm nguyên tắc hoặc không có điều kiện tiếp tục sau khi bị xử lý' },
]);

/** What lies behind a cease reason, where it is known. Our own list; none of it is a reason of article 11 by itself. */
export const ceaseDetails = list([
  { code: 'died', label: 'Đã chết' },
  { code: 'moved', label: 'Chuyển nơi cư trú' },
  { code: 'unit-dissolved', label: 'Thôn, buôn, tổ dân phố giải thể hoặc sáp nhập' },
  { code: 'other', label: 'Khác' },
]);

/** Leader: Law 35/2013/QH13, articles 12-14; a deputy is a local custom. */
export const teamRoles = list([
  { code: 'leader', label: 'Tổ trưởng' },
  { code: 'deputy', label: 'Tổ phó' },
  { code: 'member', label: 'Hòa giải viên' },
]);

/** Kinds of residential units in Đắk Lắk and around; the kind stands in front of the name. */
export const residentialUnitKinds = list([
  { code: 'thon', label: 'Thôn' },
  { code: 'buon', label: 'Buôn' },
  { code: 'residential-group', label: 'Tổ dân phố' },
  { code: 'bon', label: 'Bon' },
  { code: 'lang', label: 'Làng' },
  { code: 'ban', label: 'Bản' },
  { code: 'khoi', label: 'Khối' },
  { code: 'khu-pho', label: 'Khu phố' },
  { code: 'ap', label: 'Ấp' },
  { code: 'other', label: 'Khác' },
]);

/** Kinds of sessions under the plan under Decision 428/QĐ-TTg. */
export const sessionKinds = list([
  { code: 'trainer-training', label: 'Tập huấn cho tập huấn viên' },
  { code: 'mediator-training', label: 'Tập huấn, bồi dưỡng hòa giải viên' },
  { code: 'conference', label: 'Hội nghị, tọa đàm' },
  { code: 'contest', label: 'Hội thi' },
  { code: 'other', label: 'Hoạt động khác' },
]);

/** Where the money of a session comes from. The district budget ended with the district tier on 30/06/2025. */
export const fundingSources = list([
  { code: 'central-budget', label: 'Ngân sách trung ương' },
  { code: 'province-budget', label: 'Ngân sách tỉnh' },
  { code: 'district-budget', label: 'Ngân sách huyện' },
  { code: 'commune-budget', label: 'Ngân sách xã' },
  { code: 'contribution', label: 'Nguồn xã hội hóa' },
  { code: 'other', label: 'Nguồn khác' },
]);

/** What a decision is about. Law 35/2013/QH13, articles 8, 11, 12 and 14. */
export const decisionKinds = list([
  { code: 'team-established', label: 'Thành lập, kiện toàn tổ hòa giải' },
  { code: 'mediator-recognised', label: 'Công nhận hòa giải viên' },
  { code: 'leader-recognised', label: 'Công nhận tổ trưởng tổ hòa giải' },
  { code: 'mediator-ceased', label: 'Thôi làm hòa giải viên' },
  { code: 'trainer-appointed', label: 'Công nhận tập huấn viên' },
  { code: 'award', label: 'Khen thưởng' },
  { code: 'other', label: 'Quyết định khác' },
]);

/** Whom an award is for. */
export const awardSubjects = list([
  { code: 'mediator', label: 'Hòa giải viên' },
  { code: 'team', label: 'Tổ hòa giải' },
  { code: 'organisation', label: 'Cơ quan, tổ chức' },
  { code: 'person', label: 'Cá nhân khác' },
]);

/** Level of the office that decides on an award. */
export const awardLevels = list([
  { code: 'commune', label: 'Cấp xã' },
  { code: 'district', label: 'Cấp huyện' },
  { code: 'province', label: 'Cấp tỉnh' },
  { code: 'ministry', label: 'Cấp bộ' },
]);

/** Forms of award that mediators receive. */
export const awardForms = list([
  { code: 'merit-certificate-local', label: 'Giấy khen' },
  { code: 'merit-certificate', label: 'Bằng khen' },
  { code: 'medal', label: 'Kỷ niệm chương' },
  { code: 'other', label: 'Hình thức khác' },
]);

/** On what ground an award is given. */
export const awardBases = list([
  { code: 'regular', label: 'Thường xuyên' },
  { code: 'thematic', label: 'Theo chuyên đề' },
  { code: 'ad-hoc', label: 'Đột xuất' },
]);

/** The way of a nomination, in order; the last three end it. */
export const nominationStages = list([
  { code: 'draft', label: 'Dự thảo' },
  { code: 'proposed', label: 'Đã đề nghị' },
  { code: 'examined', label: 'Đã thẩm định' },
  { code: 'submitted', label: 'Đã trình' },
  { code: 'awarded', label: 'Đã khen thưởng' },
  { code: 'refused', label: 'Không khen thưởng' },
  { code: 'withdrawn', label: 'Đã rút' },
]);

/** Papers of a nomination, as a check list; which of them an office asks for is up to the office. */
export const dossierItemKinds = list([
  { code: 'proposal', label: 'Tờ trình đề nghị' },
  { code: 'nomination-list', label: 'Danh sách đề nghị' },
  { code: 'achievement-report', label: 'Báo cáo thành tích' },
  { code: 'council-minutes', label: 'Biên bản họp Hội đồng' },
  { code: 'resident-opinion', label: 'Ý kiến nơi cư trú' },
  { code: 'other', label: 'Giấy tờ khác' },
]);

/** Tiers of the offices that keep a pool of trainers. */
export const officeTiers = list([
  { code: 'province', label: 'Cấp tỉnh' },
  { code: 'district', label: 'Cấp huyện' },
]);

/** What was decided on two entries that may be one person. */
export const identityDecisions = list([
  { code: 'same', label: 'Cùng một người' },
  { code: 'different', label: 'Hai người khác nhau' },
]);

/** Result of a participant. */
export const sessionResults = list([
  { code: 'completed', label: 'Hoàn thành' },
  { code: 'not-completed', label: 'Chưa hoàn thành' },
]);

/** The label of a code, or the code itself where the list does not know it: data of a newer program stays readable. */
export const labelOf = (entries: readonly CodeEntry[], code: string): string =>
  entries.find((entry) => entry.code === code)?.label ?? code;
