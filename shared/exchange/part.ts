import { z } from 'zod';
import { officeIdSchema } from './envelope.ts';

/**
 * Part files (`.hgpart`): contents of attached files that travel beside a package, a receipt or a grant. They came with format version 2;
 * who reads version 1 only refuses them as too new and keeps them, everything else stays version 1.
 */
export const partReader = 2;

/** Largest part file in bytes: what mail takes. */
export const partFileLimit = 15_000_000;

/** Most contents of one part. */
export const partBlobCount = 1000;

/** Most bytes of contents in one part; the rest is room for tar, gzip, age, envelope and signature. */
const roomForBlobs = partFileLimit - 150_000;
/** What a content takes beside its bytes: tar header and padding, its line in the manifest. */
const roomBesideBlob = 1300;

const hexHash = z.string().regex(/^[0-9a-f]{64}$/);
const number = z.int().min(1).max(999);

/** `envelope.json` of a part file. It names what the part travels with and says nothing of the contents. */
export const partEnvelopeSchema = z
  .looseObject({
    format: z.int().min(partReader),
    minReader: z.int().min(1),
    kind: z.literal('part'),
    /** What it travels with; that decides who must have signed. */
    with: z.enum(['package', 'receipt', 'grant']),
    office: officeIdSchema,
    installId: z.string().regex(/^[0-9a-f]{16}$/),
    epoch: z.string().regex(/^\d{1,9}-[0-9a-f]{16}$/),
    seq: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
    packageId: hexHash,
    part: number,
    partCount: number,
    recipients: z
      .array(z.string().regex(/^[0-9a-f]{16}$/))
      .min(1)
      .max(32),
    payloadHash: hexHash,
    createdAt: z.iso.datetime(),
  })
  .refine(({ part, partCount }) => part <= partCount);
export type PartEnvelope = z.infer<typeof partEnvelopeSchema>;

/** `manifest.json` of a part: repeats what the envelope says and lists every content; a content's file is named by its hash. */
export const partManifestSchema = z.looseObject({
  format: z.literal(partReader),
  kind: z.literal('part'),
  with: z.string(),
  office: officeIdSchema,
  installId: z.string(),
  epoch: z.string(),
  seq: z.int().min(1),
  packageId: hexHash,
  part: number,
  files: z
    .array(z.strictObject({ path: hexHash, size: z.int().min(0), sha256: hexHash }))
    .min(1)
    .max(partBlobCount),
});

/** What a part's envelope and manifest must agree on. */
export const partIdentity = ['with', 'office', 'installId', 'epoch', 'seq', 'packageId', 'part'] as const;

const partComment = 'hgpart 2 ';

/** Trusted comment of a part's signature; equal to what the envelope says. */
export const partCommentOf = (envelope: Pick<PartEnvelope, (typeof partIdentity)[number] | 'partCount'>): string =>
  `${partComment}${envelope.with} ${envelope.office} ${envelope.installId} ${envelope.epoch} ${envelope.seq} ${envelope.part} ${envelope.partCount}`;

/** Whether a signature's comment says that the file is a part; what it says is believed only once the signature holds. */
export const isPartComment = (trustedComment: string): boolean => trustedComment.startsWith(partComment);

/** `654-2026-11-007-p01.hgpart`, beside the file with whose stem it begins. */
export const partFileName = (stem: string, part: number): string => `${stem}-p${String(part).padStart(2, '0')}.hgpart`;

type Sized = { readonly sha256: string; readonly size: number };

const weightOf = ({ size }: Sized): number => size + roomBesideBlob;

/** Spreads contents over parts, the largest first, each into the first part with room for it: the same contents always the same way. */
export const planParts = (blobs: readonly Sized[]): readonly (readonly string[])[] => {
  const ordered = [...blobs].sort((a, b) => b.size - a.size || (a.sha256 < b.sha256 ? -1 : 1));
  const parts: { weight: number; readonly hashes: string[] }[] = [];
  for (const blob of ordered) {
    const fitting = parts.find(({ weight, hashes }) => weight + weightOf(blob) <= roomForBlobs && hashes.length < partBlobCount);
    const part = fitting ?? { weight: 0, hashes: [] };
    if (fitting === undefined) parts.push(part);
    part.weight += weightOf(blob);
    part.hashes.push(blob.sha256);
  }
  return parts.map(({ hashes }) => hashes);
};

/** `blobs.json` inside a package: contents that the sender's own attachments name and that its PC lacks. */
export const lackedBlobsSchema = z.looseObject({ lacked: z.array(hexHash).max(100_000) });
