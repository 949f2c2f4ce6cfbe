import { cleanText } from '#shared/text/vietnamese.ts';
import type { ColumnTarget } from './column-target.ts';
import { lineOf, type GridCell } from './grid.ts';
import { readDay } from './read-date.ts';
import { nothing, unread, type Reading } from './row-issue.ts';

/** A decision as a row names it. */
export type NamedDecision = {
  /** As written on the paper: `45/QĐ-UBND`. */
  readonly number: string;
  readonly decidedOn: string | null;
  readonly issuer: string | null;
  readonly signer: string | null;
};

const textOf = (cell: GridCell | undefined): string | null => (cell === undefined ? null : cleanText(lineOf(cell)));

/** Number and date of a decision from their columns, or both from one cell: `Số 45/QĐ-UBND ngày 15/3/2019`. */
export const readDecision = (cells: ReadonlyMap<ColumnTarget, GridCell>, today: string): Reading<NamedDecision> => {
  const cell = cells.get('decisionNumber');
  if (cell === undefined) {
    const isHalf = (['decisionDate', 'decisionIssuer', 'decisionSigner'] as const).some((target) => cells.has(target));
    return isHalf ? unread('decision-number-missing', 'decisionId', 'question') : nothing;
  }
  if (cell.kind === 'error') return unread('cell-error', 'decisionId');
  const text = cleanText(lineOf(cell))
    .replace(/^(quyết định|qđ)\s*/iu, '')
    .replace(/^số\s*:?\s*/iu, '');
  const parts = /^(.+?)\s*[,;(]?\s*ngày\s*(.+?)\)?$/iu.exec(text);
  const number = (parts?.[1] ?? text).replace(/[\s,;]+$/u, '').replace(/\s*\/\s*/g, '/');
  const written = parts?.[2];
  const own = readDay(cells.get('decisionDate'), 'decisionDate', today);
  const inText: Reading<string> =
    written === undefined ? nothing : readDay({ text: written, kind: 'text', number: null }, 'decisionDate', today);
  return {
    value: {
      number,
      decidedOn: own.value ?? inText.value,
      issuer: textOf(cells.get('decisionIssuer')),
      signer: textOf(cells.get('decisionSigner')),
    },
    issues: [...own.issues, ...inText.issues],
  };
};
