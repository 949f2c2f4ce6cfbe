import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { chooseAndNext, expectText, pressButton, tabTo, typeAndNext } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

const password = 'mat-khau-thu-nghiem';

const look = async (app: RunningApp, name: string): Promise<void> => {
  await app.picture(name);
  await expectAccessible(app.page, name);
};

const confirmRecoveryCode = async (page: Page): Promise<void> => {
  const code = (await page.getByTestId('recovery-code').textContent()) ?? '';
  await typeAndNext(page, code.split('-')[1] ?? '');
};

const typeMediator = async (page: Page, name: string, sexSteps: number, born: string, isFirst: boolean): Promise<void> => {
  await typeAndNext(page, name);
  await chooseAndNext(page, sexSteps);
  await typeAndNext(page, born);
  if (isFirst) await chooseAndNext(page, 1);
  await page.keyboard.press('Control+Enter');
};

const expectNextPerson = async (page: Page): Promise<void> => {
  await expect(page.getByLabel('Họ và tên')).toHaveValue('');
  await expect(page.getByLabel('Họ và tên')).toBeFocused();
};

test('a district sets up, enters a team of three by keyboard, prints, exports; the province enrols, previews, applies, answers', async () => {
  const district = await launch();
  const province = await launch();
  const { page } = district;
  const other = province.page;
  const shared = district.folder;

  await test.step('set up the district', async () => {
    await look(district, 'start');
    await page.keyboard.press('Enter');
    await expectText(page, words.start.asOf);
    await page.keyboard.type('654');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await typeAndNext(page, 'Nguyễn Thị Thử');
    await typeAndNext(page, password);
    await typeAndNext(page, password);
    await page.keyboard.insertText(join(shared, 'district'));
    await look(district, 'set-up-district');
    await page.keyboard.press('Control+Enter');
    await expectText(page, words.start.recoveryText);
    await look(district, 'recovery-code');
    await confirmRecoveryCode(page);
    await expectText(page, words.home.emptyTitle);
    await look(district, 'home-empty');
  });

  await test.step('enter a team and three mediators', async () => {
    await page.keyboard.press('Alt+2');
    await expectText(page, words.teams.emptyTitle);
    await look(district, 'teams-empty');
    await page.keyboard.press('Control+n');
    await expectText(page, words.teams.newTitle);
    await typeAndNext(page, 'Tổ hòa giải buôn Ea Nuôl');
    await chooseAndNext(page, 2);
    await page.keyboard.press('Control+s');
    await expectText(page, words.teams.noMembers);
    await look(district, 'team-without-members');
    await page.keyboard.press('Control+n');
    await expectText(page, words.mediators.newTitle);
    await look(district, 'mediator-new');
    await page.keyboard.press('Control+Enter');
    await expectText(page, words.form.errorTitle);
    await look(district, 'mediator-errors');
    await typeMediator(page, 'Trần Văn Bình', 1, '5/3/1965', true);
    await expectNextPerson(page);
    await typeMediator(page, 'Lê Thị Hoa', 2, '1972', false);
    await expectNextPerson(page);
    await typeMediator(page, "H' Liên Niê", 2, '050320', false);
    await expectText(page, /nhập đủ bốn chữ số/);
    await look(district, 'mediator-century');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('05031980');
    await page.keyboard.press('Control+Enter');
    await expectNextPerson(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: "H' Liên Niê" })).toBeVisible();
    await look(district, 'team-with-members');
    await page.keyboard.press('Alt+3');
    await expectText(page, 'Lê Thị Hoa');
    await look(district, 'mediators');
    await page.keyboard.press('Alt+8');
    await expectText(page, words.findings.title);
    await look(district, 'findings');
  });

  await test.step('print the roster', async () => {
    await page.keyboard.press('Alt+9');
    await expect(page.getByTitle(words.printing.preview)).toBeVisible();
    await page.waitForTimeout(500);
    await district.picture('roster');
    await page.keyboard.press('Control+p');
    await expectText(page, words.printing.printed);
    expect(existsSync(join(shared, 'danh-sach-hoa-giai-vien-654.pdf'))).toBe(true);
  });

  await test.step('set up the province', async () => {
    await tabTo(other, words.start.province);
    await other.keyboard.press('Enter');
    await expectText(other, words.start.escrowHint);
    await chooseAndNext(other, 1);
    await other.keyboard.press('Enter');
    await typeAndNext(other, 'Trần Văn Tỉnh');
    await typeAndNext(other, password);
    await typeAndNext(other, password);
    await typeAndNext(other, join(shared, 'province'));
    await other.keyboard.insertText(join(shared, 'khoa-du-phong.txt'));
    await look(province, 'set-up-province');
    await other.keyboard.press('Control+Enter');
    await expectText(other, words.start.recoveryText);
    await confirmRecoveryCode(other);
    await expectText(other, words.home.noOffices);
    await look(province, 'province-home-empty');
  });

  await test.step('enrol by fingerprint', async () => {
    const request = join(shared, '654.hgreq');
    const grant = join(shared, '654.hgcert');
    await pressButton(page, words.nav.enrolment);
    district.answerDialogs([request]);
    await pressButton(page, words.enrolment.makeRequest);
    const fingerprint = (await page.getByTestId('request-fingerprint').textContent()) ?? '';
    await look(district, 'enrolment-district');
    await pressButton(other, words.nav.enrolment);
    province.answerDialogs([request], [grant]);
    await pressButton(other, words.enrolment.openRequest);
    await tabTo(other, words.enrolment.typeFingerprint);
    await other.keyboard.insertText(fingerprint);
    await look(province, 'enrolment-province');
    await pressButton(other, words.enrolment.grant);
    const provinceFingerprint = (await other.getByTestId('province-fingerprint').textContent()) ?? '';
    await look(province, 'enrolment-granted');
    district.answerDialogs([grant]);
    await pressButton(page, words.enrolment.openGrant);
    await tabTo(page, words.enrolment.typeFingerprint);
    await page.keyboard.insertText(provinceFingerprint);
    await pressButton(page, words.enrolment.accept);
    await expectText(page, words.enrolment.enrolled);
    await pressButton(page, words.nav.trust);
    await expectText(page, words.trust.active);
    await look(district, 'trust-list');
  });

  await test.step('export', async () => {
    await pressButton(page, words.nav.exportPackage);
    await expectText(page, words.exportPackage.emptyTitle);
    await tabTo(page, words.exportPackage.folder);
    await page.keyboard.insertText(shared);
    await tabTo(page, words.exportPackage.approve);
    await page.keyboard.press('Space');
    await look(district, 'export');
    await pressButton(page, words.exportPackage.action);
    await expectText(page, words.exportPackage.done);
    await look(district, 'export-done');
    await expectText(page, words.status.exported(1));
  });

  await test.step('preview and apply', async () => {
    const file =
      (
        await page
          .getByText(/\.hgpkg/)
          .first()
          .textContent()
      )
        ?.split(': ')
        .at(-1) ?? '';
    await other.keyboard.press('Alt+2');
    await expectText(other, words.inbox.emptyTitle);
    await look(province, 'inbox-empty');
    province.answerDialogs([file]);
    await pressButton(other, words.inbox.open);
    await expectText(other, words.inbox.statuses.preview);
    await expectText(other, words.inbox.changesTitle);
    await look(province, 'inbox-preview');
    await pressButton(other, words.inbox.apply);
    await expect(other.getByText(words.inbox.statuses.applied).first()).toBeVisible();
    await look(province, 'inbox-applied');
  });

  await test.step('receipt', async () => {
    province.answerDialogs([shared]);
    await pressButton(other, words.inbox.receiptAll);
    await expectText(other, words.inbox.receiptDone(1));
    await look(province, 'receipt-issued');
    const text =
      (await other
        .getByText(/\.hgack/)
        .first()
        .textContent()) ?? '';
    await pressButton(page, words.nav.receipts);
    district.answerDialogs([text.slice(text.indexOf(': ') + 2)]);
    await pressButton(page, words.receipts.open);
    await expectText(page, words.receipts.confirmed(1));
    await expectText(page, words.status.received(1));
    await look(district, 'receipt-received');
    await other.keyboard.press('Alt+1');
    await expectText(other, words.home.onTime);
    await look(province, 'province-home');
  });

  await test.step('the other screens', async () => {
    await page.keyboard.press('F1');
    await expectText(page, words.help.keysTitle);
    await look(district, 'help');
    await pressButton(page, words.nav.backup);
    await expectText(page, words.backup.intro);
    await look(district, 'backup');
    await pressButton(page, words.nav.settings);
    await expectText(page, words.settings.intro);
    await look(district, 'settings');
    await page.keyboard.press('Alt+1');
    await expectText(page, words.home.attention);
    await look(district, 'home');
    await pressButton(page, words.nav.lock);
    await expectText(page, words.start.forgot);
    await look(district, 'unlock');
    await tabTo(page, words.start.password);
    await typeAndNext(page, 'sai-mat-khau');
    await expectText(page, /Mật khẩu không đúng/);
    await look(district, 'unlock-wrong');
  });

  await district.close();
  await province.close();
});
