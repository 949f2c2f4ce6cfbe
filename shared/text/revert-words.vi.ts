/** Giving a record back values it had before. */
export const revertWords = {
  summary: 'Đưa một bản ghi, hoặc vài mục của nó, về giá trị sau một thay đổi trước đây (xem show --history)',
  choose: 'Đưa về lúc này...',
  title: 'Đưa về giá trị cũ',
  moment: (time: string, author: string): string => `Như sau thay đổi lúc ${time}, do ${author} ghi`,
  field: 'Mục',
  now: 'Hiện nay',
  then: 'Sẽ là',
  take: (field: string): string => `Lấy lại ${field}`,
  same: 'Bản ghi hiện nay đúng như lúc này. Không có gì để đưa về.',
  reason: 'Lý do',
  write: 'Đưa về (Ctrl+Enter)',
  together: (count: number): string => `Khôi phục cả ${count} bản ghi bị xóa cùng lúc`,
  goesAway: 'Bản ghi sẽ bị xóa như lúc đó.',
  comesBack: 'Bản ghi đã xóa sẽ trở lại.',
  done: (fields: string, restored: number): string =>
    [
      ...(restored > 0 ? [`Đã khôi phục ${restored} bản ghi.`] : []),
      ...(fields === '' ? [] : [`Đã đưa về giá trị cũ: ${fields}.`]),
    ].join(' '),
} as const;
