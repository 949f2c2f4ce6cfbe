/** Parameters of a property run; `seed` and `numRuns` always known, so that a report can name them. */
export type Runs = {
  readonly seed: number;
  readonly numRuns: number;
  readonly path?: string;
};

const numberIn = (name: string): number | undefined => {
  const text = process.env[name];
  return text === undefined || text === '' ? undefined : Number(text);
};

/**
 * How often a property is tried, and from which seed. SHG_SEED, SHG_RUNS and SHG_PATH (of a failure's print) go before; `npm run test:long`
 * sets them from its parameters. Otherwise the seed is a new one.
 */
export const runsOf = (usual: number): Runs => {
  const path = process.env.SHG_PATH;
  return {
    seed: numberIn('SHG_SEED') ?? Math.floor(Math.random() * 2 ** 31),
    numRuns: numberIn('SHG_RUNS') ?? usual,
    ...(path === undefined || path === '' ? {} : { path }),
  };
};
