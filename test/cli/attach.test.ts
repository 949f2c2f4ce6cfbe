import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { enterDecision, pdfOf } from '#test/support/attached.ts';
import { shg } from '#test/support/command-line.ts';
import { enrol, password, setUpOffice, temporaryFolder } from '#test/support/office.ts';

const base = temporaryFolder();
const scan = pdfOf(4000);
let province = '';
let district = '';
let decisionId = '';

beforeAll(async () => {
  const [first, second] = [await setUpOffice(base, '66'), await setUpOffice(base, '654')];
  await enrol(first, second);
  decisionId = await enterDecision(second);
  await first.ask('workspace.lock', {});
  await second.ask('workspace.lock', {});
  [province, district] = [first.folder, second.folder];
  writeFileSync(join(base, 'scan.pdf'), scan);
  writeFileSync(join(base, 'program.pdf'), 'MZ');
});

const json = <T>(stdout: string): T => JSON.parse(stdout) as T;

test(
  'a script attaches, exports with the parts beside the package, takes both in apart, and saves the file at the province',
  { timeout: 300_000 },
  () => {
    const at = (workspace: string, ...args: readonly string[]) => shg([...args, '-w', workspace, '--json'], { password });
    const refused = at(district, 'attach', 'decision', decisionId, join(base, 'scan.pdf'), join(base, 'program.pdf'));
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Tệp thứ 2') as string });
    expect(at(district, 'attach', 'decision', decisionId).code).toBe(2);
    const attached = at(district, 'attach', 'decision', decisionId, join(base, 'scan.pdf'));
    const [row] = json<readonly { readonly id: string }[]>(attached.stdout);
    expect([attached.code, row]).toMatchObject([0, { fileName: 'scan.pdf', mediaType: 'pdf', size: 4000, held: true }]);

    const file = join(base, 'sent.hgpkg');
    const sent = json<{ readonly parts: readonly { readonly file: string }[] }>(at(district, 'export', '--out', file).stdout);
    expect(sent.parts).toEqual([{ file: join(base, 'sent-p01.hgpart'), fileCount: 1 }]);
    const part = sent.parts[0]?.file ?? '';
    expect(json(at(province, 'verify', part).stdout)).toMatchObject({
      genuine: true,
      kind: 'part',
      part: { number: 1, count: 1 },
    });
    expect(shg(['verify', part]).code).toBe(3);

    expect(json(at(province, 'merge', file).stdout)).toMatchObject([
      { status: 'applied', missingFiles: [{ fileName: 'scan.pdf' }] },
    ]);
    expect(json(at(province, 'attachments', 'missing', '--office', '654').stdout)).toMatchObject([{ id: row?.id, size: 4000 }]);
    const out = join(base, 'out.pdf');
    expect(at(province, 'attachments', 'save', row?.id ?? '', '--out', out).code).toBe(1);
    const taken = at(province, 'merge', part);
    expect([taken.code, json(taken.stdout)]).toMatchObject([0, [{ status: 'applied', part: { fileCount: 1, newCount: 1 } }]]);
    expect(json(at(province, 'merge', part).stdout)).toMatchObject([{ status: 'already-received' }]);
    expect(at(province, 'attachments', 'save', row?.id ?? '', '--out', out).code).toBe(0);
    expect(readFileSync(out).equals(scan)).toBe(true);
    expect(json(at(province, 'attachments', 'list', 'decision', decisionId).stdout)).toMatchObject([{ held: true }]);

    writeFileSync(join(base, 'cut.hgpart'), readFileSync(part).subarray(0, 900));
    expect(at(province, 'merge', join(base, 'cut.hgpart')).code).toBe(3);
    const plain = shg(['merge', part, '-w', province], { password });
    expect(plain.stdout).toContain('Phần 1/1 của gói số 1: 1 tệp đính kèm');
  },
);
