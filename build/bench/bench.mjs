// Measures against a floor: npm run bench [-- NAME ...]. A case is a file build/bench/NAME.bench.ts (or .mjs) that exports `measure`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isStarted, node24, root } from '../paths.mjs';
import { asProgram, Obstacle, run } from '../run.mjs';

const folder = join(root, 'build', 'bench');
const names = () =>
  readdirSync(folder)
    .filter((file) => /\.bench\.(?:ts|mjs)$/.test(file))
    .map((file) => file.replace(/\.bench\.\w+$/, ''))
    .sort();

const round = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));

const lineOf = ({ name, ours, floor, unit, target, note }) => {
  const ratio = floor === undefined ? '' : `${(ours / floor).toFixed(2)} x`;
  const goal =
    target === undefined ? '' : `${(floor === undefined ? ours : ours / floor) <= target ? 'ok' : 'ABOVE'} (at most ${target})`;
  return [name, `${round(ours)} ${unit}`, floor === undefined ? '' : `${round(floor)} ${unit}`, ratio, goal, note ?? ''];
};

const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** In a process of its own, so that one case does not warm another. */
const measureHere = async (name) => {
  const file = readdirSync(folder).find((one) => one.startsWith(`${name}.bench.`));
  const { measure } = await import(`./${file}`);
  const figures = await measure((text) => process.stderr.write(`${text}\n`));
  process.stdout.write(`${table([['', 'ours', 'floor', 'ratio', 'target', ''], ...figures.map(lineOf)])}\n`);
};

const bench = async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !names().includes(name));
  if (unknown !== undefined) throw new Obstacle(`No case ${unknown}; there are: ${names().join(', ')}`);
  for (const name of wanted.length > 0 ? wanted : names()) {
    process.stdout.write(`\n${name}\n`);
    const { code } = await run(node24, ['--no-warnings', join(folder, 'bench.mjs')], { env: { SHG_BENCH_CASE: name } });
    if (code !== 0) throw new Obstacle(`${name} did not finish.`);
  }
};

if (isStarted(import.meta.url))
  await asProgram(() => (process.env.SHG_BENCH_CASE ? measureHere(process.env.SHG_BENCH_CASE) : bench()));
