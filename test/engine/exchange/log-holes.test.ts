import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { restoredFrom } from '#test/support/copied-office.ts';
import { temporaryFolder, type Office } from '#test/support/office.ts';
import { setUpTwoPcs, type TwoPcs } from '#test/support/two-pcs.ts';

const base = temporaryFolder();
let pcs: TwoPcs;
let id = '';
let count = 0;

const name = (ending: string): string => join(base, `hole-${(count += 1)}.${ending}`);
const put = (pc: Office, note: string) => pc.ask('record.put', { kind: 'team', lines: [{ id, note }] });
const notesIn = async (pc: Office): Promise<readonly unknown[]> =>
  (await pc.ask('record.history', { kind: 'team', id }))
    .flatMap(({ fields }) => fields.filter(({ field }) => field === 'note').map(({ after }) => after))
    .sort();

beforeEach(async () => {
  pcs = await setUpTwoPcs(base);
  const { results } = await pcs.first.ask('record.put', { kind: 'team', lines: [{ name: 'Tổ thôn 1', communeId: '24502' }] });
  id = results[0]?.id ?? '';
  await pcs.carry(pcs.first, pcs.province);
  await pcs.carry(pcs.first, pcs.second);
  await pcs.carry(pcs.second, pcs.province);
});

test('a PC that learns of changes by another PC’s package gets their history with the next receipt', async () => {
  const { first, second, province, carry, answer } = pcs;
  await put(first, 'x');
  await carry(first, province);
  await answer(first);
  await carry(first, second);
  expect((await second.ask('record.get', { kind: 'team', id })).values.note).toBe('x');
  await carry(second, province);
  await answer(second);
  expect(await notesIn(second)).toEqual(['x']);
});

test('a province that was brought back gets the history of what its lost receipts had confirmed', async () => {
  const { first, province, carry, answer } = pcs;
  const backup = name('backup');
  await province.ask('workspace.backup', { file: backup });
  await put(first, 'x');
  await carry(first, province);
  await answer(first);
  const back = await restoredFrom(base, backup, `province-${count}`);
  await put(first, 'y');
  await carry(first, back);
  expect((await back.ask('state.hash', { officeId: '654' })).hash).toBe((await first.ask('state.hash', {})).hash);
  const receipt = await back.ask('receipt.issue', { officeId: '654', file: name('hgack') });
  expect(await first.ask('receipt.receive', { file: receipt.file })).toMatchObject({ status: 'applied', complete: true });
  await carry(first, back);
  expect(await notesIn(back)).toEqual(['x', 'y']);
});
