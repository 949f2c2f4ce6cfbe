import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupsOf, makeName } from '#engine/demo/demo-name.ts';
import { createRandom } from '#engine/demo/random.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { nameSortKey } from '#shared/text/sort-key.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { openBareBook } from './bare-book.ts';
import { timeOf, type Measure } from './figure.ts';
import { startEngine } from './office.ts';

const size = Number(process.env.SHG_BENCH_BULK ?? 5000);

/** One field of thousands of records at once: preview, write, undo, against the same rows written in one transaction of a bare table. */
export const measure: Measure = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'hoa-giai-bulk-'));
  const { engine, ask, createOffice } = startEngine();
  const bare = openBareBook(join(folder, 'bare.db'), randomBytes(32));
  try {
    await createOffice(join(folder, 'office'));
    const random = createRandom(7);
    const people = Array.from({ length: size }, () => ({
      fullName: makeName(random.pick(groupsOf.thon), 'male', random),
      sex: 'male',
      birthDate: String(random.integer(1940, 2000)),
      ethnicGroup: '01',
    }));
    const { results } = await ask('record.put', { kind: 'person', lines: people });
    const rows = people.map((person, index) => ({
      id: results[index]?.id ?? '',
      fullName: person.fullName,
      plain: fold(person.fullName),
      sortKey: nameSortKey(person.fullName),
      birthDate: person.birthDate,
      state: JSON.stringify(person),
    }));
    bare.insert(rows);
    say(`${size} people stand in both books.`);
    const change: InputOf<'bulk.preview'> = {
      kind: 'person',
      select: { ids: rows.map(({ id }) => id) },
      change: { operation: 'set-field', field: 'ethnicGroup', value: '12' },
    };
    const floor = await timeOf(() => {
      bare.update(rows.map(({ id, state }) => ({ id, state: state.replace('"01"', '"12"') })));
    });
    const note = 'ours also checks the rules, logs, hashes and looks for findings';
    const preview = await timeOf(() => ask('bulk.preview', change));
    const { counts, hash } = await ask('bulk.preview', change);
    if (counts.change !== size) throw new Error(`only ${counts.change} of ${size} would change`);
    const apply = await timeOf(() => ask('bulk.apply', { ...change, hash }));
    const undo = await timeOf(() => ask('step.undo', {}));
    return [
      { name: `preview for ${size} people`, ours: preview, floor, unit: 'ms', note },
      { name: `one field of ${size} people`, ours: apply, floor, unit: 'ms', note },
      { name: `undo of it`, ours: undo, floor, unit: 'ms', note: 'back to what the log says, field by field' },
    ];
  } finally {
    engine.close();
    bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
