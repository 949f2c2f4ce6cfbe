/** Giving a record back values it had before. */
export const revertWords = {
  summary: 'Đưa một bản ghi, hoặc vài mục của nó, về giá trị sau một thay đổi trước đây (xem show --history)',
  comesBack: 'Bản ghi đã xóa sẽ trở lại.',
  done: (fields: string, restored: number): string =>
    [
      ...(restored > 0 ? [`Đã khôi phục ${restored} bản ghi.`] : []),
      ...(fields === '' ? [] : [`Đã đưa về giá trị cũ: ${fields}.`]),
    ].join(' '),
} as const;
