import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run, testWith } from '#test/support/outside-tool.ts';
import { shg } from '#test/support/command-line.ts';
import { temporaryFolder } from '#test/support/office.ts';

const runTool = (tool: string, args: readonly string[]): string => run(tool, args).toString('utf8');

const base = temporaryFolder();
const demo = join(base, 'demo');
const password = 'hoa-giai-o-co-so';
const district = join(demo, 'district-654');

beforeAll(() => {
  expect(shg(['demo', '--out', demo, '--scale', 'district', '--seed', '7'])).toMatchObject({ code: 0 });
});

test('the same seed gives the same records, byte by byte', () => {
  const again = join(base, 'again');
  expect(shg(['demo', '--out', again, '--scale', 'district', '--seed', '7']).code).toBe(0);
  for (const kind of ['residential-unit', 'team', 'mediator', 'trainer', 'session', 'participant', 'presence', 'nomination']) {
    const first = shg(['list', kind, '-w', district, '--jsonl'], { password });
    expect(first.stdout.length).toBeGreaterThan(100);
    expect(shg(['list', kind, '-w', join(again, 'district-654'), '--jsonl'], { password }).stdout === first.stdout).toBe(true);
  }
});

test('no person of the demo stands in clear in the files of the workspace', () => {
  const [person] = shg(['list', 'person', '-w', district, '--jsonl'], { password }).stdout.split('\n');
  const { fullName } = JSON.parse(person ?? '{}') as { readonly fullName: string };
  for (const file of ['data.db', 'keys.json']) {
    const bytes = readFileSync(join(district, file));
    expect(bytes.includes(Buffer.from(fullName, 'utf8'))).toBe(false);
    expect(bytes.subarray(0, 15).toString()).not.toBe('SQLite format 3');
  }
});

testWith(['pdftotext'], 'the roster of a commune is landscape A4, numbered from page 2, and counts its people', () => {
  const file = join(base, 'roster.pdf');
  expect(
    shg(['report', 'roster', '-w', district, '--unit', '24490', '--format', 'pdf', '--out', file], { password }),
  ).toMatchObject({ code: 0 });
  expect(existsSync(file)).toBe(true);
  const info = runTool('pdfinfo', [file]);
  expect(info).toMatch(/Page size:\s+84[12]\.\d+ x 59[45]\.\d+ pts/);
  const pages = runTool('pdftotext', ['-layout', file, '-'])
    .split('\f')
    .filter((page) => page.trim() !== '');
  expect(pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(pages[0]).toContain('Độc lập - Tự do - Hạnh phúc');
  expect(pages[0]).toContain('THỊ TRẤN PHƯỚC AN');
  expect(pages.length).toBeGreaterThan(1);
  for (const [index, page] of pages.entries()) {
    const firstLine = page
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim();
    if (index === 0) expect(firstLine).not.toBe('1');
    else expect(firstLine).toBe(String(index + 1));
  }
  const people = shg(['list', 'membership', '-w', district, '--jsonl'], { password }).stdout.split('\n').filter(Boolean).length;
  expect(people).toBeGreaterThan(500);
  expect(pages.join('\n')).toMatch(/Danh sách này có \d+ người thuộc \d+ tổ hòa giải/);
  return Promise.resolve();
});

test('the public roster has no phone numbers and the year of birth only', () => {
  const internal = join(base, 'internal.html');
  const open = join(base, 'public.html');
  expect(shg(['report', 'roster', '-w', district, '--format', 'html', '--out', internal], { password }).code).toBe(0);
  expect(shg(['report', 'roster', '-w', district, '--public', '--format', 'html', '--out', open], { password }).code).toBe(0);
  expect(readFileSync(internal, 'utf8')).toMatch(/>09\d{8}</);
  expect(readFileSync(open, 'utf8')).not.toMatch(/>0\d{9}</);
  expect(readFileSync(open, 'utf8')).not.toMatch(/>\d\d\/\d\d\/\d{4}</);
});

testWith(['pdftotext'], 'the transmittal is one page and carries the digits of the package', () => {
  const sent = JSON.parse(shg(['status', '-w', district, '--json'], { password }).stdout) as {
    readonly lastPackage: { readonly code: string };
  };
  const file = join(base, 'transmittal.pdf');
  expect(shg(['report', 'transmittal', '-w', district, '--format', 'pdf', '--out', file], { password }).code).toBe(0);
  const text = runTool('pdftotext', ['-layout', file, '-']);
  expect(text.replace(/\s+/g, ' ')).toContain(sent.lastPackage.code.slice(0, 19));
  expect(runTool('pdfinfo', [file])).toMatch(/Pages:\s+1\n/);
  return Promise.resolve();
});
