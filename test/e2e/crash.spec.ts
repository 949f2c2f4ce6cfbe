import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { draftWords } from '#shared/text/draft-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';

const shg = new URL('../../out/app/shg.cjs', import.meta.url).pathname;
const password = 'mat-khau-thu-nghiem';

const setUpDistrict = (folder: string): void => {
  const passwordFile = join(folder, 'password.txt');
  writeFileSync(passwordFile, password);
  const office = [
    '--tier',
    'district',
    '--unit',
    '654',
    '--as-of',
    '2019-12-01',
    '--name',
    'Phòng Tư pháp huyện Krông Pắc',
    '--user',
    'Nguyễn Thị Thử',
  ];
  execFileSync(process.execPath, [
    shg,
    'init',
    '-w',
    join(folder, 'district'),
    ...office,
    '--recovery-out',
    join(folder, 'code.txt'),
    '--password-file',
    passwordFile,
  ]);
};

const unlock = async ({ page }: RunningApp): Promise<void> => {
  await tabTo(page, words.start.password);
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expectText(page, words.home.attention);
};

const newTeam = async ({ page }: RunningApp): Promise<void> => {
  await page.keyboard.press('Alt+2');
  await expectText(page, words.teams.emptyTitle);
  await page.keyboard.press('Control+n');
  await expectText(page, words.teams.newTitle);
};

test('what was typed and not saved is offered again after the application was killed', async () => {
  const first = await launch();
  setUpDistrict(first.folder);
  first.answerDialogs([join(first.folder, 'district')]);
  await pressButton(first.page, words.start.openFolder);
  await unlock(first);
  await newTeam(first);
  await first.page.keyboard.insertText('Tổ hòa giải buôn Ea Nuôl');
  await first.page.waitForTimeout(1500);
  await first.kill();

  const second = await launch({ folder: first.folder });
  await unlock(second);
  await newTeam(second);
  await expectText(second.page, /Có bản nháp chưa ghi/);
  await second.picture('draft-found');
  await pressButton(second.page, words.form.useDraft);
  await expect(second.page.getByLabel('Tên tổ')).toHaveValue('Tổ hòa giải buôn Ea Nuôl');

  await second.page.keyboard.press('Alt+7');
  await expectText(second.page, words.people.title);
  await second.page.keyboard.press('Control+n');
  await expect(second.page.getByLabel('Họ và tên')).toBeFocused();
  await second.page.keyboard.insertText('Lý Thị Tươi');
  await second.page.waitForTimeout(1500);
  await second.kill();

  const third = await launch({ folder: first.folder });
  await unlock(third);
  const { page } = third;
  await pressButton(page, draftWords.all);
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Lý Thị Tươi');
  await expect(rows.first()).toContainText('Nguyễn Thị Thử');
  await third.picture('drafts');
  await expectAccessible(page, 'drafts');
  await pressButton(page, draftWords.dropOf('Lý Thị Tươi'));
  await pressButton(page, draftWords.dropTitle);
  await expect(rows).toHaveCount(1);
  await pressButton(page, draftWords.openOf('Tổ hòa giải buôn Ea Nuôl'));
  await expect(page.getByLabel('Tên tổ')).toHaveValue('Tổ hòa giải buôn Ea Nuôl');
  await page.keyboard.press('F10');
  await page.keyboard.insertText('ban nhap');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await third.close();
});
