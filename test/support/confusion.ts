/** How often a yes or no of the program met the truth. */
export type Confusion = { readonly hits: number; readonly false: number; readonly missed: number; readonly passed: number };

export const countConfusion = (answers: Iterable<{ readonly truth: boolean; readonly answer: boolean }>): Confusion => {
  const counts = { hits: 0, false: 0, missed: 0, passed: 0 };
  for (const { truth, answer } of answers) counts[truth ? (answer ? 'hits' : 'missed') : answer ? 'false' : 'passed'] += 1;
  return counts;
};

export const recallOf = ({ hits, missed }: Confusion): number => hits / (hits + missed);
export const precisionOf = (confusion: Confusion): number => confusion.hits / (confusion.hits + confusion.false);

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/** The table that the tests print. */
export const confusionTable = (title: string, confusion: Confusion): string =>
  [
    title,
    `                    one person   two people`,
    `suspected           ${String(confusion.hits).padStart(10)}   ${String(confusion.false).padStart(10)}`,
    `not suspected       ${String(confusion.missed).padStart(10)}   ${String(confusion.passed).padStart(10)}`,
    `recall ${percent(recallOf(confusion))}, precision ${percent(precisionOf(confusion))}`,
  ].join('\n');
