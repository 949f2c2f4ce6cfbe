import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { attach, enterDecision, hashOf, pdfOf } from '#test/support/attached.ts';
import { fixedClock, newEngine, officeOn, password, setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';
import { mediaTypeOf } from '#engine/attachments/media-type.ts';
import { writeZip } from '#engine/workbook/zip-writer.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const base = temporaryFolder();
const desk = join(base, 'desk');
let office: Office;
let decisionId: string;

beforeAll(async () => {
  mkdirSync(desk);
  office = await setUpOffice(base, '654');
  decisionId = await enterDecision(office);
});

const listed = (id = decisionId) => office.ask('attachment.list', { kind: 'decision', id });
const add = (files: readonly string[], id = decisionId) =>
  office.fail('attachment.add', { kind: 'decision', id, files: [...files] });

const brought = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(desk, name), bytes);
  return join(desk, name);
};

describe('a file that is attached', () => {
  test('is kept encrypted beside the books, comes out as it went in, and its name stands nowhere in clear', async () => {
    const scan = pdfOf(300_000);
    const [row] = await attach(office, decisionId, desk, [['Quyết định của Trần Văn Bình.pdf', scan]]);
    expect(row).toMatchObject({
      fileName: 'Quyết định của Trần Văn Bình.pdf',
      mediaType: 'pdf',
      size: 300_000,
      sha256: hashOf(scan),
      addedOn: '2019-12-02',
      held: true,
    });
    const out = join(base, 'out.pdf');
    await office.ask('attachment.save', { id: row?.id ?? '', file: out });
    expect(readFileSync(out).equals(scan)).toBe(true);
    for (const name of readdirSync(office.folder)) {
      expect(name).not.toContain('Bình');
      if (!statSync(join(office.folder, name)).isFile()) continue;
      const stored = readFileSync(join(office.folder, name));
      expect(stored.includes(scan.subarray(100, 160))).toBe(false);
      expect(stored.includes('Trần Văn Bình')).toBe(false);
    }
  });

  test('is removed, and both ways undone; its content stays for that', async () => {
    const id = await enterDecision(office, '13/QĐ-UBND');
    const [row] = await attach(office, id, desk, [['a.pdf', pdfOf(2000)]]);
    await office.ask('record.remove', { kind: 'attachment', id: row?.id ?? '', reason: 'nhầm' });
    expect(await listed(id)).toEqual([]);
    await office.ask('step.undo', {});
    expect(await listed(id)).toMatchObject([{ id: row?.id, held: true }]);
    await office.ask('step.undo', {});
    expect(await listed(id)).toEqual([]);
  });

  test('may be given another name by hand, and nothing else', async () => {
    const [row] = await listed();
    const put = (line: Record<string, unknown>) => ({ kind: 'attachment', lines: [line] });
    await office.ask('record.put', put({ id: row?.id, fileName: 'Quyết định 12.pdf' }));
    expect((await listed())[0]?.fileName).toBe('Quyết định 12.pdf');
    const changed = await office.fail('record.put', put({ id: row?.id, sha256: 'b'.repeat(64) }));
    expect(changed.issues).toMatchObject([{ code: 'attachment-by-file' }]);
    const made = await office.fail(
      'record.put',
      put({ ...(await office.ask('record.get', { kind: 'attachment', id: row?.id ?? '' })).values }),
    );
    expect(made.issues).toMatchObject([{ code: 'attachment-by-file' }]);
  });
});

describe('what may be attached', () => {
  const zip = (names: readonly string[]): Uint8Array => writeZip(names.map((name) => ({ name, bytes: Buffer.from('<x/>') })));

  test('is told by the content, whatever the name says', () => {
    const types = '[Content_Types].xml';
    expect(mediaTypeOf(pdfOf(20))).toBe('pdf');
    expect(mediaTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]))).toBe('jpeg');
    expect(mediaTypeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('png');
    expect(mediaTypeOf(zip([types, 'word/document.xml']))).toBe('docx');
    expect(mediaTypeOf(zip([types, 'xl/workbook.xml']))).toBe('xlsx');
    for (const other of [
      Buffer.from('MZ\u0090'),
      Buffer.from('<html>'),
      Buffer.alloc(0),
      zip(['word/document.xml']),
      zip([types, 'word/document.xml', 'word/vbaProject.bin']),
      zip([types, 'ppt/presentation.xml']),
      Buffer.from('PK\u0003\u0004 cut off'),
    ])
      expect(mediaTypeOf(other)).toBeUndefined();
  });

  test('is bounded, not empty, new to the record, and belongs to a record that is there; else nothing is written', async () => {
    const before = await listed();
    const good = brought('good.pdf', pdfOf(500));
    const program = await add([good, brought('program.pdf', Buffer.from('MZ'))]);
    expect(program).toEqual({ code: 'attachment-type', details: { number: 2 } });
    expect(await add([brought('huge.pdf', pdfOf(10 * 2 ** 20 + 1))])).toMatchObject({ code: 'attachment-too-large' });
    expect(await add([brought('empty.pdf', Buffer.alloc(0))])).toMatchObject({ code: 'attachment-empty' });
    expect(await add([good, good])).toEqual({ code: 'attachment-known', details: { number: 2 } });
    expect(await add([join(desk, 'nowhere.pdf')])).toMatchObject({ code: 'file-missing' });
    expect(await add([good], '0190b000-0000-7000-8000-00000000aaaa')).toMatchObject({ code: 'record-not-found' });
    const removed = await enterDecision(office, '14/QĐ-UBND');
    await office.ask('record.remove', { kind: 'decision', id: removed, reason: 'nhầm' });
    expect(await add([good], removed)).toMatchObject({ code: 'record-removed' });
    expect(await office.fail('attachment.add', { kind: 'presence', id: removed, files: [good] })).toMatchObject({
      code: 'usage-wrong',
    });
    expect(await listed()).toEqual(before);
  });

  test('is not written where there is no folder', async () => {
    const [row] = await listed();
    expect(await office.fail('attachment.save', { id: row?.id ?? '', file: join(base, 'no', 'folder.pdf') })).toMatchObject({
      code: 'file-missing',
    });
    expect(existsSync(join(base, 'no'))).toBe(false);
  });
});

describe('a backup', () => {
  test('carries the contents; books restored from it have them, and what was never held is named', async () => {
    const backup = join(base, 'whole.hgbackup');
    expect(await office.ask('workspace.backup', { file: backup })).toMatchObject({ missingFileCount: 0 });
    const clock = fixedClock();
    const restored = officeOn(newEngine(clock), join(base, 'restored'), clock);
    await restored.ask('workspace.restore', { backup, folder: restored.folder });
    await restored.ask('workspace.unlock', { folder: restored.folder, password });
    expect(await restored.ask('attachment.list', { kind: 'decision', id: decisionId })).toEqual(await listed());
    expect(await restored.ask('status.get', {})).toMatchObject({ missingFileCount: 0 });

    const small = readdirSync(join(restored.folder, 'backups')).find((name) => name.startsWith('session-')) ?? '';
    const bare = officeOn(newEngine(clock), join(base, 'bare'), clock);
    await bare.ask('workspace.restore', { backup: join(restored.folder, 'backups', small), folder: bare.folder });
    await bare.ask('workspace.unlock', { folder: bare.folder, password });
    expect(await bare.ask('status.get', {})).toMatchObject({ missingFileCount: 1 });
    const [missing] = await bare.ask('attachment.missing', {});
    expect(missing).toMatchObject({ recordKind: 'decision', recordId: decisionId, recordTitle: 'Quyết định: 12/QĐ-UBND' });
    expect(await bare.fail('attachment.save', { id: missing?.id ?? '', file: join(base, 'x.pdf') })).toEqual({
      code: 'attachment-missing',
    });
  });

  test('a damaged file of contents does not hinder opening the books', async () => {
    await office.ask('workspace.lock', {});
    writeFileSync(join(office.folder, 'files.db'), Buffer.alloc(8192, 7));
    await office.ask('workspace.unlock', { folder: office.folder, password });
    expect((await listed())[0]).toMatchObject({ held: false });
    expect(existsSync(join(office.folder, 'files.db.damaged-1'))).toBe(true);
    const again = await enterDecision(office, '15/QĐ-UBND');
    expect(await attach(office, again, desk, [['b.pdf', pdfOf(100)]])).toMatchObject([{ held: true }]);
  });
});
