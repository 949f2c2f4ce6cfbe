/** Villages that others take the place of. */
export const villageWords = {
  endAlong: (names: string, day: string): string => `Ghi luôn: ${names} kết thúc ngày ${day} (vẫn giữ trong sổ)`,
  dayWanted: (names: string): string =>
    `${names} chưa có ngày kết thúc. Ghi Có từ ngày của đơn vị mới thì đơn vị cũ kết thúc ngày hôm trước.`,
} as const;
