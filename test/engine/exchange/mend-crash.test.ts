import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyOf } from '#test/support/copied-office.ts';
import { diskFull, strikeWith } from '#test/support/fault-points.ts';
import { communeOf, enrol, enterTeam, setUpOffice, temporaryFolder, threeMembers, type Office } from '#test/support/office.ts';
import { checkTruth } from '#test/support/real-account.ts';
import { openWatched, scrap, type WatchedOffice } from '#test/support/watched-office.ts';

const base = temporaryFolder();
const pointsTried = 12;
let province: Office;
let forked = '';
let receipt = '';
let count = 0;

const note = (office: Office, id: string, text: string) =>
  office.ask('record.put', { kind: 'team', lines: [{ id, note: text }] });

beforeAll(async () => {
  province = await setUpOffice(base, '66');
  const district = await setUpOffice(base, '654');
  await enrol(province, district);
  const { teamId } = await enterTeam(district, communeOf['654'] ?? '', threeMembers);
  const copy = await copyOf(base, district, 'forked');
  for (const [office, text] of [
    [district, 'một'],
    [copy, 'hai'],
  ] as const) {
    await note(office, teamId, text);
    const { file } = await office.ask('package.export', { file: join(base, `${text}.hgpkg`) });
    await province.ask('merge.apply', { files: [file] });
  }
  expect(await province.ask('fork.list', {})).toHaveLength(1);
  receipt = (await province.ask('receipt.issue', { officeId: '654', file: join(base, 'mend.hgack') })).file;
  await copy.ask('workspace.lock', {});
  forked = copy.folder;
}, 300_000);

const stage = async (): Promise<WatchedOffice> => {
  const folder = join(base, `stage-${(count += 1)}`);
  cpSync(forked, folder, { recursive: true });
  return openWatched(folder);
};
const valuesOf = async (office: WatchedOffice): Promise<readonly string[]> =>
  (await office.look('654')).log.flatMap(({ entry }) => Object.values(entry.fields).map((one) => one.salt ?? '')).sort();

test('a fork is mended in whole steps: where a write fails, the books say what their log says, lose nothing, and can be mended again', async () => {
  const clean = await stage();
  const written = await valuesOf(clean);
  strikeWith(() => undefined);
  await clean.ask('receipt.receive', { file: receipt });
  const points = strikeWith(undefined);
  const mended = await valuesOf(clean);
  scrap(clean);
  for (let index = 0; index < pointsTried; index += 1) {
    const at = 1 + Math.round((index * (points - 1)) / (pointsTried - 1));
    const office = await stage();
    strikeWith((point, moment) => {
      if (point.number === at && moment === 'before') throw diskFull(point);
    });
    const reply = await office.engine.call('receipt.receive', { file: receipt });
    strikeWith(undefined);
    const left = await valuesOf(office);
    expect([at, left]).toEqual([at, reply.ok ? mended : written]);
    checkTruth(await office.look('654'));
    await office.ask('receipt.receive', { file: receipt });
    expect(await valuesOf(office)).toEqual(mended);
    checkTruth(await office.look('654'));
    scrap(office);
  }
}, 600_000);
