import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { password, run, startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

const books = mkdtempSync(join(tmpdir(), 'so-hoa-giai-trust-'));
const province = join(books, 'province');
const district = join(books, 'district');
let app: RunningApp;

test.describe.configure({ mode: 'serial' });

const answerOf = (args: readonly string[]): Readonly<Record<string, string>> =>
  JSON.parse(run([...args, '--json'])) as Readonly<Record<string, string>>;

test.beforeAll(() => {
  startOffice(district, { communes: 1, teamsPerCommune: 1, membersPerTeam: 3 });
  run([
    'init',
    ...['-w', province, '--tier', 'province', '--unit', '66', '--as-of', '2019-12-01', '--name', 'Sở Tư pháp tỉnh Đắk Lắk'],
    ...['--user', 'Trần Thị Bình', '--recovery-out', `${province}-recovery.txt`, '--escrow-out', `${province}.escrow`],
  ]);
  const request = answerOf(['enrol', 'request', '-w', district, '--out', `${district}.hgreq`]);
  const granting = ['--fingerprint', request.fingerprint ?? '', '--out', `${district}.hgcert`];
  const grant = answerOf(['enrol', 'grant', `${district}.hgreq`, '-w', province, ...granting]);
  run(['enrol', 'accept', `${district}.hgcert`, '-w', district, '--fingerprint', grant.provinceFingerprint ?? '']);
});

test.afterEach(() => app.close());

test.afterAll(() => {
  rmSync(books, { recursive: true, force: true });
});

const open = async (workspace: string, user?: string): Promise<void> => {
  app = await launch();
  app.answerDialogs([workspace]);
  await pressButton(app.page, words.start.openFolder);
  await expectText(app.page, words.start.unlockTitle);
  if (user !== undefined) {
    await tabTo(app.page, words.start.user);
    await app.page.keyboard.insertText(user);
  }
  await tabTo(app.page, words.start.password);
};

const look = async (name: string): Promise<void> => {
  await app.picture(name);
  await expectAccessible(app.page, name);
};

test('the province takes a lost PC out of force and changes its keys by keyboard, for a reason, told what follows', async () => {
  await open(province);
  const { page } = app;
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
  await pressButton(page, words.nav.trust);
  await expectText(page, words.trust.active);
  const { installId } = JSON.parse(run(['keys', '-w', district, '--json'])) as { readonly installId: string };
  const before = await page.locator('.digits').innerText();

  await tabTo(page, words.trust.revoke.action);
  await page.keyboard.press('Enter');
  const revoking = page.getByRole('dialog', { name: words.trust.revoke.title });
  await expect(revoking).toContainText(installId);
  await expect(revoking).toContainText(words.trust.revoke.follows[1]);
  await page.keyboard.press('Control+Enter');
  await expect(revoking).toBeVisible();
  await page.keyboard.insertText('Máy bị mất ngày 20/11');
  await look('trust-revoke');
  await page.keyboard.press('Control+Enter');
  await expect(revoking).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: installId })).toContainText(words.trust.revoked);
  await look('trust-revoked');

  await pressButton(page, words.trust.rotate.action);
  const rotating = page.getByRole('dialog', { name: words.trust.rotate.title });
  await expect(rotating).toContainText(words.trust.rotate.follows[0]);
  await page.keyboard.insertText('Cán bộ giữ khóa thôi việc');
  await look('trust-rotate');
  await page.keyboard.press('Control+Enter');
  await expect(rotating).toBeHidden();
  await expect(page.locator('.digits')).not.toHaveText(before);
  await expectText(page, words.trust.rotations(1));
  await look('trust-rotated');

  run(['export', '-w', district, '--out', join(books, 'a.hgpkg')]);
  app.answerDialogs([`${province}.escrow`], [join(books, 'a.hgpkg')]);
  await pressButton(page, words.trust.escrow);
  await expectText(page, words.trust.escrowDone(1, '654'));
  await look('trust-escrow');
});

test('a clerk reads in the export window that an approver is missing, and what to do', async () => {
  const clerk = join(books, 'clerk-password');
  writeFileSync(clerk, `${password}-2\n`);
  run(['user', 'add', 'Lê Thị Nhập', '--role', 'clerk', '-w', district, '--new-password-file', clerk]);
  await open(district, 'Lê Thị Nhập');
  const { page } = app;
  await page.keyboard.insertText(readFileSync(clerk, 'utf8').trim());
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
  await pressButton(page, words.nav.exportPackage);
  await expectText(page, words.exportPackage.approverMissing);
  await expect(page.getByRole('button', { name: words.exportPackage.action })).toBeDisabled();
  await look('approver-missing');
});
