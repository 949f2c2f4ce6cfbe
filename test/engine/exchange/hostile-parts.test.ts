import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test, vi } from 'vitest';
import { encryptFor, makeAgeKey } from '#engine/age.ts';
import { readArchive, writeArchive, type Entries } from '#engine/exchange/archive.ts';
import { writePart, type PartDraft } from '#engine/exchange/part-file.ts';
import { writeTarball } from '#engine/exchange/tarball.ts';
import { sha256Hex } from '#engine/hash.ts';
import { makeSigningKey, signMinisig } from '#engine/minisign.ts';
import { systemIds } from '#engine/rim.ts';
import type { FailureCode } from '#shared/contract/failure.ts';
import { canonicalJson, type Json } from '#shared/exchange/canonical.ts';
import { partCommentOf, type PartEnvelope } from '#shared/exchange/part.ts';
import { attach, enterDecision, pdfOf } from '#test/support/attached.ts';
import { contentOf, enrolByHand, makePackage } from '#test/support/hand-made-sender.ts';
import { closedBooks } from '#test/support/hostile-run.ts';
import { enrol, setUpOffice, temporaryFolder, type Office } from '#test/support/office.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const base = temporaryFolder();
let province: Office;
let genuine: Buffer;
let sender: Awaited<ReturnType<typeof enrolByHand>>;

beforeAll(async () => {
  mkdirSync(join(base, 'desk'));
  province = await setUpOffice(base, '66');
  const district = await setUpOffice(base, '654');
  await enrol(province, district);
  const decisionId = await enterDecision(district);
  await attach(district, decisionId, join(base, 'desk'), [['a.pdf', pdfOf(40_000)]]);
  const sent = await district.ask('package.export', { file: join(base, 'sent.hgpkg') });
  genuine = readFileSync(sent.parts[0]?.file ?? '');
  sender = await enrolByHand(province, base, '651');
});

const bring = (bytes: Uint8Array): string => {
  const file = join(base, `${randomBytes(4).toString('hex')}.hgpart`);
  writeFileSync(file, bytes);
  return file;
};

const entriesOf = (bytes: Buffer): Entries => readArchive(bytes) as Entries;
const envelopeOf = (bytes: Buffer): PartEnvelope =>
  JSON.parse(Buffer.from(entriesOf(bytes).envelope).toString('utf8')) as PartEnvelope;

/** Signs an envelope of somebody's making over a payload. */
const sealed = (envelope: PartEnvelope, payload: Uint8Array, comment = partCommentOf(envelope)): Buffer => {
  const text = Buffer.from(canonicalJson({ ...envelope, payloadHash: sha256Hex(payload) }), 'utf8');
  return writeArchive({ envelope: text, signature: Buffer.from(signMinisig(text, comment, sender.signing)), payload });
};

test('strangers, swapped and cut parts, lies about sizes and hashes, bombs: each refused with its sentence, nothing changed', async () => {
  const content = pdfOf(3000);
  const own = envelopeOf(genuine);
  const draft: PartDraft = {
    with: 'package',
    office: '651',
    installId: sender.installId,
    epoch: sender.epoch,
    seq: 1,
    packageId: own.packageId,
    part: 1,
    partCount: 1,
    createdAt: own.createdAt,
  };
  const recipients = [(await province.ask('keys.get', {})).ageRecipient];
  const good = await writePart(draft, [content], recipients, sender.signing);
  const goodEnvelope = envelopeOf(good);
  const stranger = makeSigningKey((size) => systemIds.random(size));
  const elsewhere = await makeAgeKey();

  const manifest = (files: readonly unknown[], more: Record<string, unknown> = {}): Buffer => {
    const { with: travels, office, installId, epoch, seq, packageId, part } = draft;
    const said = { format: 2, kind: 'part', with: travels, office, installId, epoch, seq, packageId, part, files, ...more };
    return Buffer.from(canonicalJson(said as Json), 'utf8');
  };
  const hash = sha256Hex(content);
  const listed = { path: hash, size: content.length, sha256: hash };
  const packed = async (files: Record<string, Uint8Array>): Promise<Buffer> =>
    sealed(goodEnvelope, await encryptFor(recipients, writeTarball(files)));
  const flipped = (at: number): Buffer => {
    const bytes = Buffer.from(good);
    bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
    return bytes;
  };
  const huge = { ...listed, size: 11 * 2 ** 20 };
  const hostile: readonly (readonly [name: string, code: FailureCode, bytes: Buffer])[] = [
    ['a stranger', 'package-unknown-key', await writePart(draft, [content], recipients, stranger)],
    [
      'another office’s name',
      'package-key-office',
      await writePart({ ...draft, office: '654' }, [content], recipients, sender.signing),
    ],
    [
      'the province’s word',
      'package-key-office',
      await writePart({ ...draft, with: 'receipt' }, [content], recipients, sender.signing),
    ],
    ['another receiver', 'package-not-for-us', await writePart(draft, [content], [elsewhere.recipient], sender.signing)],
    [
      'a stolen payload signed anew',
      'package-manifest',
      sealed({ ...own, office: '651', installId: sender.installId, epoch: sender.epoch }, entriesOf(genuine).payload),
    ],
    ['a payload put in place', 'package-ciphertext', writeArchive({ ...entriesOf(good), payload: entriesOf(genuine).payload })],
    [
      'a comment of another part',
      'package-envelope',
      sealed(goodEnvelope, entriesOf(good).payload, partCommentOf({ ...goodEnvelope, part: 1, partCount: 9 })),
    ],
    ['cut off', 'package-form', good.subarray(0, good.length - 9)],
    ['a bit of the payload', 'package-form', flipped(good.length - 400)],
    ['too large', 'package-too-large', await writePart(draft, [pdfOf(8_000_000), pdfOf(8_000_000)], recipients, sender.signing)],
    ['no list', 'package-manifest', await packed({ [hash]: content })],
    [
      'not listed',
      'package-manifest',
      await packed({ [hash]: content, [sha256Hex('x')]: Buffer.from('x'), 'manifest.json': manifest([listed]) }),
    ],
    [
      'another content under the name',
      'package-manifest',
      await packed({ [hash]: pdfOf(3000), 'manifest.json': manifest([listed]) }),
    ],
    ['a lie about the size', 'package-manifest', await packed({ [hash]: content, 'manifest.json': manifest([huge]) })],
    ['listed twice', 'package-manifest', await packed({ [hash]: content, 'manifest.json': manifest([listed, listed]) })],
    [
      'of another package',
      'package-manifest',
      await packed({ [hash]: content, 'manifest.json': manifest([listed], { packageId: 'f'.repeat(64) }) }),
    ],
    ['a path', 'package-manifest', await packed({ '../../x': content, 'manifest.json': manifest([listed]) })],
    ['a bomb', 'package-manifest', sealed(goodEnvelope, await encryptFor(recipients, gzipSync(Buffer.alloc(200 * 2 ** 20))))],
    ['a later format', 'package-too-new', sealed({ ...goodEnvelope, minReader: 9 }, entriesOf(good).payload)],
  ];
  const before = await closedBooks(province);
  for (const [name, code, bytes] of hostile) {
    const file = bring(bytes);
    const [preview] = await province.ask('merge.preview', { files: [file] });
    const [applied] = await province.ask('merge.apply', { files: [file] });
    const { genuine: isGenuine, reason } = await province.ask('package.verify', { file });
    expect([name, preview?.failure?.code, applied?.failure?.code]).toEqual([name, code, code]);
    // A file for somebody else may be genuine; it is only not ours.
    const judged = code === 'package-not-for-us' ? [true, null] : [false, expect.stringMatching(/^package-/)];
    expect([name, isGenuine, reason]).toEqual([name, ...judged]);
    expect(applied?.message).toMatch(/^\p{Lu}.*\.$/u);
  }
  expect(await closedBooks(province)).toEqual(before);
  expect(await province.ask('merge.apply', { files: [bring(good)] })).toMatchObject([
    { status: 'applied', part: { newCount: 1 } },
  ]);
  const program = Buffer.from('MZ that calls itself a letter');
  const attachmentId = '0190a000-0000-7000-8000-0000000000aa';
  const said = { recordKind: 'decision', recordId: attachmentId, fileName: 'x.pdf', mediaType: 'pdf', size: program.length };
  const changes = Object.entries({ ...said, sha256: sha256Hex(program) }).map(([field, value]) => ({
    kind: 'attachment',
    id: attachmentId,
    field,
    value,
  }));
  writeFileSync(join(base, 'liar.hgpkg'), (await makePackage(sender, contentOf(sender, changes), [])).bytes);
  const disguised = bring(await writePart(draft, [program], recipients, sender.signing));
  expect(await province.ask('merge.apply', { files: [join(base, 'liar.hgpkg'), disguised] })).toMatchObject([
    { status: 'applied', missingFiles: [] },
    { status: 'applied' },
  ]);
  expect(await province.fail('attachment.save', { id: attachmentId, file: join(base, 'x.pdf') })).toMatchObject({
    code: 'attachment-type',
  });
  expect(await province.fail('package.unpack', { file: bring(good), folder: join(base, 'no') })).toMatchObject({
    code: 'package-wrong-kind',
  });
});
