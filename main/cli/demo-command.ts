import { makeDemo, type DemoScale } from '#engine/demo/demo.ts';
import { handlers } from '#engine/handlers.ts';
import { string, UsageProblem, type Command } from './command.ts';

const scaleOf = (text: string): DemoScale => {
  if (text === 'district' || text === 'province' || text === 'nation') return text;
  throw new UsageProblem('--scale: district | province | nation');
};

const seedOf = (text: string): number => {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageProblem('--seed N');
  return seed;
};

export const demoCommand: Command = {
  usage: '--out DIR [--scale district|province|nation] [--seed N]',
  summary: 'Lập sổ mẫu với người không có thật',
  options: { out: string, scale: string, seed: string },
  workspace: 'none',
  positionals: [0, 0],
  run: async ({ needed, text, show }) => {
    const result = await makeDemo({
      folder: needed('out'),
      scale: scaleOf(text('scale') ?? 'district'),
      seed: seedOf(text('seed') ?? '1'),
      handlers,
      onProgress: (step, done, total) => {
        process.stderr.write(`${done + 1}/${total} ${step}\n`);
      },
    });
    show(result, () => `Đã lập ${result.districts.length} đơn vị cấp huyện và cấp tỉnh trong ${needed('out')}`);
    return 0;
  },
};
