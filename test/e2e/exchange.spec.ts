import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { password, putRecords, run } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

let base = '';
let teamId = '';
let app: RunningApp;
let page: Page;
let count = 0;
const text = words.fork;

test.describe.configure({ mode: 'serial' });

const at = (...names: readonly string[]): string => join(base, ...names);
const ask = <T>(...args: readonly string[]): T => JSON.parse(run([...args, '--json'])) as T;
const hashOf = (workspace: string): string =>
  ask<{ readonly hash: string }>('state-hash', '-w', at(workspace), '--office', '654').hash;

const init = (name: string, tier: string, unit: string, office: string): void => {
  const more = tier === 'province' ? ['--escrow-out', at('escrow.txt')] : [];
  run([
    ...['init', '-w', at(name), '--tier', tier, '--unit', unit, '--as-of', '2019-12-01', '--name', office],
    ...['--user', 'Nguyễn Văn An', '--recovery-out', at(`${name}.txt`), ...more],
  ]);
};

const exportFrom = (workspace: string): string => {
  const file = at(`${(count += 1)}.hgpkg`);
  run(['export', '-w', at(workspace), '--out', file]);
  return file;
};

const put = (name: string, fields: Readonly<Record<string, unknown>> = {}): string =>
  putRecords(at('district'), 'team', [{ name, communeId: '24502', ...fields }])[0] ?? '';

const keep = (name: string, from: string): void => {
  rmSync(at(name), { recursive: true, force: true });
  cpSync(at(from), at(name), { recursive: true });
};

/**
 * A district whose disk is put back from an image, notes of the program and all: nothing tells the program so, it writes numbers again that
 * the province knows otherwise.
 */
test.beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'so-hoa-giai-exchange-'));
  process.env.XDG_STATE_HOME = at('state');
  for (const folder of ['state', 'receipts', 'stick']) mkdirSync(at(folder));
  init('province', 'province', '66', 'Sở Tư pháp tỉnh Đắk Lắk');
  init('district', 'district', '654', 'Phòng Tư pháp huyện Krông Pắc');
  const request = ask<{ readonly fingerprint: string }>('enrol', 'request', '-w', at('district'), '--out', at('a.hgreq'));
  const grant = ask<{ readonly provinceFingerprint: string }>(
    ...['enrol', 'grant', at('a.hgreq'), '-w', at('province'), '--fingerprint', request.fingerprint, '--out', at('a.hgcert')],
  );
  run(['enrol', 'accept', at('a.hgcert'), '-w', at('district'), '--fingerprint', grant.provinceFingerprint]);
  teamId = put('Tổ hòa giải thôn 1');
  run(['merge', exportFrom('district'), '-w', at('province')]);
  run(['receipt', '-w', at('province'), '--office', '654', '--out', at('1.hgack')]);
  run(['receive', at('1.hgack'), '-w', at('district')]);
  run(['backup', '-w', at('district'), '--out', at('old.hgbackup')]);
  keep('district-image', 'district');
  keep('state-image', 'state');
  put('Tổ hòa giải thôn Một', { id: teamId });
  put('Tổ hòa giải thôn 2');
  run(['merge', exportFrom('district'), '-w', at('province')]);
  keep('district', 'district-image');
  keep('state', 'state-image');
  put('Tổ hòa giải buôn 1', { id: teamId });
  const added = put('Tổ hòa giải thôn 9');
  putRecords(at('district'), 'mediator', [
    { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '1965', ethnicGroup: '01', role: 'leader', teamId: added },
  ]);
});

test.afterAll(() => {
  delete process.env.XDG_STATE_HOME;
  rmSync(base, { recursive: true, force: true });
});

const open = async (workspace: string): Promise<void> => {
  app = await launch();
  ({ page } = app);
  app.answerDialogs([at(workspace)]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
};

test.afterEach(() => app.close());

const look = async (name: string): Promise<void> => {
  await page.waitForTimeout(250);
  await app.picture(name);
  await expectAccessible(page, name);
};

/** Tab and arrow to a tab of the screen. */
const choose = async (label: string): Promise<void> => {
  const tab = page.getByRole('radio', { name: new RegExp(`^${label}`) });
  const group = page.getByRole('radiogroup');
  await group.getByRole('radio', { checked: true }).focus();
  for (let step = 0; step < 5 && !(await tab.isChecked()); step += 1) await page.keyboard.press('ArrowRight');
  await expect(tab).toBeChecked();
};

const openFiles = async (...files: readonly string[]): Promise<void> => {
  await pressButton(page, words.nav.inbox);
  app.answerDialogs(files);
  await pressButton(page, words.inbox.open);
};

const exportInWindow = async (): Promise<string> => {
  rmSync(at('stick'), { recursive: true, force: true });
  mkdirSync(at('stick'));
  await pressButton(page, words.nav.exportPackage);
  await tabTo(page, words.exportPackage.folder);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(at('stick'));
  await tabTo(page, words.exportPackage.approve);
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.exportPackage.done);
  const [file = ''] = readdirSync(at('stick')).filter((one) => one.endsWith('.hgpkg'));
  return at('stick', file);
};

const receiveInWindow = async (file: string): Promise<void> => {
  await pressButton(page, words.nav.receipts);
  app.answerDialogs([file]);
  await pressButton(page, words.receipts.open);
};

const newestReceipt = (): string => {
  const [file = ''] = readdirSync(at('receipts')).sort().reverse();
  return at('receipts', file);
};

/** The command line opens the books only once the window has closed them. */
const lock = async (): Promise<void> => {
  await pressButton(page, words.nav.lock);
  await expectText(page, words.start.unlockTitle);
};

test('fork alarm: the bad files hinder nothing, both packages stand side by side, the receipt is issued from the guide', async () => {
  const forked = exportFrom('district');
  writeFileSync(at('letter.hgpkg'), 'không phải gói dữ liệu');
  await open('province');
  await openFiles(at('letter.hgpkg'), forked);
  await expectText(page, /mâu thuẫn với gói đã nhận/);
  await look('inbox-refused');
  await pressButton(page, words.common.back);
  await expectText(page, text.guide);
  await choose(words.inbox.views.waiting);
  await look('inbox-waiting');
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectText(page, words.inbox.kept);
  await look('inbox-entry');
  await pressButton(page, words.inbox.retryOne);
  await expect(page.getByRole('dialog')).toContainText('Tệp không nhận');
  await page.keyboard.press('Escape');
  await pressButton(page, text.guide);
  const guide = page.getByRole('dialog');
  await expect(guide).toContainText(text.whatText[0]);
  await expect(guide).toContainText(text.differs);
  await look('fork-alarm');
  app.answerDialogs([at('receipts')]);
  await pressButton(page, text.issue);
  await expect(guide).toContainText(/Biên nhận số 2/);
  await guide.getByText(text.sendText).scrollIntoViewIfNeeded();
  await look('fork-receipt');
});

test('the PC keeps what was typed on it under new numbers, takes in what it lacked, sees the conflict, exports again', async () => {
  await open('district');
  await receiveInWindow(newestReceipt());
  await expectText(page, /đánh số lại trong đợt ghi mới/);
  await look('fork-mended');
  const file = await exportInWindow();
  await look('fork-exported');
  cpSync(file, at('mended.hgpkg'));
  await pressButton(page, words.nav.home);
  await expectText(page, words.decide.homeConflicts);
});

test('the province looks, leaves a team out with its member named first, puts it back, takes all in: the alarm is settled', async () => {
  await open('province');
  await openFiles(at('mended.hgpkg'));
  await expectText(page, words.inbox.changesTitle);
  await look('merge-preview');
  await tabTo(page, words.inbox.changesTitle);
  const grid = page.getByRole('grid', { name: words.inbox.changesTitle });
  await grid.focus();
  for (let line = 0; line < 20; line += 1) {
    await page.keyboard.press('ArrowDown');
    if (await grid.locator('[aria-selected=true]').filter({ hasText: 'thôn 9' }).count()) break;
  }
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words.leaveOut.follows(1));
  await look('leave-out');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await choose(words.inbox.tabs.out);
  await expectText(page, /Người tiếp nhận đã bỏ ra/);
  await look('left-out');
  await page.getByRole('grid', { name: words.leaveOut.tab }).focus();
  for (let line = 0; line < 3 && (await dialog.count()) === 0; line += 1) {
    await page.keyboard.press('Enter');
    await page.waitForTimeout(100);
    if ((await dialog.count()) === 0) await page.keyboard.press('ArrowDown');
  }
  await expect(dialog).toContainText(words.leaveOut.backText);
  await expect(dialog.getByRole('button', { name: words.leaveOut.back })).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await pressButton(page, words.inbox.apply);
  await expectText(page, words.inbox.changesDone);
  await pressButton(page, words.common.back);
  await expect(page.getByText(text.guide)).toHaveCount(0);
  await lock();
  expect(hashOf('province')).toBe(hashOf('district'));
  const [alarm] = ask<readonly { readonly settled: boolean }[]>('inbox', 'forks', '-w', at('province'));
  expect(alarm?.settled).toBe(true);
});

test('a PC restored from an old backup says so, exports; the province sees what it lacks; the receipt brings it: equal hashes', async () => {
  run(['restore', at('old.hgbackup'), '-w', at('restored')]);
  await open('restored');
  await expectText(page, text.restoredHome);
  await look('restored-home');
  await pressButton(page, words.nav.exportPackage);
  await expectText(page, text.restored);
  await look('restored-export');
  cpSync(await exportInWindow(), at('restored.hgpkg'));
  await app.close();

  await open('province');
  await openFiles(at('restored.hgpkg'));
  await expectText(page, words.inbox.changesTitle);
  await choose(words.inbox.tabs.lacks);
  await expectText(page, words.inbox.lacksText);
  await look('restored-lacks');
  await pressButton(page, words.inbox.apply);
  await expectText(page, words.inbox.changesDone);
  app.answerDialogs([at('receipts')]);
  await pressButton(page, words.inbox.receiptAll);
  await expectText(page, /Đã lập biên nhận số/);
  await app.close();

  await open('restored');
  await receiveInWindow(newestReceipt());
  await expectText(page, /Cập nhật \d+ bản ghi từ cấp tỉnh/);
  await expect(page.getByText(text.restored)).toHaveCount(0);
  await look('restored-caught-up');
  await lock();
  expect(hashOf('restored')).toBe(hashOf('province'));
});
