import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupsOf, makeName } from '#engine/demo/demo-name.ts';
import { createRandom } from '#engine/demo/random.ts';
import { readWorkbook, writeWorkbook, type WrittenCell } from '#engine/workbook.ts';
import { timeOf, type Figure, type Measure } from './figure.ts';
import { startEngine } from './office.ts';

/** SHG_BENCH_ROWS for another size. */
const size = Number(process.env.SHG_BENCH_ROWS ?? 20_000);

const communes = [
  'Ea Kly',
  'Ea Phê',
  'Krông Búk',
  'Vụ Bổn',
  'Ea Kênh',
  'Hòa An',
  'Hòa Đông',
  'Tân Tiến',
  'Ea Yông',
  'Ea Uy',
] as const;
const head = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Dân tộc',
  'Số điện thoại',
  'Vai trò',
  'Thôn, buôn',
  'Tổ hòa giải',
  'Xã',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A district's roster, many times too long: every commune has its teams one below the other. */
const roster = (): readonly (readonly WrittenCell[])[] => {
  const random = createRandom(11);
  return Array.from({ length: size }, (_, index) => {
    const sex = random.chance(0.6) ? 'male' : 'female';
    const isBuon = random.chance(0.3);
    const commune = communes[Math.floor((index * communes.length) / size)] ?? communes[0];
    const village = `Thôn ${(Math.floor(index / 8) % 30) + 1}`;
    const day = `${two(random.integer(1, 28))}/${two(random.integer(1, 12))}/${random.integer(1945, 1998)}`;
    return [
      index + 1,
      makeName(random.pick(isBuon ? groupsOf.buon : groupsOf.thon), sex, random),
      sex === 'male' ? 'Nam' : 'Nữ',
      random.chance(0.7) ? day : Number(day.slice(6)),
      isBuon ? 'Ê Đê' : 'Kinh',
      random.chance(0.4) ? `09${random.integer(10_000_000, 99_999_999)}` : null,
      index % 8 === 0 ? 'Tổ trưởng' : 'Hòa giải viên',
      village,
      `Tổ hòa giải ${village.toLowerCase()}`,
      `Xã ${commune}`,
    ];
  });
};

/** A long roster seen and taken in, against reading its cells alone. */
export const measure: Measure = async (say) => {
  const folder = mkdtempSync(join(tmpdir(), 'hoa-giai-bench-'));
  const { engine, ask, createOffice } = startEngine();
  const figures: Figure[] = [];
  try {
    const file = join(folder, 'roster.xlsx');
    writeFileSync(file, writeWorkbook([{ name: 'Danh sách', columnWidths: [], rows: [[...head], ...roster()] }]));
    await createOffice(join(folder, 'office'));
    const floor = await timeOf(() => readWorkbook(readFileSync(file)));
    const add = async (name: string, work: () => Promise<unknown>, note = ''): Promise<void> => {
      const figure = {
        name: `${name}, ${size} rows`,
        ours: await timeOf(work),
        floor,
        unit: 'ms',
        ...(note === '' ? {} : { note }),
      };
      say(`${figure.name}: ${figure.ours.toFixed(0)} ms`);
      figures.push(figure);
    };
    const input = { file, accept: ['same-person', 'another-person', 'person-in-other-team'] };
    await add('head and columns', () => ask('import.read', input), 'the floor reads the cells of the file and nothing else');
    await add('dry run on empty books', () => ask('import.plan', input));
    let importId = '';
    await add('take in', async () => {
      const done = await ask('import.run', input);
      say(JSON.stringify(done.counts));
      importId = done.importId ?? '';
    });
    await add('dry run once more, all known', async () => {
      const plan = await ask('import.plan', input);
      say(JSON.stringify(plan.counts));
    });
    await add('undo', () => ask('import.undo', { importId }));
    return figures;
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
