import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectText, pressButton, tabTo } from '#test/e2e/support/keyboard.ts';
import type { RunningApp } from '#test/e2e/support/launch.ts';

/** What is done at every screen: a picture, a check. */
export type Look = (name: string) => Promise<void>;

const password = 'hoa-giai-o-co-so';

const open = async (app: RunningApp, workspace: string): Promise<void> => {
  app.answerDialogs([workspace]);
  await tabTo(app.page, words.start.openFolder);
  await app.page.keyboard.press('Enter');
  await tabTo(app.page, words.start.password);
  await app.page.keyboard.insertText(password);
  await app.page.keyboard.press('Enter');
  await expectText(app.page, words.home.attention);
};

const openFirstRow = async (page: Page): Promise<void> => {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
};

/** Goes through every screen of a district of the demo. */
export const walkDistrict = async (app: RunningApp, demo: string, look: Look): Promise<void> => {
  const { page } = app;
  await look('00-start');
  await open(app, join(demo, 'district-654'));
  await look('01-home');
  await page.keyboard.press('Alt+2');
  await expectText(page, words.teams.leader);
  await look('02-teams');
  await openFirstRow(page);
  await expectText(page, words.teams.memberTitle);
  await look('03-team');
  await page.keyboard.press('Control+n');
  await expectText(page, words.mediators.newTitle);
  await look('04-mediator-new');
  await page.keyboard.press('Alt+3');
  await expectText(page, words.mediators.includeCeased);
  await look('05-mediators');
  await page.getByLabel(words.common.search).fill('nie');
  await page.waitForTimeout(400);
  await look('06-mediators-found');
  await openFirstRow(page);
  await expectText(page, words.mediators.sections.person);
  await look('07-mediator');
  await page.keyboard.press('Alt+3');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Control+b');
  await expectText(page, words.grid.title);
  await look('08-grid');
  await page.keyboard.press('Alt+4');
  await expectText(page, words.sessions.time);
  await look('09-sessions');
  await openFirstRow(page);
  await expectText(page, words.sessions.sections.plan);
  await look('10-session');
  await pressButton(page, words.sessions.tabs.programme);
  await page.waitForTimeout(400);
  await look('11-session-programme');
  await pressButton(page, words.sessions.tabs.people);
  await expectText(page, words.sessions.printSheet);
  await look('12-session-people');
  await page.keyboard.press('Alt+5');
  await expectText(page, words.nominations.stage);
  await look('13-nominations');
  await openFirstRow(page);
  await expectText(page, words.nominations.printDossier);
  await look('14-nomination');
  await page.keyboard.press('Alt+6');
  await expectText(page, words.trainers.onlyWithoutMethod);
  await look('15-trainers');
  await page.keyboard.press('Alt+7');
  await page.getByRole('grid').waitFor();
  await look('16-people');
  await openFirstRow(page);
  await page.waitForTimeout(400);
  await look('17-person');
  await page.keyboard.press('Alt+8');
  await expectText(page, words.findings.content);
  await look('18-findings');
  await page.keyboard.press('Alt+9');
  await page.getByTitle(words.printing.preview).waitFor();
  await page.waitForTimeout(600);
  await look('19-print');
  await pressButton(page, words.nav.importing);
  await page.waitForTimeout(300);
  await look('20-import');
  await pressButton(page, words.nav.exportPackage);
  await expectText(page, words.exportPackage.createdAt);
  await look('21-export');
  await pressButton(page, words.nav.receipts);
  await expectText(page, words.receipts.last);
  await look('22-receipts');
  await pressButton(page, words.nav.enrolment);
  await expectText(page, words.enrolment.enrolled);
  await look('23-enrolment');
  await pressButton(page, words.nav.trust);
  await expectText(page, words.trust.active);
  await look('24-trust');
  await pressButton(page, words.nav.backup);
  await look('25-backup');
  await pressButton(page, words.nav.settings);
  await look('26-settings');
  await page.keyboard.press('F1');
  await look('28-help');
  await pressButton(page, words.nav.lock);
  await expectText(page, words.start.forgot);
  await look('29-unlock');
};

/** Goes through the screens that only the province has. */
export const walkProvince = async (app: RunningApp, demo: string, look: Look): Promise<void> => {
  const { page } = app;
  await open(app, join(demo, 'province'));
  await look('30-province-home');
  await page.keyboard.press('Alt+2');
  await expectText(page, words.decide.inForce);
  await look('31-inbox');
  const packages = join(demo, 'packages');
  app.answerDialogs(
    readdirSync(packages)
      .filter((name) => name.endsWith('.hgpkg'))
      .slice(0, 5)
      .map((name) => join(packages, name)),
  );
  await pressButton(page, words.inbox.open);
  await expectText(page, words.inbox.statuses['already-received']);
  await look('32-inbox-repeated');
  await page.keyboard.press('Alt+4');
  await expectText(page, words.mediators.includeCeased);
  await look('33-province-mediators');
  await pressButton(page, words.nav.enrolment);
  await expectText(page, words.enrolment.own);
  await look('34-province-enrolment');
};
