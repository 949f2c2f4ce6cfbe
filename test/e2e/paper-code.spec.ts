import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fileWords } from '#shared/text/file-words.vi.ts';
import { paperCheckWords } from '#shared/text/paper-check-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { run, startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';

const books = mkdtempSync(join(tmpdir(), 'so-hoa-giai-phieu-'));
const at = (name: string): string => join(books, name);
const [province, district] = [at('province'), at('district')];
let app: RunningApp;

test.describe.configure({ mode: 'serial' });

const answerOf = (args: readonly string[]): Readonly<Record<string, string>> =>
  JSON.parse(run([...args, '--json'])) as Readonly<Record<string, string>>;

/** A printed sheet as a scanner or a telephone gives it. */
const picture = (sheet: string, name: string, options: readonly string[]): string => {
  execFileSync('pdftoppm', [...options, '-singlefile', at(sheet), at(name)]);
  return at(`${name}.${options.includes('-png') ? 'png' : 'jpg'}`);
};

test.beforeAll(() => {
  startOffice(district, { communes: 1, teamsPerCommune: 1, membersPerTeam: 1 });
  run([
    'init',
    ...['-w', province, '--tier', 'province', '--unit', '66', '--as-of', '2019-12-01', '--name', 'Sở Tư pháp tỉnh Đắk Lắk'],
    ...['--user', 'Trần Thị Bình', '--recovery-out', at('recovery.txt'), '--escrow-out', at('escrow')],
  ]);
  const request = answerOf(['enrol', 'request', '-w', district, '--out', at('654.hgreq'), '--sheet', at('sheet.pdf')]);
  const granting = ['--fingerprint', request.fingerprint ?? '', '--out', at('654.hgcert')];
  const grant = answerOf(['enrol', 'grant', at('654.hgreq'), '-w', province, ...granting]);
  run(['enrol', 'accept', at('654.hgcert'), '-w', district, '--fingerprint', grant.provinceFingerprint ?? '']);
  for (const number of [1, 2])
    run(['export', '-w', district, '--out', at(`${number}.hgpkg`), '--transmittal', at(`${number}.pdf`)]);
});

test.afterAll(async () => {
  await app.close();
  rmSync(books, { recursive: true, force: true });
});

test('the province compares paper and package by pictures of the sheet and by typing', async () => {
  app = await launch();
  const { page } = app;
  await openBooks(app, province);
  await page.keyboard.press('Alt+2');
  app.answerDialogs([at('1.hgpkg')]);
  await pressButton(page, words.inbox.open);
  await expectText(page, words.inbox.changesTitle);
  const section = page.getByRole('region', { name: paperCheckWords.title });
  const read = async (file: string, sentence: string): Promise<void> => {
    app.answerDialogs([file]);
    await pressButton(page, paperCheckWords.readPicture);
    await expect(section, file).toContainText(sentence, { timeout: 60_000 });
  };
  await read(picture('1.pdf', 'scan', ['-r', '150', '-png']), paperCheckWords.match);
  await app.picture('paper-match');
  await expectAccessible(page, 'paper-match');
  await read(picture('2.pdf', 'other', ['-r', '150', '-png']), paperCheckWords.mismatch);
  await app.picture('paper-mismatch');
  await read(picture('1.pdf', 'noisy', ['-r', '90', '-jpeg', '-jpegopt', 'quality=20']), paperCheckWords.match);
  await read(picture('sheet.pdf', 'enrolment', ['-r', '150', '-png']), paperCheckWords.otherCode);
  const [x, y] = ['-x', '-y'];
  await read(picture('1.pdf', 'head', ['-r', '100', '-png', x, '0', y, '0', '-W', '800', '-H', '300']), paperCheckWords.noCode);
  await app.picture('paper-no-code');
  writeFileSync(at('text.png'), 'not a picture');
  await read(at('text.png'), paperCheckWords.notPicture);
  await tabTo(page, `${paperCheckWords.title}: ${paperCheckWords.code.toLowerCase()}`);
  await page.keyboard.insertText('1234');
  await page.keyboard.press('Enter');
  await expect(section).toContainText(paperCheckWords.unreadable);
});

test('a letter is opened that names the file, and which file to attach is said beside it', async () => {
  const { page } = app;
  await app.app.evaluate(({ shell }) => {
    Object.assign(globalThis, { letters: [] as string[] });
    shell.openExternal = (address: string) => {
      (globalThis as unknown as { readonly letters: string[] }).letters.push(address);
      return Promise.resolve();
    };
  });
  await pressButton(page, words.inbox.apply);
  await expectText(page, words.inbox.statuses.applied);
  app.answerDialogs([books]);
  await pressButton(page, words.inbox.receiptAll);
  await expectText(page, fileWords.attach(`654-${new Date().toISOString().slice(0, 7)}-001.hgack`));
  await app.picture('receipt-letter');
  await pressButton(page, fileWords.compose);
  const letters = await app.app.evaluate(() => (globalThis as unknown as { readonly letters: string[] }).letters);
  expect(letters).toHaveLength(1);
  expect(decodeURIComponent(letters[0] ?? '')).toMatch(/^mailto:\?subject=Biên nhận .*&body=.*654-\d{4}-\d{2}-001\.hgack/s);
});
