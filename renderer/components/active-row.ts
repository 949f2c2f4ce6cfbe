import { useState } from 'react';

/** The row of a table that the keyboard is on, for what stands beside the table; it goes on with the rows as the table does. */
export const useActiveRow = <Row>(rows: readonly Row[]) => {
  const [index, onActive] = useState(0);
  return { row: rows[Math.max(0, Math.min(index, rows.length - 1))], onActive };
};
