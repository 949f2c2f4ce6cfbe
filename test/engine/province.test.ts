import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDemo, demoPassword } from '#engine/demo/demo.ts';
import { handlers } from '#engine/handlers.ts';
import { fixedClock, newEngine, officeOn, temporaryFolder, type Office } from '#test/support/office.ts';

const base = temporaryFolder();

const open = async (folder: string): Promise<Office> => {
  const clock = fixedClock();
  const office = officeOn(newEngine(clock), folder, clock);
  await office.ask('workspace.unlock', { folder, password: demoPassword });
  return office;
};

const hashes = async (province: Office, offices: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const found = await Promise.all(offices.map((officeId) => province.ask('state.hash', { officeId })));
  return Object.fromEntries(found.map(({ office, hash }) => [office, hash]));
};

test(
  'all 15 districts of the demo merge at the province: every hash is its envelope’s, and the same files again or in another order change nothing',
  { timeout: 900_000 },
  async () => {
    const demo = await makeDemo({ folder: base, scale: 'province', seed: 3, handlers, onProgress: () => undefined });
    expect(demo.districts).toHaveLength(15);
    const province = await open(demo.province);
    const backup = join(base, 'before.hgbackup');
    await province.ask('workspace.backup', { file: backup });
    const files = readdirSync(join(base, 'packages'))
      .filter((name) => name.endsWith('.hgpkg'))
      .map((name) => join(base, 'packages', name));
    const envelopes = await Promise.all(files.map((file) => province.ask('package.verify', { file })));
    const expected = Object.fromEntries(envelopes.map((one) => [one.office ?? '', one.stateHash ?? '']));

    const results = await province.ask('merge.apply', { files });
    expect(results.every((one) => one.status === 'applied' && one.stateHashMatches === true && one.conflicts.length === 0)).toBe(
      true,
    );
    const offices = Object.keys(expected);
    expect(await hashes(province, offices)).toEqual(expected);
    expect((await province.ask('team.list', { limit: 1 })).total).toBeGreaterThan(2000);
    expect((await province.ask('mediator.list', { limit: 1 })).total).toBeGreaterThan(12_000);

    const again = await province.ask('merge.apply', { files: [...files].reverse() });
    expect(again.every((one) => one.status === 'already-received')).toBe(true);
    expect(await hashes(province, offices)).toEqual(expected);

    const other = officeOn(newEngine(fixedClock()), join(base, 'restored'), fixedClock());
    await other.ask('workspace.restore', { backup, folder: join(base, 'restored') });
    await other.ask('workspace.unlock', { password: demoPassword });
    expect(await hashes(other, offices)).not.toEqual(expected);
    const last = [...files].reverse().slice(0, 6);
    const others = (await other.ask('merge.apply', { files: last })).map((one) => one.office ?? '');
    expect(others).toHaveLength(6);
    expect(await hashes(other, others)).toEqual(Object.fromEntries(others.map((office) => [office, expected[office]])));
  },
);
