import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { attach, enterDecision, hashOf, pdfOf } from '#test/support/attached.ts';
import {
  enrol,
  fixedClock,
  newEngine,
  officeOn,
  password,
  setUpOffice,
  temporaryFolder,
  type Office,
} from '#test/support/office.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const base = temporaryFolder();
const stick = join(base, 'stick');
let province: Office;
let district: Office;
let decisionId: string;
/** Two contents too large for one part together, and a small one. */
const contents = [pdfOf(9_000_000), pdfOf(8_000_000), pdfOf(700)] as const;

type Exported = Awaited<ReturnType<typeof exported>>;
const exported = (office: Office, name: string) => office.ask('package.export', { file: join(stick, `${name}.hgpkg`) });
const apply = (office: Office, ...files: readonly string[]) => office.ask('merge.apply', { files: [...files] });
const heldAt = async (office: Office, id = decisionId): Promise<readonly string[]> =>
  (await office.ask('attachment.list', { kind: 'decision', id }))
    .filter(({ held }) => held)
    .map(({ sha256 }) => sha256)
    .sort();
const missingAt = async (office: Office): Promise<number> => (await office.ask('status.get', {})).missingFileCount;
const receipt = async (name: string) => {
  const made = await province.ask('receipt.issue', { officeId: '654', file: join(stick, `${name}.hgack`) });
  await district.ask('receipt.receive', { file: made.file });
  return made;
};

/** A province put back to how it was; a fresh copy for every history. */
const provinceFrom = async (backup: string, name: string): Promise<Office> => {
  const clock = fixedClock();
  const office = officeOn(newEngine(clock), join(base, name), clock);
  await office.ask('workspace.restore', { backup, folder: office.folder });
  await office.ask('workspace.unlock', { folder: office.folder, password });
  return office;
};

let sent: Exported;

beforeAll(async () => {
  mkdirSync(stick);
  province = await setUpOffice(base, '66');
  district = await setUpOffice(base, '654');
  await enrol(province, district);
  decisionId = await enterDecision(district);
  await attach(
    district,
    decisionId,
    base,
    contents.map((bytes, index) => [`Tệp của ông Bình ${index}.pdf`, bytes]),
  );
  sent = await exported(district, '654-2019-12-001');
});

const all = contents.map(hashOf).sort();

describe('an export', () => {
  test('puts the contents into parts beside the package, each small enough for mail, with no name in any outer name', () => {
    expect(sent.parts.map(({ file, fileCount }) => [basename(file), fileCount])).toEqual([
      ['654-2019-12-001-p01.hgpart', 2],
      ['654-2019-12-001-p02.hgpart', 1],
    ]);
    expect(readdirSync(stick).sort()).toEqual([
      '654-2019-12-001-p01.hgpart',
      '654-2019-12-001-p02.hgpart',
      '654-2019-12-001.hgpkg',
    ]);
    for (const { file } of sent.parts) {
      expect(statSync(file).size).toBeLessThanOrEqual(15_000_000);
      expect(readFileSync(file).includes('Bình')).toBe(false);
    }
  });

  test('of a part that was looked at on its own the check says whose it is', async () => {
    const [first] = sent.parts;
    expect(await province.ask('package.verify', { file: first?.file ?? '', code: sent.code })).toMatchObject({
      genuine: true,
      kind: 'part',
      office: '654',
      seq: 1,
      packageId: sent.packageId,
      part: { number: 1, count: 2 },
    });
    expect(await province.ask('package.verify', { file: first?.file ?? '', code: '0'.repeat(32) })).toMatchObject({
      reason: 'package-code-mismatch',
    });
  });
});

test('in any order, repeated, with losses made good later: what is held in the end is what was sent', async () => {
  const sender = await setUpOffice(base, '651');
  const receiver = await setUpOffice(base, '66');
  await enrol(receiver, sender);
  const id = await enterDecision(sender);
  const backup = join(base, 'receiver.hgbackup');
  await receiver.ask('workspace.backup', { file: backup });
  const small = [pdfOf(300), pdfOf(400), pdfOf(500)];
  const files: string[] = [];
  /** Which contents each file brings, and how many a package names. */
  const brings = new Map<string, readonly string[]>();
  const names = new Map<string, number>();
  for (const [index, bytes] of small.entries()) {
    await attach(sender, id, base, [[`nho-${index}.pdf`, bytes]]);
    const made = await exported(sender, `small-${index}`);
    const [part] = made.parts;
    files.push(made.file, part?.file ?? '');
    names.set(made.file, index + 1);
    brings.set(part?.file ?? '', small.slice(0, index + 1).map(hashOf));
  }
  let count = 0;
  const calls = fc.array(fc.array(fc.constantFrom(...files), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(calls, async (given) => {
      const office = await provinceFrom(backup, `history-${(count += 1)}`);
      const take = async (chosen: readonly string[]): Promise<void> => {
        for (const result of await apply(office, ...chosen)) expect(result.failure).toBeNull();
      };
      for (const chosen of given) await take(chosen);
      const brought = [...new Set(given.flat())];
      const held = new Set(brought.flatMap((file) => brings.get(file) ?? []));
      const named = small.slice(0, Math.max(0, ...brought.map((file) => names.get(file) ?? 0))).map(hashOf);
      expect(await missingAt(office)).toBe(named.filter((sha256) => !held.has(sha256)).length);
      await take([...files].reverse());
      expect(await heldAt(office, id)).toEqual(small.map(hashOf).sort());
      expect(await missingAt(office)).toBe(0);
      office.engine.close();
    }),
    { numRuns: 8 },
  );
});

describe('the way to the province and back', () => {
  test('what is missing is named before and after, and a later part completes it; the receipt confirms what is held', async () => {
    const [first, second] = sent.parts.map(({ file }) => file) as [string, string];
    const [part, preview] = await province.ask('merge.preview', { files: [first, sent.file] });
    expect(part).toMatchObject({
      status: 'preview',
      office: '654',
      seq: 1,
      part: { number: 1, count: 2, fileCount: 2, newCount: 2 },
    });
    expect(preview?.missingFiles).toMatchObject([
      { fileName: 'Tệp của ông Bình 1.pdf', size: 8_000_000, recordId: decisionId, recordTitle: 'Quyết định: 12/QĐ-UBND' },
    ]);
    expect(await missingAt(province)).toBe(0);
    const [, applied] = await apply(province, sent.file, first).then(([a, b]) => [b, a]);
    expect(applied).toMatchObject({ status: 'applied', stateHashMatches: true, missingFiles: [{ size: 8_000_000 }] });
    expect(await missingAt(province)).toBe(1);

    await receipt('first');
    const again = await exported(district, '654-2019-12-002');
    expect(again.parts.map(({ fileCount }) => fileCount)).toEqual([1]);

    const [late] = await apply(province, second);
    expect(late).toMatchObject({ status: 'applied', part: { number: 2, newCount: 1 }, missingFiles: [] });
    expect((await apply(province, second))[0]).toMatchObject({ status: 'already-received' });
    expect((await apply(province, again.file))[0]).toMatchObject({ status: 'applied', missingFiles: [] });
    expect(await missingAt(province)).toBe(0);
    await receipt('second');
    expect((await exported(district, '654-2019-12-003')).parts).toEqual([]);
    const { rows } = await province.ask('inbox.list', {}).then((entries) => ({ rows: entries }));
    expect(rows.filter(({ fileName }) => fileName.endsWith('.hgpart')).map(({ status }) => status)).toEqual([
      'already-received',
      'applied',
      'applied',
    ]);
  });

  test('an import that is taken back takes the confirmation of its files back; given again, they are still there', async () => {
    const imports = await province.ask('imports.list', {});
    await province.ask('imports.undo', { importId: imports.at(-1)?.id ?? '' });
    await receipt('undone');
    const again = await exported(district, '654-2019-12-004');
    expect(again.parts.map(({ fileCount }) => fileCount)).toEqual([2, 1]);
    const [applied] = await apply(province, again.file);
    expect(applied).toMatchObject({ status: 'applied', missingFiles: [] });
    await receipt('back');
    expect((await exported(district, '654-2019-12-005')).parts).toEqual([]);
  });

  test('a second PC gets the files with its grant; one that was brought back without them says so and gets them with the receipt', async () => {
    const second = await setUpOffice(base, '654');
    const request = await second.ask('enrol.request', { file: join(stick, 'second.hgreq') });
    const grant = await province.ask('enrol.grant', {
      file: request.file,
      fingerprint: request.fingerprint,
      out: join(stick, 'second.hgcert'),
      withState: true,
      allowSecondInstallation: true,
    });
    expect(grant.parts.map(({ fileCount }) => fileCount)).toEqual([2, 1]);
    await second.ask('enrol.accept', { file: grant.file, fingerprint: grant.provinceFingerprint });
    expect(await missingAt(second)).toBe(3);
    const [one] = grant.parts;
    expect((await apply(second, one?.file ?? ''))[0]).toMatchObject({ status: 'applied', part: { with: 'grant' } });
    expect(await missingAt(second)).toBe(1);

    const lacking = await second.ask('package.export', { file: join(stick, 'second.hgpkg') });
    expect(lacking).toMatchObject({ lackedFileCount: 1, parts: [{ fileCount: 2 }] });
    expect((await apply(province, lacking.file))[0]).toMatchObject({ status: 'applied', missingFiles: [] });
    const answer = await province.ask('receipt.issue', { officeId: '654', file: join(stick, 'answer.hgack') });
    expect(answer.parts.map(({ fileCount }) => fileCount)).toEqual([1]);
    await second.ask('receipt.receive', { file: answer.file });
    expect((await apply(second, answer.parts[0]?.file ?? ''))[0]).toMatchObject({ status: 'applied', part: { with: 'receipt' } });
    expect(await missingAt(second)).toBe(0);
    expect(await heldAt(second)).toEqual(all);
  });
});
