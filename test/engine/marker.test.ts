import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import {
  communeOf,
  enterTeam,
  fixedClock,
  newEngine,
  officeOn,
  password,
  temporaryFolder,
  threeMembers,
  type Office,
} from '#test/support/office.ts';

const base = temporaryFolder();
let count = 0;
let here: string;
let folder: string;
let office: Office;

const openOn = async (machine: string, place: string): Promise<Office> => {
  const clock = fixedClock();
  const opened = officeOn(newEngine(clock, machine), place, clock);
  await opened.ask('workspace.unlock', { folder: place, password });
  return opened;
};

const epochOf = async (one: Office): Promise<string> => (await one.ask('workspace.summary', {})).epoch?.split('-')[0] ?? '';
const close = async (one: Office): Promise<void> => {
  await one.ask('workspace.lock', {});
};
const copyTo = (from: string, to: string): string => {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  return to;
};

beforeEach(async () => {
  count += 1;
  here = join(base, `machine-${count}`);
  folder = join(base, `workspace-${count}`);
  const clock = fixedClock();
  office = officeOn(newEngine(clock, here), folder, clock);
  const unit = { tier: 'district', unit: '654', asOf: '2019-12-01', officeName: 'Phòng Tư pháp huyện Krông Pắc' } as const;
  await office.ask('workspace.create', { folder, ...unit, userName: 'Nguyễn Văn Thử', password });
  await enterTeam(office, communeOf['654'] ?? '', threeMembers);
});

test('the original goes on in its epoch, however often it is opened', async () => {
  for (let times = 0; times < 3; times += 1) {
    await close(office);
    office = await openOn(here, folder);
    await enterTeam(office, communeOf['654'] ?? '', threeMembers);
    expect(await epochOf(office)).toBe('1');
  }
});

test('a copy in another place starts an epoch of its own, once; the original does not', async () => {
  await close(office);
  const place = copyTo(folder, `${folder}-copy`);
  const copy = await openOn(here, place);
  expect(await epochOf(copy)).toBe('2');
  await close(copy);
  expect(await epochOf(await openOn(here, place))).toBe('2');
  expect(await epochOf(await openOn(here, folder))).toBe('1');
});

test('on another machine it starts an epoch', async () => {
  await close(office);
  expect(await epochOf(await openOn(join(base, `other-machine-${count}`), folder))).toBe('2');
});

test('an older state put back in its place starts an epoch, before it writes a number again', async () => {
  await close(office);
  const old = copyTo(folder, `${folder}-old`);
  office = await openOn(here, folder);
  await enterTeam(office, communeOf['654'] ?? '', threeMembers);
  await close(office);
  copyTo(old, folder);
  expect(await epochOf(await openOn(here, folder))).toBe('2');
});

test('a note that a crash left behind is no matter', async () => {
  await close(office);
  const notes = copyTo(here, `${here}-old`);
  office = await openOn(here, folder);
  await enterTeam(office, communeOf['654'] ?? '', threeMembers);
  await close(office);
  copyTo(notes, here);
  expect(await epochOf(await openOn(here, folder))).toBe('1');
});

test('where nothing can be noted every workspace goes on', async () => {
  await close(office);
  const blocked = join(base, `file-${count}`);
  mkdirSync(blocked);
  cpSync(join(folder, 'keys.json'), join(blocked, 'no-folder'));
  expect(await epochOf(await openOn(join(blocked, 'no-folder', 'markers'), folder))).toBe('1');
});
