import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupsOf, makeName } from '#engine/demo/demo-name.ts';
import { createRandom } from '#engine/demo/random.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { median, timeOf, type Figure, type Measure } from './figure.ts';
import { startEngine } from './office.ts';

/** Mediators in the lists; SHG_BENCH_KEEP=FOLDER leaves the workspace there to be opened in the window. */
const size = Number(process.env.SHG_BENCH_ROWS ?? 100_000);
const kept = process.env.SHG_BENCH_KEEP;
const perTeam = 6;
const batch = 3000;
const communes = ['24490', '24496', '24499', '24502', '24505', '24508', '24511', '24514', '24517', '24520', '24523', '24526'];

/** What somebody waits for in a list of a window; a tenth of a second is felt as at once. */
const atOnce = 100;

/** Lists of the windows over many rows: scrolled, ordered, grouped, searched, saved as a workbook. */
export const measure: Measure = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'hoa-giai-lists-'));
  const { engine, ask, createOffice } = startEngine();
  const figures: Figure[] = [];
  const add = async (name: string, work: () => Promise<unknown>, target: number, count = 5): Promise<void> => {
    figures.push({ name, ours: await median(count, work), unit: 'ms', target });
  };
  try {
    await createOffice(kept ?? join(folder, 'office'));
    const known = new Set((await ask('catalogue.officeCommunes', {})).map(({ id }) => id));
    const places = communes.filter((id) => known.has(id));
    const teams = Array.from({ length: Math.ceil(size / perTeam) }, (_, index) => ({
      name: `Tổ hòa giải thôn ${Math.floor(index / places.length) + 1}`,
      communeId: places[index % places.length],
    }));
    const { results } = await ask('record.put', { kind: 'team', lines: teams });
    const random = createRandom(7);
    for (let done = 0; done < size; done += batch) {
      const lines = Array.from({ length: Math.min(batch, size - done) }, (_, index) => {
        const sex = random.chance(0.6) ? 'male' : 'female';
        return {
          fullName: makeName(random.pick(random.chance(0.3) ? groupsOf.buon : groupsOf.thon), sex, random),
          sex,
          birthDate: String(random.integer(1940, 2000)),
          teamId: results[Math.floor((done + index) / perTeam)]?.id,
          role: (done + index) % perTeam === 0 ? 'leader' : 'member',
          recognizedOn: `20${String(random.integer(14, 19))}-03-15`,
        };
      });
      await ask('record.put', { kind: 'mediator', lines });
      if (done % 15_000 === 0) say(`${done + lines.length} of ${size} mediators`);
    }
    const list = (more: InputOf<'mediator.list'>) => () => ask('mediator.list', { limit: 200, ...more });
    await add('mediators, first 200', list({}), atOnce);
    await add('200 in the middle', list({ offset: Math.floor(size / 2) }), 3 * atOnce);
    await add('the last 200', list({ offset: size - 200 }), 3 * atOnce);
    await add('ordered by birth', list({ sort: [{ by: 'born', descending: true }] }), 5 * atOnce);
    await add('ordered by commune', list({ sort: [{ by: 'commune', descending: false }] }), 5 * atOnce);
    await add('grouped by team', list({ groupBy: 'team' }), 10 * atOnce);
    await add('grouped by commune', list({ groupBy: 'commune' }), 10 * atOnce);
    await add('searched: nguyen van', list({ find: 'nguyen van' }), 5 * atOnce);
    await add('searched: a rare name', list({ find: 'krông bhiu' }), 3 * atOnce);
    await add('people, first 200', () => ask('person.list', { limit: 200 }), 5 * atOnce);
    await add('teams, first 200', () => ask('team.list', { limit: 200 }), 10 * atOnce);
    await add('what home asks', () => ask('status.get', {}), 30 * atOnce, 2);
    const rows = (await ask('mediator.list', { limit: size })).rows.map((row) => [row.fullName, row.teamName, row.communeName]);
    const columns = ['Họ và tên', 'Tổ hòa giải', 'Xã'].map((title) => ({ title }));
    const sheet = { title: 'Hòa giải viên', subtitle: '', file: join(folder, 'list.xlsx'), columns, rows };
    figures.push({
      name: 'saved as .xlsx',
      ours: await timeOf(() => ask('list.export', sheet)),
      unit: 'ms',
      target: 300 * atOnce,
    });
    return figures;
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
