import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** What the reliability report counts, in its order. A name that no part counted is shown as not run. */
export const figureNames = [
  'histories lived',
  'steps lived',
  'changes acknowledged',
  'changes standing, or replaced by someone who saw them',
  'changes set aside, in the end',
  'changes undone, in the end',
  'changes quarantined, in the end',
  'changes lost',
  'comparisons of state hashes',
  'hash disagreements',
  'packages written',
  'packages lost',
  'packages repeated',
  'packages late or out of order',
  'packages refused, with a reason',
  'receipts written',
  'receipts lost',
  'conflicts decided',
  'proposals answered',
  'imports undone',
  'backups brought back',
  'workspaces copied',
  'forks recognised',
  'installations revoked',
  'clocks put wrong',
  'mutated files tried',
  'mutated files refused',
  'mutated files accepted',
  'crash points tried',
  'crashes: the old state found',
  'crashes: the new state found',
  'crashes: a mix found',
  'processes killed',
] as const;
export type FigureName = (typeof figureNames)[number];

export type Figures = {
  readonly add: (name: FigureName, count?: number) => void;
};

const folder = fileURLToPath(new URL('../../out/reliability/', import.meta.url));

/**
 * Counts of one part of the reliability report; `part` names its column. They are written to `out/reliability/` after the tests of the file,
 * beside them the seed and how long the part took.
 */
export const openFigures = (part: string, seed: number | null = null): Figures => {
  const counts = new Map<FigureName, number>();
  const startedAt = Date.now();
  afterAll(() => {
    mkdirSync(folder, { recursive: true });
    const figures = figureNames.map((name) => [name, counts.get(name) ?? null]);
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const file = `${part.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.json`;
    writeFileSync(join(folder, file), `${JSON.stringify({ part, seed, seconds, figures }, null, 1)}\n`);
  });
  return {
    add: (name, count = 1) => {
      counts.set(name, (counts.get(name) ?? 0) + count);
    },
  };
};
