import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Obstacle } from './run.mjs';

const numberOf = (name, text) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Obstacle(`--${name} takes a whole number, not ${text}.`);
  return number;
};

/**
 * What a long run is asked for: `--seed` (or SHG_SEED; otherwise a new one), `--runs` (or SHG_RUNS; otherwise what each file says),
 * `--path` (or SHG_PATH: goes straight to a counterexample of that seed) and names of files.
 */
export const readLongParameters = (words) => {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { seed: { type: 'string' }, runs: { type: 'string' }, path: { type: 'string' } },
  });
  const seed = values.seed ?? process.env.SHG_SEED;
  const runs = values.runs ?? process.env.SHG_RUNS;
  const path = values.path ?? process.env.SHG_PATH;
  return {
    files: positionals,
    seed: seed === undefined ? randomInt(2 ** 31) : numberOf('seed', seed),
    runs: runs === undefined ? undefined : numberOf('runs', runs),
    path,
  };
};

/** The same for the tests' own eyes. */
export const environmentOf = ({ seed, runs, path }) => ({
  SHG_SEED: String(seed),
  ...(runs === undefined ? {} : { SHG_RUNS: String(runs) }),
  ...(path === undefined ? {} : { SHG_PATH: path }),
});
