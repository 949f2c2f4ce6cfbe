import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { failureSentences } from '#shared/text/failure-sentences.vi.ts';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import { revertWords } from '#shared/text/revert-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { stepWords } from '#shared/text/step-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { password, startOffice } from './support/books.ts';

const books = mkdtempSync(join(tmpdir(), 'so-hoa-giai-bulk-'));
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  startOffice(join(books, 'office'), { communes: 1, teamsPerCommune: 3, membersPerTeam: 4 });
  app = await launch();
  ({ page } = app);
  const workspace = join(app.folder, 'office');
  cpSync(join(books, 'office'), workspace, { recursive: true });
  app.answerDialogs([workspace]);
  await pressButton(page, words.start.openFolder);
  await tabTo(page, words.start.password);
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
});

test.afterAll(async () => {
  await app.close();
  rmSync(books, { recursive: true, force: true });
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const type = async (text: string): Promise<void> => {
  await page.keyboard.insertText(text);
  await press('Enter');
};

const preview = () => page.getByRole('grid', { name: bulkWords.preview });
const mediators = () => page.getByRole('grid', { name: words.mediators.title });

const chooseAll = async (): Promise<void> => {
  await press('Control+a');
  await expectText(page, bulkWords.chosen(12));
};

/** Opens the dialog and chooses the nth operation after the first. */
const openBulk = async (steps: number, operation: keyof typeof bulkWords.operations): Promise<void> => {
  await press('Control+e');
  const choice = page.getByLabel(bulkWords.operation, { exact: true });
  await expect(choice).toBeFocused();
  for (let step = 0; step < steps; step += 1) await press('ArrowDown');
  await expect(choice).toHaveValue(operation);
  await press('Enter');
};

const openMediators = async (): Promise<void> => {
  await press('Alt+3');
  await expect(mediators()).toBeFocused();
  await press('Home');
};

test('several mediators get one value: chosen, seen before it is written, taken back', async () => {
  await openMediators();
  await press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expectText(page, bulkWords.chosen(3));
  await app.picture('bulk-bar');
  await expectAccessible(page, 'a list with chosen rows');
  await openBulk(0, 'set-field');
  await press('ArrowDown', 'ArrowDown', 'Enter');
  await type('m nong');
  await press('Control+Enter');
  await expect(preview().locator('.line')).toHaveCount(3);
  await app.picture('bulk-preview');
  await expectAccessible(page, 'preview of bulk work');
  await press('Control+Enter');
  await expectText(page, bulkWords.done(3, 0));
  await app.picture('bulk-done');
  await press('Enter');
  await expect(mediators().getByText("M'nông")).toHaveCount(3);
  await press('Control+z');
  await expectText(page, stepWords.undoneNotice('Sửa 3 hòa giải viên: Dân tộc'));
  await expect(mediators().getByText("M'nông")).toHaveCount(0);
});

test('mediators move to another team, one refused record is left out by choice, and Ctrl+Z brings all back', async () => {
  await openMediators();
  await chooseAll();
  await openBulk(2, 'move-team');
  await type('thon 3');
  await press('Enter', 'Enter');
  await type('01/12/2019');
  await press('Control+Enter');
  await expect(preview().getByText(bulkWords.outcomes.refused).first()).toBeVisible();
  await app.picture('bulk-move');
  await expectAccessible(page, 'preview of a move');
  await tabTo(page, bulkWords.leaveOut(4));
  await press('Space', 'Control+Enter');
  await expectText(page, bulkWords.done(8, 4));
  await press('Escape');
  await expect(mediators()).toBeFocused();
  await press('Control+z');
  await expectText(page, stepWords.undoneNotice('Chuyển tổ 8 hòa giải viên'));
  await press('Control+y');
  await expectText(page, stepWords.redoneNotice('Chuyển tổ 8 hòa giải viên'));
  await press('Control+z');
  await expect(page.getByText(stepWords.redoneNotice('Chuyển tổ 8 hòa giải viên'))).toHaveCount(0);
  await expectText(page, stepWords.undoneNotice('Chuyển tổ 8 hòa giải viên'));
});

test('a whole list is recognised by a decision that is entered on the way', async () => {
  await openMediators();
  await chooseAll();
  await openBulk(1, 'recognise');
  await press('F4');
  await expect(page.getByRole('dialog')).toHaveCount(2);
  await type('45/QĐ-UBND');
  await type('15/11/2019');
  await tabTo(page, 'Cơ quan ban hành');
  await page.keyboard.insertText('Ủy ban nhân dân xã Ea Kly');
  await press('Control+Enter');
  await tabTo(page, 'Ngày công nhận');
  await page.keyboard.insertText('15/11/2019');
  await press('Control+Enter');
  await expectText(page, bulkWords.counts({ change: 12, same: 0, refused: 0 }));
  await app.picture('bulk-recognise');
  await press('Control+Enter');
  await expectText(page, bulkWords.done(12, 0));
  await press('Escape');
});

/** Holds the engine still, so that what is pressed meets work that is under way. */
const whileEngineStands = async (work: () => Promise<void>): Promise<void> => {
  const engines = execFileSync('pgrep', ['-f', '-P', String(app.app.process().pid), 'engine.cjs'])
    .toString()
    .trim()
    .split('\n');
  for (const pid of engines) process.kill(Number(pid), 'SIGSTOP');
  try {
    await work();
  } finally {
    for (const pid of engines) process.kill(Number(pid), 'SIGCONT');
  }
};

test('the steps of the sitting are listed; one of them is looked at and taken back', async () => {
  await press('Control+h');
  const steps = page.getByRole('grid', { name: stepWords.title });
  await expect(steps).toBeFocused();
  await expect(steps.locator('.line').first()).toContainText('Công nhận 12 hòa giải viên');
  await app.picture('steps');
  await expectAccessible(page, 'steps of the sitting');
  await press('Enter');
  await expectText(page, stepWords.changes.changed);
  await app.picture('step-preview');
  await press('Control+Enter');
  await expectText(page, stepWords.undoneNotice('Công nhận 12 hòa giải viên'));
});

test('a field’s own undo stays its own; a record gets single values back from its history', async () => {
  await press('Alt+2');
  await expect(page.getByRole('grid', { name: words.teams.title })).toBeFocused();
  await press('Home', 'Enter');
  const name = page.getByLabel('Tên tổ');
  await expect(name).toBeVisible();
  await tabTo(page, 'Tên tổ');
  await press('Control+a');
  await page.keyboard.type('To moi');
  await press('Control+z');
  await expect(name).not.toHaveValue('To moi');
  await press('Control+a');
  await page.keyboard.insertText('Tổ hòa giải buôn Mới');
  await press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Tổ hòa giải buôn Mới' })).toBeVisible();
  await pressButton(page, words.common.history);
  await pressButton(page, revertWords.choose);
  await expectText(page, revertWords.then);
  await tabTo(page, revertWords.reason);
  await page.keyboard.insertText('Ghi nhầm tên');
  await app.picture('revert');
  await expectAccessible(page, 'an earlier state of a record');
  await press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Tổ hòa giải thôn 1' })).toBeVisible();
});

test('several mediators are nominated for the same award', async () => {
  await openMediators();
  await chooseAll();
  await openBulk(4, 'nominate');
  await press('ArrowDown', 'ArrowDown', 'Enter', 'ArrowDown', 'Enter', 'ArrowDown', 'Enter');
  await type('2019');
  await page.keyboard.insertText('Hòa giải thành nhiều vụ việc');
  await press('Control+Enter');
  await expectText(page, bulkWords.counts({ change: 12, same: 0, refused: 0 }));
  await app.picture('bulk-nominate');
  await expectAccessible(page, 'preview of nominations');
  await press('Control+Enter');
  await expectText(page, bulkWords.done(12, 0));
  await press('Enter', 'Alt+5');
  await expect(page.getByRole('grid', { name: words.nominations.title }).locator('.line')).toHaveCount(12);
  await press('Control+z');
  await expectText(page, stepWords.undoneNotice('Đề nghị khen thưởng 12 hòa giải viên'));
});

test('memberships end with one decision, day and reason; stopped by Dừng or Escape nothing is written, and it says so', async () => {
  await openMediators();
  await chooseAll();
  await openBulk(3, 'end-memberships');
  await type('30/11/2019');
  await press('ArrowDown', 'Enter', 'Enter');
  await press('F4');
  await expect(page.getByRole('dialog')).toHaveCount(2);
  await type('52/QĐ-UBND');
  await type('28/11/2019');
  await tabTo(page, 'Cơ quan ban hành');
  await page.keyboard.insertText('Ủy ban nhân dân xã Ea Kly');
  await press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await press('Control+Enter');
  await expectText(page, bulkWords.counts({ change: 12, same: 0, refused: 0 }));
  await app.picture('bulk-end');
  await expectAccessible(page, 'preview of ended memberships');
  await whileEngineStands(async () => {
    await press('Control+Enter');
    await expectText(page, bulkWords.writeStep);
    await press('Escape');
  });
  await expect(page.getByRole('alert')).toContainText(failureSentences.cancelled);
  await whileEngineStands(async () => {
    await press('Control+Enter');
    await pressButton(page, words.common.stop);
  });
  await expect(page.getByRole('alert')).toContainText(failureSentences.cancelled);
  await app.picture('bulk-stopped');
  await expectText(page, bulkWords.counts({ change: 12, same: 0, refused: 0 }));
  await press('Control+Enter');
  await expectText(page, bulkWords.done(12, 0));
  await press('Enter');
  await expect(mediators().locator('.line')).toHaveCount(0);
  await press('Control+z');
  await expectText(page, stepWords.undoneNotice('Cho thôi 12 hòa giải viên'));
  await expect(mediators().locator('.line')).toHaveCount(12);
});
