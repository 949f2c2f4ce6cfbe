import { z } from 'zod';
import { signedTrustListSchema } from './trust-list.ts';
import { wireId, wireName } from './wire-name.ts';

const hexHash = z.string().regex(/^[0-9a-f]{64}$/);
const replica = z.string().regex(/^[0-9a-f]{16}\.\d{1,9}-[0-9a-f]{16}$/);
export const officeIdSchema = z.string().regex(/^\d{2,5}(@\d{4}-\d{2}-\d{2})?$/);
const n = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

export const contextSchema = z.record(replica, z.strictObject({ n, logHash: hexHash }));

export const exceptionSchema = z.strictObject({
  kind: wireName,
  id: wireId,
  field: wireName,
  context: z.record(replica, z.int().min(0)),
});

/** Newest format this program reads: version 2 brought part files (`part.ts`). */
export const formatVersion = 2;

/** What a reader must know at least for packages, receipts and grants: they are those of version 1. */
export const containerReader = 1;

/**
 * `envelope.json` of version 1. Wire fields are only ever added: unknown ones are kept. Times are information only. For a receipt
 * `office` is the office it is for, `installId` and `epoch` are the signer's, `seq` is the receipt's number.
 */
const shape = {
  format: z.int().min(1),
  minReader: z.int().min(1),
  kind: z.enum(['package', 'receipt', 'grant']),
  office: officeIdSchema,
  installId: z.string().regex(/^[0-9a-f]{16}$/),
  epoch: z.string().regex(/^\d{1,9}-[0-9a-f]{16}$/),
  seq: n,
  prevHash: hexHash.nullable(),
  earlier: z.array(z.strictObject({ seq: n, packageId: hexHash, n: z.int().min(0), logHash: z.string().max(64) })).max(100_000),
  newestReceipt: z.strictObject({ number: n, packageId: hexHash }).nullable(),
  recipients: z
    .array(z.string().regex(/^[0-9a-f]{16}$/))
    .min(1)
    .max(32),
  schema: z.int(),
  catalogue: z.string().max(40),
  trustList: z.int().min(0),
  approver: z.string().max(120),
  counts: z.record(wireName, z.int().min(0)),
  context: contextSchema,
  exceptions: z.array(exceptionSchema).max(100_000),
  /**
   * Receipts: what the receiver must have taken in already, because only records that hold something beyond it are listed. Absent or
   * empty: the state is whole.
   */
  base: contextSchema.optional(),
  /** Replicas of the context of which the sender lacks a part of the log; who answers sends their log whole. Absent: it lacks nothing. */
  logHoles: z.array(replica).max(10_000).optional(),
  stateHash: hexHash,
  payloadHash: hexHash,
  createdAt: z.iso.datetime(),
  /** Receipts and grants bring the trust list in force. */
  trust: signedTrustListSchema.optional(),
};
const typedShape = z.strictObject(shape);
export type Envelope = z.infer<typeof typedShape>;

/** A package names every earlier one of its epoch, 1, 2, 3 ... without holes, and as predecessor the last of them. */
const isChained = ({ kind, seq, prevHash, earlier }: Pick<Envelope, 'kind' | 'seq' | 'prevHash' | 'earlier'>): boolean =>
  kind !== 'package' ||
  (earlier.length === seq - 1 &&
    earlier.every((one, index) => one.seq === index + 1) &&
    prevHash === (earlier.at(-1)?.packageId ?? null));

export const envelopeSchema = z.looseObject(shape).refine(isChained) as unknown as z.ZodType<Envelope>;

/** Trusted comment of the signature; equal to what the envelope says. */
export const trustedCommentOf = (envelope: Pick<Envelope, 'kind' | 'office' | 'installId' | 'epoch' | 'seq'>): string =>
  `hgpkg 1 ${envelope.kind} ${envelope.office} ${envelope.installId} ${envelope.epoch} ${envelope.seq}`;

const endings = { package: 'hgpkg', receipt: 'hgack', grant: 'hgcert' } as const;

/**
 * `654-2026-11-007.hgpkg`: office, year and month of making at the office (`day` is `YYYY-MM-DD`), number; nothing personal. `copy`, from 2,
 * tells a file from another one of that name: after a restore the numbers start again.
 */
export const packageFileName = (
  { kind, office, seq }: Pick<Envelope, 'kind' | 'office' | 'seq'>,
  day: string,
  copy = 1,
): string =>
  `${office.replace('@', '_')}-${day.slice(0, 7)}-${String(seq).padStart(3, '0')}${copy > 1 ? `-${copy}` : ''}.${endings[kind]}`;
