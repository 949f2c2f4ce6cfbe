/** One line of the bench. Times in milliseconds unless `unit` says otherwise. */
export type Figure = {
  readonly name: string;
  readonly ours: number;
  /** What the bare means take for the same; the ratio to it says what the program adds. */
  readonly floor?: number;
  readonly unit: string;
  /** The ratio (or, without a floor, the figure) that should not be passed. */
  readonly target?: number;
  readonly note?: string;
};

/** What a file `NAME.bench.ts` exports as `measure`; `say` tells how far it is. */
export type Measure = (say: (text: string) => void) => Promise<readonly Figure[]>;

/** The median time of `count` runs, in milliseconds. */
export const median = async (count: number, work: () => unknown): Promise<number> => {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
};

/** The time of one run, in milliseconds. */
export const timeOf = (work: () => unknown): Promise<number> => median(1, work);
