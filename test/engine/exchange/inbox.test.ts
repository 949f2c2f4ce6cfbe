import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { MergeResult } from '#shared/contract/views.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';

const base = temporaryFolder();
let province: Office;
let district: Office;
const files: string[] = [];

const applyUntil = async (stopAfter: number, each: Record<string, { leaveOut: string[]; diffHash: string }> = {}) => {
  const signal = { aborted: false, addEventListener: () => undefined };
  const reply = await province.engine.call(
    'merge.apply',
    { files, each },
    {
      signal,
      onProgress: ({ done }) => {
        signal.aborted = done === stopAfter;
      },
    },
  );
  return reply;
};
const statusOf = (results: readonly MergeResult[]) => results.map(({ status, failure }) => failure?.code ?? status);

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  for (let index = 0; index < 3; index += 1) {
    await enterTeam(district, communeOf['654'] ?? '', threeMembers);
    const { file } = await district.ask('package.export', { file: join(base, `${index}.hgpkg`) });
    files.push(file);
  }
  const damaged = readFileSync(files[1] ?? '');
  damaged[damaged.length - 200] = (damaged[damaged.length - 200] ?? 0) ^ 1;
  writeFileSync(join(base, 'damaged.hgpkg'), damaged);
  files.splice(1, 0, join(base, 'damaged.hgpkg'), join(base, 'not-there.hgpkg'));
});

test('who stops before anything is done is told so; who stops later keeps what is done, and goes on where it stopped', async () => {
  expect(await applyUntil(0)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(await province.ask('imports.list', {})).toEqual([]);
  const stopped = await applyUntil(3);
  expect(stopped.ok && statusOf(stopped.value)).toEqual(['applied', 'package-form', 'file-missing']);
  expect((await province.ask('imports.list', {})).length).toBe(1);
  const whole = await applyUntil(-1);
  expect(whole.ok && statusOf(whole.value)).toEqual(['already-received', 'package-form', 'file-missing', 'applied', 'applied']);
  const inbox = await province.ask('inbox.list', {});
  expect(inbox.filter(({ waiting }) => waiting).map(({ fileName, code }) => [fileName, code])).toEqual([
    ['damaged.hgpkg', 'package-form'],
  ]);
});

test('what was agreed to for one file guards that file alone', async () => {
  const teamId = (await enterTeam(district, communeOf['654'] ?? '', threeMembers)).teamId;
  const { file } = await district.ask('package.export', { file: join(base, 'arranged.hgpkg') });
  const [whole] = await province.ask('merge.preview', { files: [file] });
  expect(whole?.duplicates.map(({ name }) => name).toSorted()).toEqual(threeMembers.map(({ fullName }) => fullName).toSorted());
  const [shown] = await province.ask('merge.preview', { files: [file], leaveOut: [`team/${teamId}`] });
  const refused = await province.ask('merge.apply', { files: [file], each: { [file]: { diffHash: 'x' } } });
  expect(statusOf(refused)).toEqual(['preview-outdated']);
  const [applied] = await province.ask('merge.apply', {
    files: [file],
    each: { [file]: { leaveOut: [`team/${teamId}`], diffHash: shown?.diffHash ?? '' } },
  });
  expect([applied?.status, applied?.duplicates]).toEqual(['applied', []]);
  expect((await province.ask('setAside.list', {})).some(({ id }) => id === teamId)).toBe(true);
});
