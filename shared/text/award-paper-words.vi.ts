import { formatCount } from './vietnamese.ts';

const count = (collectives: number, persons: number): string =>
  [
    ...(collectives > 0 ? [`${formatCount(collectives)} tập thể`] : []),
    ...(persons > 0 ? [`${formatCount(persons)} cá nhân`] : []),
  ].join(', ');

/** Words of the papers of award nominations. */
export const awardPaperWords = {
  list: {
    title: 'Danh sách đề nghị khen thưởng',
    awardedTitle: 'Danh sách được khen thưởng',
    subject: (year: number) => `Thành tích trong công tác hòa giải ở cơ sở năm ${String(year)}`,
    annexNote: (suffix: string, office: string, year: number) =>
      `(Kèm theo Tờ trình số ......${suffix} ngày ..... tháng ..... năm ${String(year)} của ${office})`,
    sheet: 'Đề nghị khen thưởng',
    subjectName: 'Tên tập thể; họ và tên cá nhân',
    position: 'Chức vụ, đơn vị',
    achievements: 'Tóm tắt thành tích',
    form: 'Hình thức, cấp khen thưởng',
    formAndLevel: (form: string, level: string) => (level === '' ? form : `${form} ${level.toLocaleLowerCase('vi')}`),
    votes: 'Phiếu của Hội đồng',
    voteCount: (votesFor: number, members: number) => `${String(votesFor)}/${String(members)}`,
    decision: 'Quyết định',
    collectives: 'Tập thể',
    persons: 'Cá nhân',
    mediator: 'Hòa giải viên',
    closing: (collectives: number, persons: number) =>
      `Danh sách này có ${count(collectives, persons) || 'không tập thể, cá nhân nào'}./.`,
  },
  proposal: {
    title: 'Tờ trình',
    subject: (year: number) => `Về việc đề nghị khen thưởng thành tích trong công tác hòa giải ở cơ sở năm ${String(year)}`,
    mediationLaw: (law: string) => `Căn cứ Luật Hòa giải ở cơ sở số ${law};`,
    awardLaw: 'Căn cứ ........................................ (văn bản về thi đua, khen thưởng đang áp dụng);',
    ask: (office: string, addressee: string, collectives: number, persons: number, year: number) =>
      `${office} kính trình ${addressee} xem xét, khen thưởng ${count(collectives, persons)} có thành tích trong công tác hòa giải ở cơ sở năm ${String(year)}, cụ thể:`,
    line: (form: string, level: string, collectives: number, persons: number) =>
      `- ${form} (${level.toLocaleLowerCase('vi')}): ${count(collectives, persons)};`,
    council: (voted: number, all: number) =>
      `Hội đồng đã bỏ phiếu đối với ${formatCount(voted)}/${formatCount(all)} đề nghị; kết quả ghi trong danh sách.`,
    end: (addressee: string) => `(Có danh sách kèm theo)\nKính đề nghị ${addressee} xem xét, quyết định./.`,
    committee: (unit: string) => `Ủy ban nhân dân ${unit.charAt(0).toLocaleLowerCase('vi')}${unit.slice(1)}`,
    ministry: 'Bộ Tư pháp',
    asAbove: 'Như trên',
  },
  dossier: {
    title: 'Bảng kiểm hồ sơ đề nghị khen thưởng',
    sheet: 'Hồ sơ',
    facts: {
      subject: 'Tên tập thể, cá nhân',
      kind: 'Đối tượng',
      place: 'Tổ, địa bàn',
      level: 'Cấp khen thưởng',
      form: 'Hình thức',
      basis: 'Căn cứ xét',
      year: 'Năm',
      stage: 'Giai đoạn',
      council: 'Phiếu của Hội đồng',
      decision: 'Quyết định khen thưởng',
      achievements: 'Tóm tắt thành tích',
    },
    paper: 'Giấy tờ',
    state: 'Tình trạng',
    there: 'Đã có',
    missing: 'Chưa có',
    closing: (present: number, all: number) => `Hồ sơ có ${String(present)}/${String(all)} loại giấy tờ./.`,
    checker: 'NGƯỜI KIỂM TRA HỒ SƠ',
  },
} as const;
