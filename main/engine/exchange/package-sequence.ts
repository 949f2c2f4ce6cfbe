import type { ReadableDatabase } from '#db/open.ts';
import { findChangeHash } from '#db/queries/change-log.ts';
import { findImportBytes, listImportsOfEpoch } from '#db/queries/package.ts';
import { failure } from '#engine/failure.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { readArchive, type Entries } from './archive.ts';
import type { SealedContainer } from './open-container.ts';

/** The parts of a container that was applied before. Fails with `workspace-damaged`. */
export const storedArchive = (bytes: Uint8Array | undefined): Entries => {
  const entries = bytes && readArchive(Buffer.from(bytes));
  if (!entries) throw failure('workspace-damaged');
  return entries;
};

/** Envelope of a package that was applied before; its signature was checked then. Fails with `workspace-damaged`. */
export const storedEnvelope = (database: ReadableDatabase, packageId: string): Envelope =>
  JSON.parse(Buffer.from(storedArchive(findImportBytes(database, packageId)).envelope).toString('utf8')) as Envelope;

const lists = (earlier: Envelope['earlier'], seq: number, packageId: string): boolean =>
  earlier[seq - 1]?.packageId === packageId;

/** What the list of earlier packages says of changes known here must be true of them. */
const isHistoryOurs = (database: ReadableDatabase, { earlier, installId, epoch }: Envelope): boolean =>
  earlier.every(({ n, logHash }) => {
    const known = n === 0 ? undefined : findChangeHash(database, `${installId}.${epoch}`, n);
    return known === undefined || known === logHash;
  });

/**
 * Replay and fork: one epoch of an installation has one chain of packages. Every accepted earlier one stands in this package's list, this
 * one stands in the list of every accepted later one; else the PC was cloned or brought back, and the package is a fork. Lost packages are
 * no error: returns the numbers that were skipped just before this one. Fails with `package-fork`.
 */
export const checkSequence = (
  database: ReadableDatabase,
  { envelope, packageId }: Pick<SealedContainer, 'envelope' | 'packageId'>,
): readonly number[] => {
  const { seq, earlier } = envelope;
  const accepted = listImportsOfEpoch(database, envelope.installId, envelope.epoch);
  const fits = accepted.every((one) => {
    if (one.seq === seq) return one.packageId === packageId;
    return one.seq < seq
      ? lists(earlier, one.seq, one.packageId)
      : lists(storedEnvelope(database, one.packageId).earlier, seq, packageId);
  });
  if (!fits || !isHistoryOurs(database, envelope)) throw failure('package-fork', { office: envelope.office, seq });
  const inForce = accepted.filter((one) => one.undoneAt === null);
  const before = Math.max(0, ...inForce.map((one) => one.seq).filter((number) => number < seq));
  return Array.from({ length: seq - before - 1 }, (_, index) => before + index + 1);
};
