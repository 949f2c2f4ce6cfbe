import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { provenanceWords } from '#shared/text/provenance-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { expectAccessible } from './support/accessibility.ts';
import { putRecords, run, startOffice } from './support/books.ts';
import { expectText, pressButton, tabTo } from './support/keyboard.ts';
import { launch, type RunningApp } from './support/launch.ts';
import { openBooks } from './support/open-books.ts';

const books = mkdtempSync(join(tmpdir(), 'so-hoa-giai-nguon-goc-'));
const province = join(books, 'province');
const district = join(books, 'district');
let app: RunningApp;
let sessionId = '';
let nominationId = '';

test.describe.configure({ mode: 'serial' });

const answerOf = (args: readonly string[]): Readonly<Record<string, string>> =>
  JSON.parse(run([...args, '--json'])) as Readonly<Record<string, string>>;

const packageFile = join(books, '654.hgpkg');

test.beforeAll(() => {
  startOffice(district, { communes: 1, teamsPerCommune: 1, membersPerTeam: 1 });
  run([
    'init',
    ...['-w', province, '--tier', 'province', '--unit', '66', '--as-of', '2019-12-01', '--name', 'Sở Tư pháp tỉnh Đắk Lắk'],
    ...['--user', 'Trần Thị Bình', '--recovery-out', `${province}-recovery.txt`, '--escrow-out', `${province}.escrow`],
  ]);
  const request = answerOf(['enrol', 'request', '-w', district, '--out', `${district}.hgreq`]);
  const granting = ['--fingerprint', request.fingerprint ?? '', '--out', `${district}.hgcert`];
  const grant = answerOf(['enrol', 'grant', `${district}.hgreq`, '-w', province, ...granting]);
  run(['enrol', 'accept', `${district}.hgcert`, '-w', district, '--fingerprint', grant.provinceFingerprint ?? '']);
  const [id = ''] = putRecords(district, 'person', [
    { fullName: "H' Liên Niê Kđăm", sex: 'female', birthDate: '1980', ethnicGroup: '12', citizenId: '066180001234' },
  ]);
  for (const position of ['Cán bộ xã', 'Phó Chủ tịch Hội Phụ nữ xã', 'Chủ tịch Hội Phụ nữ xã'])
    putRecords(district, 'person', [{ id, position }]);
  [sessionId = ''] = putRecords(district, 'session', [
    { kind: 'mediator-training', title: 'Bồi dưỡng kỹ năng hòa giải', startsOn: '2019-11-20', sittingCount: 2 },
  ]);
  const [participantId = ''] = putRecords(district, 'participant', [{ sessionId, personId: id, certificateNumber: '07/GCN' }]);
  putRecords(district, 'presence', [{ participantId, sitting: 2, present: true }]);
  putRecords(district, 'funding-line', [{ sessionId, source: 'district-budget', plannedAmount: 2_000_000 }]);
  [nominationId = ''] = putRecords(district, 'nomination', [
    {
      subjectKind: 'mediator',
      personId: id,
      level: 'district',
      form: 'merit-certificate-local',
      basis: 'regular',
      year: 2019,
      stage: 'draft',
    },
  ]);
  putRecords(district, 'dossier-item', [{ nominationId, item: 'proposal', present: true, note: 'Bản chính' }]);
  run(['export', '-w', district, '--out', packageFile]);
  run(['merge', packageFile, '-w', province]);
  run(['receipt', '-w', province, '--office', '654', '--out', join(books, '654.hgack')]);
  run(['receive', join(books, '654.hgack'), '-w', district]);
});

test.afterEach(() => app.close());

test.afterAll(() => {
  rmSync(books, { recursive: true, force: true });
});

const open = async (workspace: string): Promise<void> => {
  app = await launch();
  await openBooks(app, workspace);
};

const look = async (name: string): Promise<void> => {
  await app.picture(name);
  await expectAccessible(app.page, name);
};

test('from a list, a field and a record page Ctrl+I says where a value comes from; numbers only for a reason', async () => {
  await open(district);
  const { page } = app;
  const card = page.getByRole('dialog', { name: provenanceWords.title });
  await page.keyboard.press('Control+i');
  await expectText(page, provenanceWords.noRecord);
  await page.keyboard.press('Alt+7');
  await expectText(page, "H' Liên Niê Kđăm");
  await page.keyboard.type('lien');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Control+i');
  await expect(card.getByLabel(provenanceWords.field)).toBeFocused();
  await expect(card).toContainText("H' Liên Niê Kđăm");
  await expect(card).toContainText(provenanceWords.confirmed(1, new Date().toISOString()).slice(0, 12));
  await look('provenance-list');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Chức vụ');
  await page.keyboard.press('Control+i');
  await expect(card.getByLabel(provenanceWords.field)).toHaveValue('person.position');
  await expect(card.getByRole('group', { name: provenanceWords.earlier })).toContainText('Cán bộ xã');
  await look('provenance-field');
  await pressButton(page, words.common.print);
  await expect.poll(() => readdirSync(app.folder).filter((name) => name.endsWith('.pdf'))).toEqual(['nguon-goc-person.pdf']);
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(/^Chức vụ/)).toBeFocused();
  await tabTo(page, 'Số căn cước');
  await page.keyboard.press('Control+i');
  await expect(card).toContainText('••••••••1234');
  await expect(card).not.toContainText('066180001234');
  await tabTo(page, provenanceWords.revealReason);
  await page.keyboard.insertText('đối chiếu hồ sơ khen thưởng');
  await page.keyboard.press('Control+Enter');
  await expect(card).toContainText('066180001234');
  await look('provenance-revealed');
  await page.keyboard.press('Escape');
  expect(existsSync(join(app.folder, 'nguon-goc-person.pdf'))).toBe(true);
});

test('in the participants, the money and the papers of a nomination Ctrl+I answers for the cell that the keyboard is on', async () => {
  await open(district);
  const { page } = app;
  const card = page.getByRole('dialog', { name: provenanceWords.title });
  const go = (address: string): Promise<void> =>
    page.evaluate((to) => {
      window.location.hash = to;
    }, address);
  const asked = async (field: string, text: string): Promise<void> => {
    await page.keyboard.press('Control+i');
    await expect(card.getByLabel(provenanceWords.field)).toHaveValue(field);
    await expect(card).toContainText(text);
  };
  await go(`#/sessions/${sessionId}/people`);
  await page.getByLabel(words.sessions.presentAt("H' Liên Niê Kđăm", 2)).focus();
  await asked('presence.present', 'Có');
  await look('provenance-presence');
  await page.keyboard.press('Escape');
  await tabTo(page, "H' Liên Niê Kđăm");
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await asked('participant.certificateNumber', '07/GCN');
  await page.keyboard.press('Escape');
  await go(`#/sessions/${sessionId}/programme`);
  await page.getByRole('region', { name: words.sessions.funding }).getByRole('button').first().focus();
  await page.keyboard.press('Control+i');
  await expect(card.getByLabel(provenanceWords.field)).toContainText('Kinh phí');
  await page.keyboard.press('Escape');
  await go(`#/nominations/${nominationId}`);
  await page.getByRole('region', { name: words.nominations.dossier }).getByRole('textbox').first().focus();
  await asked('dossier-item.note', 'Bản chính');
  await expect(page.getByRole('dialog')).toContainText('Tờ trình đề nghị');
  await look('provenance-dossier');
});

test('the province sees which package brought a value of a district and what the district wrote before', async () => {
  await open(province);
  const { page } = app;
  await page.keyboard.press('Alt+8');
  await expectText(page, "H' Liên Niê Kđăm");
  await page.keyboard.type('lien');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pressButton(page, provenanceWords.action);
  const card = page.getByRole('dialog', { name: provenanceWords.title });
  await card.getByLabel(provenanceWords.field).selectOption('person.position');
  await expect(card).toContainText('Phòng Tư pháp huyện Krông Pắc');
  await expect(card).toContainText(/Gói số 1, nhận lúc/);
  await look('provenance-province');
});
