import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { checkBackup } from '#engine/backup-file.ts';
import { readForm } from '#engine/exchange/open-container.ts';
import { isWorkspace } from '#engine/workspace-files.ts';
import { bundledChild } from './bundled-child.ts';
import { attach, pdfOf } from './attached.ts';
import { dataKeyOf, readBooks, type Books } from './books.ts';
import { diskFull, strikeWith } from './fault-points.ts';
import { makeEngine, openStage, perform, type Names, type Stage } from './fault-scenarios.ts';
import { communeOf, enrol, enterTeam, password, setUpOffice, threeMembers } from './office.ts';
import { spreadsheet } from './spreadsheet.ts';

export const scenarioNames: readonly Names[] = [
  'export',
  'apply',
  'undo',
  'restore',
  'issue',
  'receive',
  'import',
  'backup',
  'attach',
  'take-part',
];

/** The world before each operation: closed workspaces and the files that are brought. */
export type World = {
  readonly base: string;
  readonly district: string;
  readonly province: string;
  readonly files: Omit<Stage, 'scenario' | 'workspace' | 'target'>;
};

const decision = { number: '1/QĐ', decidedOn: '2019-01-01', kind: 'other', issuer: 'Ủy ban nhân dân xã' };

export const makeWorld = async (base: string): Promise<World> => {
  const province = await setUpOffice(base, '66');
  const district = await setUpOffice(base, '654');
  await enrol(province, district);
  await enterTeam(district, communeOf['654'] ?? '', threeMembers);
  const first = await district.ask('package.export', { file: join(base, 'first.hgpkg') });
  const [applied] = await province.ask('merge.apply', { files: [first.file] });
  const receipt = await province.ask('receipt.issue', { officeId: '654', file: join(base, 'first.hgack') });
  const put = await district.ask('record.put', { kind: 'decision', lines: [decision] });
  const decisionId = put.results[0]?.id ?? '';
  const second = await district.ask('package.export', { file: join(base, 'second.hgpkg') });
  const { rows } = await district.ask('mediator.list', {});
  await district.ask('record.put', { kind: 'person', lines: [{ id: rows[0]?.personId, phone: '0905111222' }] });
  const backup = await district.ask('workspace.backup', { file: join(base, 'district.hgbackup') });
  await attach(district, decisionId, base, [['held.pdf', pdfOf(3000)]]);
  const third = await district.ask('package.export', { file: join(base, 'third.hgpkg') });
  writeFileSync(join(base, 'scan.pdf'), pdfOf(5000));
  await province.ask('record.put', { kind: 'decision', lines: [decision] });
  for (const office of [province, district]) await office.ask('workspace.lock', {});
  const sheet = spreadsheet(base, 'list', {
    'Xã Ea Kly': [
      ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Tổ hòa giải'],
      [1, 'Phạm Văn Thử', 'Nam', 1970, 'Tổ hòa giải thôn 5'],
      [2, 'Ngô Thị Thử', 'Nữ', 1975, 'Tổ hòa giải thôn 5'],
    ],
  });
  return {
    base,
    district: district.folder,
    province: province.folder,
    files: {
      password,
      package: second.file,
      receipt: receipt.file,
      backup: backup.file,
      spreadsheet: sheet,
      importId: applied?.importId ?? '',
      attached: join(base, 'scan.pdf'),
      decisionId,
      part: third.parts[0]?.file ?? '',
    },
  };
};

const atProvince: readonly Names[] = ['apply', 'undo', 'issue', 'take-part'];

let stageCount = 0;

const setStage = (world: World, scenario: Names): Stage => {
  const folder = join(world.base, `stage-${(stageCount += 1)}`);
  const workspace = join(folder, 'workspace');
  const target = join(folder, 'target');
  mkdirSync(target, { recursive: true });
  cpSync(atProvince.includes(scenario) ? world.province : world.district, workspace, { recursive: true });
  return { ...world.files, scenario, workspace, target };
};

const clear = (stage: Stage): void => {
  rmSync(join(stage.workspace, '..'), { recursive: true, force: true });
};

/** The workspace that an operation writes to. */
const written = ({ scenario, workspace, target }: Stage): string =>
  scenario === 'restore' ? join(target, 'restored') : workspace;

type Outcome = { readonly books: Books; readonly isThere: boolean };

const keyOf = (world: World, { scenario }: Stage): Promise<Uint8Array> =>
  dataKeyOf(atProvince.includes(scenario) ? world.province : world.district);

/** What lies there after an operation: a sound database, no half file under a final name. */
const look = async (world: World, stage: Stage): Promise<Outcome> => {
  for (const name of readdirSync(stage.target)) {
    const file = join(stage.target, name);
    if (/\.hg(pkg|ack|part)$/.test(name)) readForm(readFileSync(file));
    if (name.endsWith('.hgbackup')) checkBackup(file);
  }
  const copies = join(stage.workspace, 'backups');
  for (const name of existsSync(copies) ? readdirSync(copies) : [])
    if (name.endsWith('.hgbackup')) checkBackup(join(copies, name));
  const folder = written(stage);
  if (!isWorkspace(folder)) return { books: {}, isThere: false };
  const { integrity, books } = readBooks(folder, await keyOf(world, stage));
  expect(integrity).toBe('ok');
  return { books, isThere: true };
};

/** What an operation makes of the books: which tables come out the same each time, and how many rows the others have. */
type Change = { readonly before: Books; readonly after: Books; readonly fixed: ReadonlySet<string>; readonly points: number };

const runClean = async (
  world: World,
  scenario: Names,
): Promise<{ readonly before: Books; readonly after: Books; readonly points: number }> => {
  const stage = setStage(world, scenario);
  const engine = makeEngine();
  await openStage(engine, stage);
  await engine.call('workspace.lock', {});
  const before = (await look(world, stage)).books;
  await openStage(engine, stage);
  strikeWith(() => undefined);
  await perform(engine, stage);
  const points = strikeWith(undefined);
  engine.close();
  const after = (await look(world, stage)).books;
  clear(stage);
  return { before, after, points };
};

/** Runs an operation twice without a fault: what differs between the two is chance (keys, salts, ids). */
export const learn = async (world: World, scenario: Names): Promise<Change> => {
  const one = await runClean(world, scenario);
  const two = await runClean(world, scenario);
  const fixed = Object.keys(one.after).filter((table) => one.after[table]?.digest === two.after[table]?.digest);
  return { before: one.before, after: one.after, fixed: new Set(fixed), points: one.points };
};

/** Tables of two books that are not alike. */
const differing = (now: Books, then: Books, fixed: ReadonlySet<string>): readonly string[] =>
  [...new Set([...Object.keys(now), ...Object.keys(then)])].filter((table) =>
    fixed.has(table) ? now[table]?.digest !== then[table]?.digest : now[table]?.rows !== then[table]?.rows,
  );

const isLike = (now: Books, then: Books, fixed: ReadonlySet<string>): boolean => differing(now, then, fixed).length === 0;

const all = (books: Books): ReadonlySet<string> => new Set(Object.keys(books));

/** Rows that are written on purpose before the file is placed: a number is taken and never used twice. */
const numbered: Partial<Record<Names, string>> = { export: 'sent_package', issue: 'receipt_issued' };

const without = (books: Books, table: string): Books =>
  Object.fromEntries(Object.entries(books).filter(([name]) => name !== table));

/** Books that were brought back and that nobody has opened yet are whole: their epoch begins with the first opening. */
const isUnopened = ({ scenario }: Stage, books: Books, { after, fixed }: Change): boolean =>
  scenario === 'restore' &&
  isLike(without(books, 'epoch'), without(after, 'epoch'), fixed) &&
  books.epoch?.rows === (after.epoch?.rows ?? 0) - 1;

/** A content lies there before the record that names it, never the other way round. */
const isContentAhead = ({ scenario }: Stage, books: Books, { before, after }: Change): boolean =>
  scenario === 'attach' &&
  isLike(without(books, 'blob'), without(before, 'blob'), all(before)) &&
  books.blob?.digest === after.blob?.digest;

/** Old, new, or a number taken whose file is not there yet; anything else is a mix. */
const stateOf = (stage: Stage, { books, isThere }: Outcome, change: Change): string => {
  const { before, after, fixed } = change;
  if (!isThere) return 'old';
  if (isLike(books, after, fixed) || isUnopened(stage, books, change)) return 'new';
  if (isLike(books, before, all(before)) || isContentAhead(stage, books, change)) return 'old';
  const table = numbered[stage.scenario];
  const isNumbered = table !== undefined && isLike(without(books, table), without(before, table), all(before));
  if (isNumbered && books[table]?.rows === (before[table]?.rows ?? 0) + 1) return 'numbered';
  const neither = Object.keys(books).filter(
    (name) => books[name]?.digest !== before[name]?.digest && books[name]?.digest !== after[name]?.digest,
  );
  return `mix of ${neither.join(', ')}`;
};

/**
 * After a fault the same operation must succeed, whatever the fault left. Books that were brought back are as after an undisturbed restore
 * once they are opened; a first opening that broke off may have begun an epoch, and the next begins one more, rather than ever one too few.
 */
const again = async (world: World, stage: Stage, { after, fixed }: Change): Promise<void> => {
  const engine = makeEngine();
  const folder = written(stage);
  if (stage.scenario === 'restore' && isWorkspace(folder)) {
    const reply = await engine.call('workspace.unlock', { folder, password });
    expect(reply.ok).toBe(true);
  } else {
    await openStage(engine, stage);
    await perform(engine, stage).catch((error: unknown) => {
      expect(String(error)).toMatch(/import-undone|attachment-known/);
    });
  }
  engine.close();
  const { books, isThere } = await look(world, stage);
  expect(isThere).toBe(true);
  if (stage.scenario !== 'restore') return;
  expect(differing(without(books, 'epoch'), without(after, 'epoch'), fixed)).toEqual([]);
  expect([0, 1]).toContain((books.epoch?.rows ?? 0) - (after.epoch?.rows ?? 0));
};

export type Answer = { readonly state: string; readonly failed: string };

/** Fails one write of an operation with a full disk, and looks at what is left. */
export const failAt = async (world: World, scenario: Names, change: Change, at: number, withRepeat: boolean): Promise<Answer> => {
  const stage = setStage(world, scenario);
  const engine = makeEngine();
  await openStage(engine, stage);
  strikeWith((point, moment) => {
    if (point.number === at && moment === 'before') throw diskFull(point);
  });
  const failed = await perform(engine, stage).then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
  strikeWith(undefined);
  engine.close();
  const state = stateOf(stage, await look(world, stage), change);
  if (withRepeat) await again(world, stage, change);
  clear(stage);
  return { state, failed };
};

let child: string | undefined;

/** Kills a process at one write of an operation, and looks at what is left. */
export const killAt = async (
  world: World,
  scenario: Names,
  change: Change,
  at: number,
  moment: 'before' | 'after',
): Promise<Answer> => {
  const stage = setStage(world, scenario);
  const started = (child ??= bundledChild('fault-child'));
  const failed = await new Promise<string>((settle) => {
    const running = spawn(process.execPath, [started, JSON.stringify(stage), String(at), moment], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    running.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    running.on('close', (code, signal) => {
      settle(signal ?? `${code} ${errors}`);
    });
  });
  const state = stateOf(stage, await look(world, stage), change);
  await again(world, stage, change);
  clear(stage);
  return { state, failed };
};
