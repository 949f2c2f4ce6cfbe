// Opens a workspace, proves that every change acknowledged before is there and the database sound, then writes until it is killed.
import './cheap-scrypt.ts';
import { readFileSync } from 'node:fs';
import { createEngine } from '#engine/engine.ts';
import { handlers } from '#engine/handlers.ts';
import { systemClock, systemIds } from '#engine/rim.ts';

const [folder = '', acknowledgedFile = '', password = ''] = process.argv.slice(2);
const engine = createEngine({ clock: systemClock, ids: systemIds, handlers });

const must = async <T>(
  reply: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: unknown }>,
): Promise<T> => {
  const answer = await reply;
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
};

const run = async (): Promise<never> => {
  await must(engine.call('workspace.unlock', { folder, password }));
  const acknowledged = readFileSync(acknowledgedFile, 'utf8').split('\n').filter(Boolean);
  const { rows } = await must(engine.call('record.list', { kind: 'decision', limit: 1_000_000 }));
  const present = new Set(rows.map((row) => row.id));
  const lost = acknowledged.filter((id) => !present.has(id));
  if (lost.length > 0) throw new Error(`${lost.length} acknowledged records are lost`);
  const { context } = await must(engine.call('state.hash', {}));
  const [entry] = Object.values(context);
  if ((entry?.n ?? 0) !== rows.length) throw new Error(`the log has ${entry?.n ?? 0} changes, the books ${rows.length} records`);
  process.stdout.write('ready\n');
  for (let count = 0; ; count += 1) {
    const line = { number: `${count}/QĐ`, decidedOn: '2019-01-01', kind: 'other', issuer: 'Ủy ban nhân dân' };
    const { results } = await must(engine.call('record.put', { kind: 'decision', lines: [line] }));
    process.stdout.write(`${results[0]?.id ?? ''}\n`);
  }
};

void run();
