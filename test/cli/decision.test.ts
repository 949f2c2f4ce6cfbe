import { beforeAll, describe, expect, test } from 'vitest';
import type { ConflictView } from '#shared/contract/conflict-methods.ts';
import { shg } from '#test/support/command-line.ts';
import { password, temporaryFolder } from '#test/support/office.ts';
import { setUpTwoPcs, type TwoPcs } from '#test/support/two-pcs.ts';

const base = temporaryFolder();
let pcs: TwoPcs;
let id = '';

const run = (pc: TwoPcs['first'], command: string, ...args: readonly string[]) =>
  shg([command, ...args, '-w', pc.folder], { password });
const read = <T>(pc: TwoPcs['first'], command: string, ...args: readonly string[]): T => {
  const result = run(pc, command, ...args, '--json');
  expect(result).toMatchObject({ code: 0 });
  return JSON.parse(result.stdout) as T;
};

beforeAll(async () => {
  pcs = await setUpTwoPcs(base);
  const { first, second, province, carry } = pcs;
  const lines = [{ name: 'Tổ thôn 1', communeId: '24502' }];
  id = (await first.ask('record.put', { kind: 'team', lines })).results[0]?.id ?? '';
  await carry(first, second);
  await first.ask('record.put', { kind: 'team', lines: [{ id, name: 'Tổ thôn Một' }] });
  await second.ask('record.put', { kind: 'team', lines: [{ id, name: 'Tổ buôn 1' }] });
  await carry(first, second);
  await carry(second, province);
  for (const one of [first, second, province]) await one.ask('workspace.lock', {});
});

describe('conflicts', () => {
  test('are listed with every value and decided in the owning office; elsewhere exit 1 with a sentence', () => {
    const [conflict] = read<readonly ConflictView[]>(pcs.second, 'conflicts');
    expect(conflict).toMatchObject({ id: `team/${id}/name`, office: '654', decidable: true });
    expect(run(pcs.second, 'conflicts').stdout).toContain('Tổ buôn 1');
    const dot = conflict?.values.find((one) => one.value === 'Tổ buôn 1')?.dot ?? '';
    const decide = [conflict?.id ?? '', '--take', dot, '--reason', 'Theo thực tế'];
    expect(run(pcs.province, 'resolve', ...decide)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('đề xuất') as string,
    });
    expect(run(pcs.second, 'resolve', conflict?.id ?? '', '--reason', 'x').code).toBe(2);
    expect(run(pcs.second, 'resolve', conflict?.id ?? '', '--value', 'không phải JSON', '--reason', 'x').code).toBe(2);
    expect(read(pcs.second, 'resolve', ...decide)).toMatchObject({ conflict: conflict?.id, value: 'Tổ buôn 1' });
    expect(read(pcs.second, 'conflicts')).toEqual([]);
    expect(run(pcs.second, 'resolve', ...decide).code).toBe(1);
  });
});
