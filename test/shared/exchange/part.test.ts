import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachmentLimit, safeFileName } from '#shared/domain/attachment.ts';
import { partCommentOf, partEnvelopeSchema, partFileName, planParts } from '#shared/exchange/part.ts';

const hash = (index: number): string => index.toString(16).padStart(64, '0');

test('every content goes into exactly one part, no part is too heavy, and the order in which they are given does not matter', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: attachmentLimit }), { maxLength: 60 });
  fc.assert(
    fc.property(sizes, (given) => {
      const blobs = given.map((size, index) => ({ sha256: hash(index), size }));
      const parts = planParts(blobs);
      expect(parts.flat().sort()).toEqual(blobs.map(({ sha256 }) => sha256).sort());
      const sizeOf = new Map(blobs.map(({ sha256, size }) => [sha256, size]));
      for (const hashes of parts)
        expect(hashes.reduce((sum, sha256) => sum + (sizeOf.get(sha256) ?? 0), 0)).toBeLessThan(15_000_000 - 150_000);
      expect(planParts([...blobs].reverse())).toEqual(parts);
    }),
    { numRuns: 200 },
  );
});

test('a part names the file it travels with, and its comment tells it from every other part', () => {
  expect(partFileName('654-2026-11-007', 1)).toBe('654-2026-11-007-p01.hgpart');
  const envelope = {
    format: 2,
    minReader: 2,
    kind: 'part',
    with: 'package',
    office: '654',
    installId: 'a'.repeat(16),
    epoch: `1-${'b'.repeat(16)}`,
    seq: 7,
    packageId: 'c'.repeat(64),
    part: 2,
    partCount: 3,
    recipients: ['d'.repeat(16)],
    payloadHash: 'e'.repeat(64),
    createdAt: '2026-11-29T00:00:00.000Z',
  } as const;
  expect(partEnvelopeSchema.safeParse({ ...envelope, newer: 1 }).success).toBe(true);
  expect(partEnvelopeSchema.safeParse({ ...envelope, part: 4 }).success).toBe(false);
  const comments = [envelope, { ...envelope, part: 1 }, { ...envelope, seq: 8 }, { ...envelope, with: 'grant' as const }].map(
    (one) => partCommentOf(one as never),
  );
  expect(new Set(comments).size).toBe(4);
});

test('a file name is safe on every disk and ends as the content says', () => {
  expect(safeFileName('Quyết định số 12.pdf', 'pdf')).toBe('Quyết định số 12.pdf');
  expect(safeFileName('../../etc/passwd', 'pdf')).toBe('etc passwd.pdf');
  expect(safeFileName('ảnh.PNG', 'png')).toBe('ảnh.png');
  expect(safeFileName('hoa-don.pdf.exe', 'pdf')).toBe('hoa-don.pdf.exe.pdf');
  expect(safeFileName('con.pdf', 'pdf')).toBe('_con.pdf');
  expect(safeFileName('a\u202efdp.pdf', 'pdf')).toBe('a fdp.pdf');
  expect(safeFileName(' . ', 'jpeg')).toBe('tep.jpg');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const safe = safeFileName(name, 'pdf');
      expect(safe).toMatch(/^[^<>:"/\\|?*]{1,124}\.pdf$/u);
      expect(safeFileName(safe, 'pdf')).toBe(safe);
    }),
    { numRuns: 200 },
  );
});
