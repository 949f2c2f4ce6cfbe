import { z } from 'zod';

/** One of the two packages of a fork alarm, as its signed envelope says. */
export const forkedPackage = z.object({
  seq: z.int(),
  packageId: z.string(),
  /** The digits printed on the transmittal. */
  code: z.string(),
  createdAt: z.string(),
  approver: z.string(),
  /** Number of its installation's newest own change. */
  changeCount: z.int(),
  stateHash: z.string(),
  counts: z.record(z.string(), z.int()),
});
export type ForkedPackage = z.infer<typeof forkedPackage>;

/**
 * A fork alarm: two packages of one installation that cannot both follow from the same past. `receipt` and `newPackage` are the steps that
 * mend it, `null` until they are done.
 */
export const forkView = z.object({
  /** Entry of the inbox. */
  id: z.string(),
  fileName: z.string(),
  receivedAt: z.string(),
  office: z.string(),
  officeName: z.string(),
  installId: z.string(),
  epoch: z.string(),
  arrived: forkedPackage,
  /** The package of the same number that stands in the books; the newest of the epoch where there is none. */
  accepted: forkedPackage.nullable(),
  /** Number of the last package that both list; 0 where there is none. */
  sharedSeq: z.int(),
  /** The receipt with everything that the PC lacks. */
  receipt: z.object({ number: z.int(), issuedAt: z.string() }).nullable(),
  /** The first package of the new epoch that the PC started. */
  newPackage: z.object({ seq: z.int(), epoch: z.string(), appliedAt: z.string() }).nullable(),
  settled: z.boolean(),
});
export type ForkView = z.infer<typeof forkView>;
