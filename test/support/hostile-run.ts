import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { failureExits, type FailureCode } from '#shared/contract/failure.ts';
import { dataKeyOf, readBooks, type Books } from './books.ts';
import { chanceOf } from './chance.ts';
import { contentOf, enrolByHand, type Change } from './hand-made-sender.ts';
import { mutate, type Loot } from './hostile-mutation.ts';
import { communeOf, enrol, enterTeam, password, setUpOffice, threeMembers, type Office } from './office.ts';

/** A province with two offices, one of which has fallen to an attacker, and what he holds. */
export type Siege = { readonly province: Office; readonly district: Office; readonly loot: Loot };

const teamId = randomUUID();
const changes: readonly Change[] = [
  { kind: 'team', id: teamId, field: 'name', value: 'Tổ hòa giải thôn 1' },
  { kind: 'team', id: teamId, field: 'communeId', value: '24373' },
  { kind: 'decision', id: randomUUID(), field: 'number', value: '12/QĐ-UBND' },
];

const exportWith = async (office: Office, base: string, number: string): Promise<string> => {
  const line = { number, decidedOn: '2019-01-01', kind: 'other', issuer: 'Ủy ban nhân dân xã' };
  await office.ask('record.put', { kind: 'decision', lines: [line] });
  return (await office.ask('package.export', { folder: base })).file;
};

export const besiege = async (base: string): Promise<Siege> => {
  const province = await setUpOffice(base, '66');
  const district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);
  const received = await district.ask('package.export', { folder: base });
  await province.ask('merge.apply', { files: [received.file] });
  const onTheWay = [await exportWith(district, base, '1/QĐ'), await exportWith(district, base, '2/QĐ')];
  const sender = await enrolByHand(province, base, '651');
  const genuine = onTheWay.map((file) => readFileSync(file));
  return { province, district, loot: { genuine, sender, content: contentOf(sender, changes) } };
};

/** Closes a workspace, reads all its tables, and opens it again. */
export const closedBooks = async (office: Office): Promise<{ readonly integrity: string; readonly books: Books }> => {
  await office.ask('workspace.lock', {});
  const books = readBooks(office.folder, await dataKeyOf(office.folder));
  await office.ask('workspace.unlock', { folder: office.folder, password });
  return books;
};

export type Tally = { readonly refused: number; readonly accepted: number; readonly byCode: Readonly<Record<string, number>> };

const sentence = /^\p{Lu}.*\.$/u;

/** Brings mutated files to the province one by one, as a clerk would. Every one must be refused with a code and a sentence. */
export const assault = async ({ province, loot }: Siege, base: string, seed: number, count: number): Promise<Tally> => {
  const chance = chanceOf(seed);
  const byCode: Record<string, number> = {};
  const file = join(base, 'hostile.hgpkg');
  let accepted = 0;
  for (let index = 0; index < count; index += 1) {
    const { name, bytes } = await mutate(loot, chance);
    writeFileSync(file, bytes);
    const [result] = await province.ask('merge.apply', { files: [file] });
    if (result?.status !== 'refused') {
      accepted += 1;
      writeFileSync(join(base, `accepted-${seed}-${index}.hgpkg`), bytes);
    }
    const code = result?.failure?.code as FailureCode | undefined;
    const seen = { name, index, seed, status: result?.status, exit: code && failureExits[code] };
    expect(seen).toEqual({ name, index, seed, status: 'refused', exit: 3 });
    expect(result?.message).toMatch(sentence);
    byCode[code ?? ''] = (byCode[code ?? ''] ?? 0) + 1;
  }
  rmSync(file, { force: true });
  return { refused: Object.values(byCode).reduce((sum, one) => sum + one, 0), accepted, byCode };
};
