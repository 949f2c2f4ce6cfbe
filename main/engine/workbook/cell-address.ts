/** `A`, `Z`, `AA` of a column counted from 0. */
export const columnName = (column: number): string => {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
};

/** Row and column, both from 0, of an address such as `B3` or `$B$3`; absent where it is none. */
export const readAddress = (address: string): { readonly row: number; readonly column: number } | undefined => {
  const parts = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!parts) return undefined;
  const letters = (parts[1] ?? '').toUpperCase();
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(parts[2]) - 1;
  return row < 0 ? undefined : { row, column };
};
