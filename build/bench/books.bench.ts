import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupsOf, makeName } from '#engine/demo/demo-name.ts';
import { createRandom, type Random } from '#engine/demo/random.ts';
import { nameSortKey } from '#shared/text/sort-key.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { openBareBook, type BareRow } from './bare-book.ts';
import { median, timeOf, type Figure, type Measure } from './figure.ts';
import { password, startEngine } from './office.ts';

/** 15,000 are a province; SHG_BENCH_PEOPLE=600000 is the whole country. */
const size = Number(process.env.SHG_BENCH_PEOPLE ?? 15_000);
const batch = 5000;

const person = (random: Random): { readonly fullName: string; readonly sex: 'male' | 'female'; readonly birthDate: string } => {
  const sex = random.chance(0.6) ? 'male' : 'female';
  const group = random.pick(random.chance(0.3) ? groupsOf.buon : groupsOf.thon);
  return { fullName: makeName(group, sex, random), sex, birthDate: String(random.integer(1940, 2000)) };
};

const bareRow = ({ fullName, birthDate, sex }: ReturnType<typeof person>): BareRow => ({
  id: randomUUID(),
  fullName,
  plain: fold(fullName),
  sortKey: nameSortKey(fullName),
  birthDate,
  state: JSON.stringify({ fullName, birthDate, sex }),
});

/** Insert, list, search and open, ours against a bare encrypted table with the same people. */
export const measure: Measure = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'hoa-giai-bench-'));
  const { engine, ask, createOffice } = startEngine();
  const workspace = join(folder, 'office');
  const key = randomBytes(32);
  const bareFile = join(folder, 'bare.db');
  let bare = openBareBook(bareFile, key);
  const figures: Figure[] = [];
  const add = (figure: Figure): void => void figures.push(figure);
  try {
    await createOffice(workspace);
    const random = createRandom(5);
    let [ours, floor] = [0, 0];
    for (let done = 0; done < size; done += batch) {
      const people = Array.from({ length: Math.min(batch, size - done) }, () => person(random));
      ours += await timeOf(() => ask('record.put', { kind: 'person', lines: people }));
      const rows = people.map(bareRow);
      const insert = bare.insert;
      floor += await timeOf(() => {
        insert(rows);
      });
      if (done % 50_000 === 0) say(`${done + people.length} of ${size} people`);
    }
    add({ name: `insert ${size} people`, ours, floor, unit: 'ms', note: 'ours also checks, logs, hashes and keeps heads' });
    const list = (offset: number) => ask('record.list', { kind: 'person', limit: 200, offset });
    add({
      name: 'list, first 200',
      ours: await median(9, () => list(0)),
      floor: await median(9, () => bare.list(0)),
      unit: 'ms',
    });
    const middle = Math.floor(size / 2);
    add({
      name: 'list, 200 in the middle',
      ours: await median(9, () => list(middle)),
      floor: await median(9, () => bare.list(middle)),
      unit: 'ms',
    });
    for (const [name, text, expression] of [
      ['search a common name', 'nguyen', '"nguyen"*'],
      ['search name and middle name', 'nguyen van hung', '"nguyen"* AND "van"* AND "hung"*'],
      ['search a rare name', 'krông bhiu', '"krong"* AND "bhiu"*'],
      ['search two letters', 'ho', '"ho"*'],
    ] as const)
      add({
        name,
        ours: await median(9, () => ask('search.find', { text })),
        floor: await median(9, () => bare.search(expression)),
        unit: 'ms',
      });
    const typed = { fullName: 'Nguyễn Văn Hùng', birthDate: '1965' };
    add({ name: 'suspects while typing', ours: await median(9, () => ask('person.suspects', typed)), unit: 'ms', target: 300 });
    if (size <= 50_000)
      add({ name: 'all suspicions of the books', ours: await timeOf(() => ask('person.duplicates', { limit: 50 })), unit: 'ms' });
    engine.close();
    bare.close();
    const again = startEngine();
    add({
      name: 'open',
      ours: await timeOf(() => again.ask('workspace.unlock', { folder: workspace, password })),
      floor: await timeOf(() => {
        bare = openBareBook(bareFile, key);
        bare.count();
      }),
      unit: 'ms',
      note: 'ours also derives the key from the password, on purpose slowly, and copies the file as the day’s safety copy',
    });
    again.engine.close();
    return figures;
  } finally {
    engine.close();
    bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
