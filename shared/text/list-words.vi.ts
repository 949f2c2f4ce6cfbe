import { formatCount } from './vietnamese.ts';

/** Titles, column heads and closing lines of the lists that are printed. */
export const listWords = {
  name: 'Họ và tên',
  sex: 'Giới tính',
  born: 'Ngày sinh',
  birthYear: 'Năm sinh',
  ethnic: 'Dân tộc',
  role: 'Vai trò trong tổ',
  position: 'Chức vụ ngoài tổ',
  professionalLevel: 'Trình độ chuyên môn',
  phone: 'Điện thoại',
  note: 'Ghi chú',
  team: 'Tổ hòa giải',
  commune: 'Xã, phường, thị trấn',
  decision: (number: string, day: string) => (day === '' ? number : `${number} ngày ${day}`),
  roster: {
    title: 'Danh sách hòa giải viên ở cơ sở',
    sheet: 'Hòa giải viên',
    leadersTitle: 'Danh sách tổ trưởng tổ hòa giải ở cơ sở',
    team: 'Tổ hòa giải',
    /** Short, so that a person takes one line. */
    levels: { law: 'Luật', other: 'Khác', none: 'Chưa đào tạo' } as Readonly<Record<string, string>>,
    teamCount: (name: string, count: number) => `${name} (${formatCount(count)} hòa giải viên)`,
    closing: (people: number, teams: number) =>
      `Danh sách này có ${formatCount(people)} người thuộc ${formatCount(teams)} tổ hòa giải./.`,
  },
  findings: {
    title: 'Nội dung cần rà soát, kiện toàn',
    sheet: 'Rà soát',
    subject: 'Đối tượng',
    content: 'Nội dung',
    article: 'Căn cứ',
    fix: 'Cách xử lý',
    closing: (count: number) => `Danh sách này có ${formatCount(count)} nội dung./.`,
  },
  teams: {
    title: 'Danh sách tổ hòa giải ở cơ sở',
    sheet: 'Tổ hòa giải',
    places: 'Thôn, buôn, tổ dân phố',
    decision: 'Quyết định thành lập, kiện toàn',
    mediators: 'Hòa giải viên',
    all: 'Tổng số',
    women: 'Nữ',
    minority: 'Dân tộc thiểu số',
    leader: 'Tổ trưởng',
    lacks: 'Nội dung còn thiếu',
    teamCount: (name: string, count: number) => `${name} (${formatCount(count)} tổ hòa giải)`,
    closing: (teams: number, people: number, lacking: number) =>
      `Danh sách này có ${formatCount(teams)} tổ hòa giải với ${formatCount(people)} hòa giải viên; ${
        lacking === 0 ? 'các tổ đủ thành phần theo quy định' : `${formatCount(lacking)} tổ còn nội dung cần kiện toàn`
      }./.`,
    lacking: {
      'team-too-few-members': (details: Details) => `Mới có ${String(details.count ?? 0)} hòa giải viên`,
      'team-no-woman': () => 'Chưa có hòa giải viên nữ',
      'team-no-minority-member': () => 'Chưa có hòa giải viên là người dân tộc thiểu số',
      'team-no-leader': () => 'Chưa có tổ trưởng',
      'team-several-leaders': (details: Details) => `Có ${String(details.count ?? 0)} tổ trưởng`,
      'team-not-fixed-number': (details: Details) => `Số ấn định: ${String(details.fixed ?? 0)} hòa giải viên`,
    } as Readonly<Record<string, (details: Details) => string>>,
  },
  trainers: {
    title: 'Danh sách tập huấn viên hòa giải ở cơ sở',
    sheet: 'Tập huấn viên',
    position: 'Chức vụ, đơn vị công tác',
    source: 'Nguồn',
    decision: 'Quyết định công nhận',
    methodTraining: 'Năm tập huấn phương pháp',
    sessions: 'Số lớp đã giảng',
    pools: { province: 'Tập huấn viên cấp tỉnh', district: 'Tập huấn viên cấp huyện' } as Readonly<Record<string, string>>,
    pool: (pool: string, office: string, count: number) => `${pool} (${office}): ${formatCount(count)} người`,
    target: (least: number, most: number, count: number) => {
      const plan = least === most ? `${String(least)} người` : `từ ${String(least)} đến ${String(most)} người`;
      if (count < least) return `Chỉ tiêu ${plan}, hiện có ${String(count)}, còn thiếu ${String(least - count)}.`;
      if (count > most) return `Chỉ tiêu ${plan}, hiện có ${String(count)}, vượt ${String(count - most)}.`;
      return `Chỉ tiêu ${plan}, hiện có ${String(count)}, đạt chỉ tiêu.`;
    },
    targetBy: (article: string, target: string) =>
      `Theo kế hoạch thực hiện Quyết định số ${article}: ${target.charAt(0).toLowerCase()}${target.slice(1)}`,
    targets: (article: string) => `Chỉ tiêu theo kế hoạch thực hiện Quyết định số ${article}:`,
    untrained: (count: number) => `${formatCount(count)} người chưa tham gia tập huấn phương pháp.`,
  },
  coverage: {
    title: 'Kết quả tập huấn, bồi dưỡng hòa giải viên ở cơ sở',
    subject: (place: string, year: number) => `${place}, năm ${String(year)}`,
    byCommune: 'I. Theo xã, phường, thị trấn',
    communeSheet: 'Theo xã',
    mediators: 'Hòa giải viên',
    trained: 'Đã tập huấn',
    untrained: 'Chưa tập huấn',
    share: 'Tỷ lệ đã tập huấn',
    people: 'II. Hòa giải viên chưa được tập huấn trong năm',
    peopleSheet: 'Chưa tập huấn',
    last: 'Lần tập huấn gần nhất',
    never: 'Chưa lần nào',
    team: (name: string, count: number) => `${name} (${formatCount(count)} người)`,
    closing: (count: number) => `Danh sách này có ${formatCount(count)} người chưa được tập huấn trong năm./.`,
    allTrained: 'Mọi hòa giải viên đã được tập huấn trong năm.',
  },
} as const;

type Details = Readonly<Record<string, string | number>>;
