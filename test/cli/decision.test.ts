import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ConflictView } from '#shared/contract/conflict-methods.ts';
import type { ProposalView } from '#shared/contract/proposal-methods.ts';
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

describe('proposals', () => {
  test('are made at the province, answered in the office, and their answer comes back with the next package', () => {
    const { province, second } = pcs;
    expect(run(province, 'propose', 'team', id, 'name', '--value', '"Tổ buôn Một"').code).toBe(2);
    expect(run(province, 'propose', 'team', id, 'name', '--value', '""', '--reason', 'x').code).toBe(1);
    const made = read<{ readonly id: string }>(
      province,
      'propose',
      'team',
      id,
      'note',
      '--value',
      '"Đã kiện toàn"',
      '--reason',
      'Theo báo cáo',
    );
    const receipt = join(base, 'proposal.hgack');
    expect(run(province, 'receipt', '--office', '654', '--out', receipt).code).toBe(0);
    expect(run(second, 'receive', receipt).code).toBe(0);
    expect(read<readonly ProposalView[]>(second, 'proposals', '--open')).toMatchObject([{ id: made.id, state: 'open' }]);
    expect(run(second, 'proposals').stdout).toContain('Theo báo cáo');
    expect(run(province, 'accept', made.id).code).toBe(1);
    expect(read(second, 'accept', made.id, '--reason', 'Đúng')).toEqual({ id: made.id, state: 'accepted' });
    expect(run(second, 'refuse', made.id)).toMatchObject({ code: 1, stderr: expect.stringContaining('trả lời') as string });
    const file = join(base, 'answer.hgpkg');
    expect(run(second, 'export', '--out', file).code).toBe(0);
    expect(run(province, 'merge', file).code).toBe(0);
    expect(read<readonly ProposalView[]>(province, 'proposals')).toMatchObject([
      { id: made.id, state: 'accepted', current: 'Đã kiện toàn', answer: { reason: 'Đúng' } },
    ]);
    const other = read<{ readonly id: string }>(province, 'propose', 'team', id, 'note', '--value', 'null', '--reason', 'Thừa');
    expect(run(province, 'withdraw', other.id).code).toBe(0);
    expect(read<readonly ProposalView[]>(province, 'proposals', '--open')).toEqual([]);
  });
});
