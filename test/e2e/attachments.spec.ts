import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { attachmentWords as text } from '#shared/text/attachment-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { password, putRecords, run } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

let base = '';
let decisionId = '';
let app: RunningApp;
let page: Page;

test.describe.configure({ mode: 'serial' });

const at = (...names: readonly string[]): string => join(base, ...names);
const ask = <T>(...args: readonly string[]): T => JSON.parse(run([...args, '--json'])) as T;
const pdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size)]);
const scan = 'Quyết định công nhận hòa giải viên xã Ea Kly năm 2019 - bản quét có dấu.pdf';
const large = 'Danh sách kèm theo quyết định (bản quét).pdf';

const init = (name: string, tier: string, unit: string, office: string): void => {
  const more = tier === 'province' ? ['--escrow-out', at('escrow.txt')] : [];
  run([
    ...['init', '-w', at(name), '--tier', tier, '--unit', unit, '--as-of', '2019-12-01', '--name', office],
    ...['--user', 'Nguyễn Văn An', '--recovery-out', at(`${name}.txt`), ...more],
  ]);
};

test.beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'so-hoa-giai-attachments-'));
  for (const folder of ['desk', 'stick', 'mail']) mkdirSync(at(folder));
  init('province', 'province', '66', 'Sở Tư pháp tỉnh Đắk Lắk');
  init('district', 'district', '654', 'Phòng Tư pháp huyện Krông Pắc');
  const request = ask<{ readonly fingerprint: string }>('enrol', 'request', '-w', at('district'), '--out', at('a.hgreq'));
  const grant = ask<{ readonly provinceFingerprint: string }>(
    ...['enrol', 'grant', at('a.hgreq'), '-w', at('province'), '--fingerprint', request.fingerprint, '--out', at('a.hgcert')],
  );
  run(['enrol', 'accept', at('a.hgcert'), '-w', at('district'), '--fingerprint', grant.provinceFingerprint]);
  const line = { number: '12/QĐ-UBND', decidedOn: '2019-03-15', kind: 'mediator-recognised', issuer: 'UBND xã Ea Kly' };
  [decisionId = ''] = putRecords(at('district'), 'decision', [line]);
  writeFileSync(at('desk', scan), pdf(9_000_000));
  writeFileSync(at('desk', large), pdf(8_500_000));
  writeFileSync(at('desk', 'chuong-trinh.pdf'), 'MZ không phải PDF');
});

test.afterAll(() => {
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

const openDecision = async (): Promise<void> => {
  await page.evaluate((id) => {
    window.location.hash = `#/records/decision/${id}`;
  }, decisionId);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('12/QĐ-UBND');
};

const block = () => page.getByRole('region', { name: text.title });

const openFiles = async (...files: readonly string[]): Promise<void> => {
  await pressButton(page, words.nav.inbox);
  app.answerDialogs(files);
  await pressButton(page, words.inbox.open);
};

test('a clerk attaches scans by keyboard, takes one off and back, saves one elsewhere, and sees the parts to send', async () => {
  await open('district');
  await openDecision();
  await expect(block()).toContainText(text.none);
  await block().scrollIntoViewIfNeeded();
  await look('attachments-empty');
  app.answerDialogs([at('desk', scan), at('desk', 'chuong-trinh.pdf')], [at('desk', scan), at('desk', large)]);
  await pressButton(page, text.add);
  await expect(block().getByRole('alert')).toContainText('Tệp thứ 2 không dùng được');
  await block().scrollIntoViewIfNeeded();
  await look('attachments-refused');
  await pressButton(page, text.add);
  await expect(block().getByRole('row')).toHaveCount(3);
  await pressButton(page, text.removeOf(large));
  await expect(block().getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(block().getByRole('row')).toHaveCount(3);
  app.answerDialogs([at('out.pdf')]);
  await pressButton(page, text.saveOf(scan));
  await expectText(page, text.saved(at('out.pdf')));
  expect(readFileSync(at('out.pdf')).equals(readFileSync(at('desk', scan)))).toBe(true);
  await block().scrollIntoViewIfNeeded();
  await look('attachments');

  await pressButton(page, words.nav.exportPackage);
  await tabTo(page, words.exportPackage.folder);
  await page.keyboard.insertText(at('stick'));
  await tabTo(page, words.exportPackage.approve);
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expectText(page, words.exportPackage.done);
  await expectText(page, text.parts.title(2));
  expect(readdirSync(at('stick')).map((name) => name.replace(/^654-\d{4}-\d\d-001/, ''))).toEqual(
    expect.arrayContaining(['.hgpkg', '-p01.hgpart', '-p02.hgpart']),
  );
  await look('export-parts');
});

test('the province sees what is missing by name, takes the late part in, and opens what it has', async () => {
  const names = readdirSync(at('stick')).sort();
  const part = (number: string): string => at('stick', names.find((name) => name.endsWith(`-p${number}.hgpart`)) ?? '');
  const sent = at('stick', names.find((name) => name.endsWith('.hgpkg')) ?? '');
  cpSync(part('02'), at('mail', 'late.hgpart'));
  await open('province');
  await openFiles(sent, part('01'));
  await expectText(page, text.missing.count(1));
  await look('inbox-part-preview');
  const tab = page.getByRole('radio', { name: new RegExp(`^${text.missing.tab}`) });
  await page.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab).toBeChecked();
  await expectText(page, large);
  await look('inbox-part-missing');
  await pressButton(page, words.inbox.applyAll);
  await expect(page.getByText(words.inbox.statuses.applied).first()).toBeVisible();
  await openDecision();
  await expect(block()).toContainText(text.notHeld);
  await block().scrollIntoViewIfNeeded();
  await look('attachments-province');
  await openFiles(at('mail', 'late.hgpart'));
  await expectText(page, 'Phần 2/2 của gói số 1');
  await pressButton(page, words.inbox.apply);
  await expect(page.getByText(words.inbox.statuses.applied).first()).toBeVisible();
  await openDecision();
  await expect(block()).not.toContainText(text.notHeld);
  await expect(block().getByRole('button', { name: text.openOf(large) })).toBeVisible();
  await pressButton(page, text.openOf(scan));
  const opened = await app.app.evaluate(({ app: shell }) => `${shell.getPath('userData')}/opened`);
  await expect.poll(() => existsSync(opened) && readdirSync(opened).length).toBe(1);
  await pressButton(page, words.nav.lock);
  await expectText(page, words.start.unlockTitle);
  expect(readdirSync(opened)).toEqual([]);
});
