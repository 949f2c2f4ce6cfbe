import type { Page } from '@playwright/test';

export type Person = readonly [team: string, name: string, sex: string, born: string, role: string, position: string];

/** A paper list of four teams of five, as a commune hands it in. */
export const paper: readonly Person[] = [1, 2, 3, 4].flatMap((team): readonly Person[] => [
  [`Tổ hòa giải thôn ${team}`, 'Trần Văn Bình', 'Nam', '05/03/1965', 'Tổ trưởng', 'Trưởng thôn'],
  [`Tổ hòa giải thôn ${team}`, 'Lê Thị Hoa', 'Nữ', '12/11/1972', 'Hòa giải viên', 'Chi hội trưởng Phụ nữ'],
  [`Tổ hòa giải thôn ${team}`, 'Nguyễn Hữu Phước', 'Nam', '1958', 'Hòa giải viên', ''],
  [`Tổ hòa giải thôn ${team}`, "H' Liên Niê", 'Nữ', '01/09/1980', 'Hòa giải viên', 'Trưởng ban công tác Mặt trận'],
  [`Tổ hòa giải thôn ${team}`, 'Phạm Văn Dũng', 'Nam', '1961', 'Hòa giải viên', 'Bí thư Chi bộ'],
]);
export const ethnic = (name: string): string => (name.startsWith('H') ? 'Ê Đê' : 'Kinh');
export const recognized = '15/03/2019';

/** In a spreadsheet: every character, and one key to leave each of the eight cells of a person. */
export const keysInSpreadsheet = paper.reduce(
  (sum, person) => sum + [...person, ethnic(person[1]), recognized].reduce((keys, cell) => keys + [...cell].length + 1, 0),
  0,
);

/** Counts what a clerk presses: every key, and every character typed. */
export const keyCount = (page: () => Page) => {
  let presses = 0;
  return {
    press: async (key: string): Promise<void> => {
      presses += 1;
      await page().keyboard.press(key);
    },
    type: async (typed: string): Promise<void> => {
      presses += [...typed].length;
      await page().keyboard.insertText(typed);
    },
    count: (): number => presses,
  };
};
