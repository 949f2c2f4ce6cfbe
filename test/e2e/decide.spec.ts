import { cpSync, mkdtempSync, rmSync } from 'node:fs';
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
const text = words.decide;

test.describe.configure({ mode: 'serial' });

const at = (name: string): string => join(base, name);
const ask = <T>(...args: readonly string[]): T => JSON.parse(run([...args, '--json'])) as T;

const init = (name: string, tier: string, unit: string): void => {
  const more = tier === 'province' ? ['--escrow-out', at('escrow.txt')] : [];
  run([
    ...['init', '-w', at(name), '--tier', tier, '--unit', unit, '--as-of', '2019-12-01', '--name', `Cơ quan ${unit}`],
    ...['--user', 'Nguyễn Văn An', '--recovery-out', at(`${name}.txt`), ...more],
  ]);
};

const enrol = (name: string, ...more: readonly string[]): void => {
  const request = ask<{ readonly fingerprint: string }>('enrol', 'request', '-w', at(name), '--out', at(`${name}.hgreq`));
  const grant = ask<{ readonly provinceFingerprint: string }>(
    ...['enrol', 'grant', at(`${name}.hgreq`), '-w', at('province'), '--fingerprint', request.fingerprint],
    ...['--out', at(`${name}.hgcert`), ...more],
  );
  run(['enrol', 'accept', at(`${name}.hgcert`), '-w', at(name), '--fingerprint', grant.provinceFingerprint]);
};

const answer = (to: string): void => {
  const file = at(`${(count += 1)}.hgack`);
  run(['receipt', '-w', at('province'), '--office', '654', '--out', file]);
  run(['receive', file, '-w', at(to)]);
};

const carry = (from: string, to: string): string => {
  const file = at(`${(count += 1)}.hgpkg`);
  run(['export', '-w', at(from), '--out', file]);
  run(['merge', file, '-w', at(to)]);
  return file;
};

test.beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'so-hoa-giai-decide-'));
  init('province', 'province', '66');
  init('first', 'district', '654');
  init('second', 'district', '654');
  enrol('first');
  enrol('second', '--second-installation');
  answer('first');
  [teamId = ''] = putRecords(at('first'), 'team', [{ name: 'Tổ hòa giải thôn 1', communeId: '24502' }]);
  carry('first', 'second');
  putRecords(at('first'), 'team', [{ id: teamId, name: 'Tổ hòa giải thôn Một' }]);
  putRecords(at('second'), 'team', [{ id: teamId, name: 'Tổ hòa giải buôn 1' }]);
  carry('second', 'first');
});

test.afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

const open = async (workspace: string): Promise<void> => {
  app = await launch();
  ({ page } = app);
  cpSync(at(workspace), join(app.folder, workspace), { recursive: true });
  app.answerDialogs([join(app.folder, workspace)]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
};

/** What was done in the window is what the command line works on afterwards. */
const close = async (workspace: string): Promise<void> => {
  await pressButton(page, words.nav.lock);
  await page.waitForTimeout(300);
  rmSync(at(workspace), { recursive: true, force: true });
  cpSync(join(app.folder, workspace), at(workspace), { recursive: true });
  await app.close();
};

const look = async (name: string): Promise<void> => {
  await page.waitForTimeout(250);
  await app.picture(name);
  await expectAccessible(page, name);
};

const lookWide = async (name: string): Promise<void> => {
  const resize = async (width: number, height: number): Promise<void> => {
    await app.app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(...size);
      },
      [width, height] as const,
    );
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeGreaterThan(width - 10);
  };
  await resize(1920, 1080);
  await look(name);
  await resize(1366, 768);
};

/** Tab and arrows to one of the lists. */
const choose = async (label: string): Promise<void> => {
  const group = page.getByRole('radiogroup', { name: text.title });
  await group.getByRole('radio', { checked: true }).focus();
  for (let step = 0; step < 3; step += 1) {
    if (await page.getByRole('grid', { name: label }).count()) break;
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(100);
  }
  await expect(page.getByRole('grid', { name: label })).toBeVisible();
};

const grid = (name: string) => page.getByRole('grid', { name });

const tabToGrid = async (name: string): Promise<void> => {
  for (let step = 0; step < 8 && !(await grid(name).evaluate((one) => one === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await expect(grid(name)).toBeFocused();
};

const teamName = (workspace: string): string => ask<{ readonly name: string }>('show', 'team', teamId, '-w', at(workspace)).name;
const hashOf = (workspace: string): string =>
  ask<{ readonly hash: string }>('state-hash', '-w', at(workspace), '--office', '654').hash;

test('two PCs of an office changed the same field: home says so, every value is seen, one is taken with a reason', async () => {
  await open('first');
  await expectText(page, text.homeConflicts);
  await look('home-conflict');
  await pressButton(page, text.decide);
  await expect(grid(text.conflicts)).toBeFocused();
  await look('conflicts');
  await page.keyboard.press('Enter');
  await expectText(page, 'Tổ hòa giải buôn 1');
  await look('conflict');
  await page.getByRole('dialog').getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const chosen = await page.getByRole('dialog').getByRole('radio', { checked: true }).getAttribute('value');
  expect(chosen).not.toBeNull();
  await tabTo(page, text.reason);
  await page.keyboard.insertText('Theo quyết định thành lập');
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.decided);
  await expectText(page, text.noConflicts);
  await close('first');
});

test('a decision is decided again for another reason: the list shows the newest, with who, when and why', async () => {
  const taken = teamName('first');
  await open('first');
  await pressButton(page, words.nav.decide);
  await choose(text.decidedTitle);
  await look('decided');
  await tabToGrid(text.decidedTitle);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(taken);
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await tabTo(page, text.reason);
  await page.keyboard.insertText('Xã đính chính tên tổ');
  await look('decide-again');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(grid(text.decidedTitle)).toContainText('Xã đính chính tên tổ');
  await expect(grid(text.decidedTitle)).toContainText(text.stands);
  await lookWide('decided-twice-wide');
  await close('first');
  expect(teamName('first')).not.toBe(taken);
});

test('the other PC of the office takes the package in: no conflict is left, both PCs hold the same', async () => {
  run(['export', '-w', at('first'), '--out', at('to-second.hgpkg')]);
  await open('second');
  await pressButton(page, words.nav.ownInbox);
  await expectText(page, words.inbox.ownIntro);
  app.answerDialogs([at('to-second.hgpkg')]);
  await pressButton(page, words.inbox.open);
  await expectText(page, words.inbox.changesTitle);
  await look('other-pc-preview');
  await pressButton(page, words.inbox.apply);
  await expectText(page, words.inbox.changesDone);
  await look('other-pc-taken-in');
  await pressButton(page, words.common.back);
  await expectText(page, text.inForce);
  await lookWide('other-pc-imports-wide');
  await pressButton(page, words.nav.decide);
  await expectText(page, text.noConflicts);
  await choose(text.decidedTitle);
  await expect(grid(text.decidedTitle)).toContainText(text.stands);
  await look('other-pc-decided');
  await close('second');
  expect(teamName('second')).toBe(teamName('first'));
  carry('second', 'first');
  expect(hashOf('second')).toBe(hashOf('first'));
});

test('the province proposes another value; the office refuses, then accepts after all; the province reads the last answer', async () => {
  carry('first', 'province');
  await open('province');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Enter');
  await pressButton(page, text.propose);
  await expectText(page, text.proposeIntro);
  const field = page.getByRole('dialog').getByRole('textbox').first();
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Tổ hòa giải thôn 1, buôn 1');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('Trùng tên với tổ khác');
  await look('propose');
  await page.keyboard.press('Control+Enter');
  await expectText(page, text.proposeMade);
  await close('province');
  answer('first');
  const before = teamName('first');
  await open('first');
  await expectText(page, text.homeProposals);
  await pressButton(page, text.decide);
  await expect(grid(text.proposals)).toBeFocused();
  await expect(grid(text.proposals)).toContainText(text.states.open);
  await look('proposals');
  await page.keyboard.press('Enter');
  await expectText(page, text.answerTitle);
  await look('proposal');
  await tabTo(page, text.answerReason);
  await page.keyboard.insertText('Chờ quyết định của xã');
  await pressButton(page, text.refuse);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(grid(text.proposals)).toContainText('Chờ quyết định của xã');
  await close('first');
  expect(teamName('first')).toBe(before);
  carry('first', 'province');
  await open('province');
  await pressButton(page, words.nav.decide);
  await choose(text.proposals);
  await expect(grid(text.proposals)).toContainText(text.states.refused);
  await look('proposal-refused');
  await close('province');

  await open('first');
  await pressButton(page, words.nav.decide);
  await choose(text.proposals);
  await tabToGrid(text.proposals);
  await page.keyboard.press('Enter');
  await expectText(page, text.changeRefusedText);
  await look('proposal-change');
  await pressButton(page, text.accept);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(grid(text.proposals)).toContainText(text.states.accepted);
  await close('first');
  expect(teamName('first')).toBe('Tổ hòa giải thôn 1, buôn 1');
  carry('first', 'province');
  const [proposal] = ask<readonly { readonly state: string }[]>('proposals', '-w', at('province'));
  expect(proposal?.state).toBe('accepted');
});

test('a proposal that comes after the field was changed shows as outdated: it can only be refused', async () => {
  const value = JSON.stringify('Tổ hòa giải buôn Một');
  run(['propose', '-w', at('province'), 'team', teamId, 'name', '--value', value, '--reason', 'Theo địa danh mới']);
  putRecords(at('first'), 'team', [{ id: teamId, name: 'Tổ hòa giải thôn 1A' }]);
  answer('first');
  await open('first');
  await pressButton(page, text.decide);
  await expect(grid(text.proposals)).toContainText(text.shortStates.outdated);
  await page.keyboard.press('Enter');
  await expectText(page, text.outdatedText);
  await expect(page.getByRole('button', { name: text.accept })).toBeDisabled();
  await look('proposal-outdated');
  await pressButton(page, text.refuse);
  await expect(page.getByRole('dialog')).toBeHidden();
  await lookWide('proposals-answered-wide');
  await close('first');
  carry('first', 'province');
});

test('a package is taken back: what goes is named before, the office’s package is exported again', async () => {
  answer('first');
  await open('province');
  await pressButton(page, words.nav.inbox);
  await expectText(page, text.imports);
  await look('imports');
  await pressButton(page, text.undo);
  await expectText(page, text.undoImports);
  await look('import-take-back');
  await tabTo(page, text.reason);
  await page.keyboard.insertText('Gửi nhầm');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expectText(page, text.undoDone);
  await expectText(page, text.undone);
  await look('import-taken-back');
  await close('province');
  answer('first');
  await open('first');
  await pressButton(page, words.nav.exportPackage);
  await expectText(page, /đã xuất, chờ biên nhận/);
  await look('export-taken-back');
  await app.close();
});
