/** Words of the grids beside that of mediators: what they are called and how rows are counted. */
export const gridWords = {
  units: {
    title: 'Nhập bảng thôn, buôn, tổ dân phố',
    saved: (count: number) => `Đã ghi ${count} thôn, buôn, tổ dân phố.`,
  },
  participants: {
    title: 'Nhập bảng học viên',
    saved: (count: number) => `Đã ghi ${count} học viên.`,
    hint: 'Người có trong sổ được nhận theo họ tên và năm sinh; người chưa có thì ghi là khách mời.',
  },
  open: 'Nhập bảng (Ctrl+B)',
  savedSome: (saved: string, left: number) => `${saved} ${left} dòng cần xem lại.`,
  sum: (count: number) => `Đã ghi trong lần nhập này: ${count} dòng`,
  yes: 'x',
} as const;
