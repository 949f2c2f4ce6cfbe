import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '#engine/workbook.ts';
import { run, testWith } from '#test/support/outside-tool.ts';
import { shg } from '#test/support/command-line.ts';
import { temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();
const demo = join(base, 'demo');
const password = 'hoa-giai-o-co-so';
const district = join(demo, 'district-654');

const firstOf = (kind: string): string => {
  const [line] = shg(['list', kind, '-w', district, '--jsonl'], { password }).stdout.split('\n');
  return (JSON.parse(line ?? '{}') as { readonly id: string }).id;
};
const make = (name: string, format: string, ...more: readonly string[]): string => {
  const file = join(base, `${name}${more.length === 0 ? '' : '-more'}.${format}`);
  expect(shg(['report', name, '-w', district, ...more, '--format', format, '--out', file], { password })).toMatchObject({
    code: 0,
    stderr: '',
  });
  return file;
};
const textOfPdf = (file: string): string => run('pdftotext', ['-layout', file, '-']).toString('utf8').normalize('NFC');
const isLandscape = (file: string): boolean =>
  /Page size:\s+84[12]\.\d+ x 59[45]\.\d+/.test(run('pdfinfo', [file]).toString('utf8'));

beforeAll(() => {
  expect(shg(['demo', '--out', demo, '--scale', 'district', '--seed', '7'])).toMatchObject({ code: 0 });
});

testWith(['pdftotext'], 'an attendance sheet has one column to sign per buổi, payroll and others apart', () => {
  const file = make('attendance-sheet', 'pdf', '--subject', firstOf('session'));
  const text = textOfPdf(file);
  expect(text).toContain('DANH SÁCH HỌC VIÊN KÝ TÊN');
  expect(text).toMatch(/Buổi 1\s+Buổi 2/);
  expect(text).toMatch(/I\s+Học viên hưởng lương từ ngân sách nhà nước \(\d+ người\)/);
  expect(text).toMatch(/II\s+Học viên không hưởng lương/);
  expect(isLandscape(file)).toBe(true);
  return Promise.resolve();
});

testWith(['pdftotext'], 'a nomination list names collectives first and individuals after them', () => {
  const text = textOfPdf(make('nomination-list', 'pdf', '--period', '2019'));
  expect(text.indexOf('TẬP THỂ')).toBeGreaterThan(0);
  expect(text.indexOf('CÁ NHÂN')).toBeGreaterThan(text.indexOf('TẬP THỂ'));
  expect(text).toContain('Kèm theo Tờ trình');
  return Promise.resolve();
});

testWith(['pdftotext'], 'the form for a commune is one empty page with its own head', () => {
  const file = make('commune-form', 'pdf', '--unit', '24490');
  const text = textOfPdf(file);
  expect(text).toContain('THỊ TRẤN PHƯỚC AN');
  expect(text).toContain('NGƯỜI LẬP BIỂU');
  expect(run('pdfinfo', [file]).toString('utf8')).toMatch(/Pages:\s+1\n/);
  return Promise.resolve();
});

testWith(['pdftotext'], 'team list, trainer roster, coverage, session result and dossier say what they are about', () => {
  const session = firstOf('session');
  expect(textOfPdf(make('team-list', 'pdf', '--unit', '24490'))).toContain('DANH SÁCH TỔ HÒA GIẢI');
  expect(textOfPdf(make('trainer-roster', 'pdf'))).toContain('DANH SÁCH TẬP HUẤN VIÊN');
  expect(textOfPdf(make('training-coverage', 'pdf', '--period', '2019', '--variant', 'summary'))).toContain('2019');
  expect(textOfPdf(make('session-result', 'pdf', '--subject', session))).toMatch(/lượt\s+tham\s+dự/);
  expect(textOfPdf(make('nomination-dossier', 'pdf', '--subject', firstOf('nomination')))).toContain('BẢNG KIỂM HỒ SƠ');
  return Promise.resolve();
});

test('workbooks hold the tables of the papers, for a program to read again', () => {
  const session = firstOf('session');
  for (const [name, more] of [
    ['attendance-sheet', ['--subject', session]],
    ['nomination-list', ['--period', '2019']],
    ['team-list', ['--unit', '24490']],
    ['commune-form', ['--unit', '24490']],
  ] as const) {
    const book = readWorkbook(readFileSync(make(name, 'xlsx', ...more)));
    const texts = book.sheets.flatMap((sheet) => sheet.rows).length;
    expect([name, texts > 5]).toEqual([name, true]);
  }
});

testWith(['lowriter', 'pdftotext'], 'text documents open in an office program and read as the paper does', () => {
  const file = make('nomination-list', 'docx', '--period', '2019');
  run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${join(base, 'office')}`,
    '--convert-to',
    'pdf',
    '--outdir',
    base,
    file,
  ]);
  const text = textOfPdf(file.replace('.docx', '.pdf'));
  expect(text).toContain('TỜ TRÌNH');
  expect(text).toContain('DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG');
  expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
  return Promise.resolve();
});

test('a report that needs a record, and a format that a report does not have, are wrong use', () => {
  const refused = (...args: readonly string[]): number =>
    shg(['report', ...args, '-w', district, '--out', join(base, 'x')], { password }).code;
  expect(refused('attendance-sheet', '--format', 'pdf')).toBe(2);
  expect(refused('team-list', '--format', 'docx')).toBe(2);
  expect(refused('attendance-sheet', '--format', 'pdf', '--subject', firstOf('team'))).toBe(1);
});
