import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ConflictView, DecidedConflict } from '#shared/contract/conflict-methods.ts';
import type { ProposalView } from '#shared/contract/proposal-methods.ts';
import { copyOf } from '#test/support/copied-office.ts';
import { shg } from '#test/support/command-line.ts';
import { password, temporaryFolder } from '#test/support/office.ts';
import { setUpTwoPcs, type TwoPcs } from '#test/support/two-pcs.ts';

const base = temporaryFolder();
/** A record as the command line shows it. */
type RecordView = Readonly<Record<string, unknown>>;

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

  test('that were decided are listed and decided again between the same values', () => {
    const [decided] = read<readonly DecidedConflict[]>(pcs.second, 'conflicts', '--decided');
    expect(decided).toMatchObject({ id: `team/${id}/name`, standing: true, reason: 'Theo thực tế' });
    expect(run(pcs.second, 'conflicts', '--decided').stdout).toContain('Tổ thôn Một');
    const other = decided?.values.find((one) => one.value === 'Tổ thôn Một')?.dot ?? '';
    const again = [decided?.id ?? '', '--take', other, '--reason', 'Chọn nhầm', '--again'];
    expect(run(pcs.province, 'resolve', ...again).code).toBe(1);
    expect(read(pcs.second, 'resolve', ...again)).toMatchObject({ value: 'Tổ thôn Một', removed: false });
    expect(read(pcs.second, 'conflicts', '--decided')).toMatchObject([{ standing: true, reason: 'Chọn nhầm' }]);
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
    expect(read(second, 'refuse', made.id, '--reason', 'Nhầm')).toEqual({ id: made.id, state: 'refused' });
    expect(run(second, 'accept', made.id)).toMatchObject({ code: 1, stderr: expect.stringContaining('trả lời') as string });
    expect(read<RecordView>(second, 'show', 'team', id)).not.toHaveProperty('note');
    expect(read(second, 'accept', made.id, '--again', '--reason', 'Đúng')).toEqual({ id: made.id, state: 'accepted' });
    expect(read<RecordView>(second, 'show', 'team', id)).toMatchObject({ note: 'Đã kiện toàn' });
    const file = join(base, 'answer.hgpkg');
    expect(run(second, 'export', '--out', file).code).toBe(0);
    expect(run(province, 'merge', file).code).toBe(0);
    expect(read<readonly ProposalView[]>(province, 'proposals')).toMatchObject([
      { id: made.id, state: 'accepted', current: 'Đã kiện toàn', answer: { reason: 'Đúng' } },
    ]);
    expect(run(second, 'refuse', made.id)).toMatchObject({ code: 1, stderr: expect.stringContaining('trả lời') as string });
    expect(read(second, 'refuse', made.id, '--again', '--reason', 'Nhầm')).toEqual({ id: made.id, state: 'refused' });
    expect(read<RecordView>(second, 'show', 'team', id)).not.toHaveProperty('note');
    // What was proposed rested on a value that changed since, by the acceptance itself.
    expect(run(second, 'accept', made.id, '--again')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('sửa trực tiếp') as string,
    });
    const other = read<{ readonly id: string }>(province, 'propose', 'team', id, 'note', '--value', 'null', '--reason', 'Thừa');
    expect(run(province, 'withdraw', other.id).code).toBe(0);
    expect(read<readonly ProposalView[]>(province, 'proposals', '--open')).toEqual([]);
  });
});

describe('the province', () => {
  test('answers all offices at once, into a folder', () => {
    const folder = join(base, 'answers');
    expect(run(pcs.province, 'receipt', '--all').code).toBe(2);
    mkdirSync(folder);
    const made = read<readonly { readonly officeId: string; readonly file: string }[]>(
      pcs.province,
      'receipt',
      '--all',
      '--to',
      folder,
    );
    expect(made.map(({ officeId }) => officeId)).toEqual(['654']);
    expect(run(pcs.second, 'receive', made[0]?.file ?? '').code).toBe(0);
  });

  test('leaves items out, lists what stands aside, shows what an undo takes back, and takes it in again', () => {
    const { province, second } = pcs;
    const line = `${JSON.stringify({ id, note: 'Ghi thêm' })}\n`;
    expect(shg(['put', 'team', '-w', second.folder], { password, input: line }).code).toBe(0);
    const file = join(base, 'late.hgpkg');
    expect(run(second, 'export', '--out', file).code).toBe(0);
    const item = `team/${id}/note`;
    expect(read(province, 'merge', file, '--leave-out', item)).toMatchObject([
      { status: 'applied', setAside: [{ id, field: 'note', reason: 'left-out' }] },
    ]);
    expect(run(province, 'inbox', 'set-aside').stdout).toContain(item);
    const [newest] = read<readonly { readonly id: string }[]>(province, 'imports');
    expect(read(province, 'undo', newest?.id ?? '', '--preview')).toMatchObject({ imports: [{ id: newest?.id }] });
    expect(run(province, 'undo', newest?.id ?? '', '--reason', 'Để sót').code).toBe(0);
    expect(run(province, 'merge', file).code).toBe(0);
    expect(read(province, 'inbox', 'set-aside')).toEqual([]);
    expect(read<RecordView>(province, 'show', 'team', id).note).toBe('Ghi thêm');
  });

  test('lists refused files and forks, and tries one file again', async () => {
    const { province, second } = pcs;
    const strange = join(base, 'strange.hgpkg');
    writeFileSync(strange, 'không phải gói');
    expect(run(province, 'merge', strange).code).toBe(3);
    const [entry] = read<readonly { readonly id: string; readonly code: string }[]>(province, 'inbox', 'list');
    expect(entry).toMatchObject({ code: 'package-form' });
    expect(run(province, 'inbox', 'retry', '--entry', entry?.id ?? '').code).toBe(3);
    expect(read(province, 'inbox', 'forks')).toEqual([]);
    await second.ask('workspace.unlock', { folder: second.folder, password });
    const copy = await copyOf(base, second, 'copy');
    for (const [pc, note] of [
      [second, 'một'],
      [copy, 'hai'],
    ] as const) {
      await pc.ask('record.put', { kind: 'team', lines: [{ id, note }] });
      const { file } = await pc.ask('package.export', { file: join(base, `${note}.hgpkg`) });
      run(province, 'merge', file);
    }
    const forks = read<readonly { readonly settled: boolean }[]>(province, 'inbox', 'forks');
    expect(forks.length).toBe(1);
    expect(run(province, 'inbox', 'forks').stdout).toContain('shg receipt --office 654');
  });
});
