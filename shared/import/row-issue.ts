/**
 * Something to say about a row. `error`: the row cannot be taken in. `decision`: it is not taken in until a person has decided. `question`:
 * it is taken in and should be looked at.
 */
export type RowIssue = {
  /** Stable kebab-case code; its sentence stands in `import-words.vi.ts` or `issue-sentences.vi.ts`. */
  readonly code: string;
  readonly field: string | null;
  readonly severity: 'error' | 'decision' | 'question';
  readonly details?: Readonly<Record<string, string | number>>;
};

/** What a cell says, and what is to be said about it. */
export type Reading<Value> = { readonly value: Value | null; readonly issues: readonly RowIssue[] };

export const nothing: Reading<never> = { value: null, issues: [] };

export const read = <Value>(value: Value, ...issues: readonly RowIssue[]): Reading<Value> => ({ value, issues });

export const unread = (code: string, field: string, severity: RowIssue['severity'] = 'error'): Reading<never> => ({
  value: null,
  issues: [{ code, field, severity }],
});
