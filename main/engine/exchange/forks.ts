import type { ReadableDatabase } from '#db/open.ts';
import { listForkAlarms } from '#db/queries/inbox.ts';
import { listImports, listImportsOfEpoch, type ImportRow } from '#db/queries/package.ts';
import { findIssuedReceiptBytes, findLastIssuedReceipt } from '#db/queries/receipt.ts';
import type { Handler } from '#engine/context.ts';
import { officeNamer } from '#engine/office-name.ts';
import { sha256Hex } from '#engine/hash.ts';
import type { ForkedPackage, ForkView } from '#shared/contract/fork-view.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { parseEnvelope, readForm } from './open-container.ts';
import { storedArchive, storedEnvelope } from './package-sequence.ts';

type Alarm = ReturnType<typeof listForkAlarms>[number] & { readonly envelope: Envelope; readonly packageId: string };

/** Alarms over packages; a receipt that does not fit is no matter of its sender. */
const readAlarm = (row: ReturnType<typeof listForkAlarms>[number]): readonly Alarm[] => {
  const { envelope: raw, minisig } = readForm(Buffer.from(row.bytes));
  const envelope = parseEnvelope(raw, minisig.trustedComment);
  return envelope.kind === 'package' ? [{ ...row, envelope, packageId: sha256Hex(raw) }] : [];
};

const packageView = (envelope: Envelope, packageId: string): ForkedPackage => ({
  seq: envelope.seq,
  packageId,
  code: digitsOf(Buffer.from(packageId, 'hex')),
  createdAt: envelope.createdAt,
  approver: envelope.approver,
  changeCount: envelope.context[`${envelope.installId}.${envelope.epoch}`]?.n ?? 0,
  stateHash: envelope.stateHash,
  counts: { ...envelope.counts },
});

/** The package in the books beside which the arrived one cannot stand: of the same number, or the newest of its epoch. */
const findRival = (database: ReadableDatabase, { envelope }: Alarm): ImportRow | undefined => {
  const accepted = listImportsOfEpoch(database, envelope.installId, envelope.epoch);
  return accepted.find(({ seq }) => seq === envelope.seq) ?? accepted.at(-1);
};

const lastSharedSeq = (one: Envelope, other: Envelope): number =>
  Math.max(
    0,
    ...one.earlier
      .filter(({ seq, packageId }) => other.earlier.some((mate) => mate.seq === seq && mate.packageId === packageId))
      .map(({ seq }) => seq),
  );

const counterOf = (epoch: string): number => Number(epoch.split('-')[0]);

/** The first package of a later epoch of the same installation that was taken in. */
const findMended = (database: ReadableDatabase, { envelope }: Alarm): ImportRow | undefined =>
  [...listImports(database, envelope.office)]
    .reverse()
    .find(({ installId, epoch }) => installId === envelope.installId && counterOf(epoch) > counterOf(envelope.epoch));

/** The office's last receipt, if it holds everything: one that was issued for the alarm. */
const findWholeReceipt = (database: ReadableDatabase, { envelope: { office } }: Alarm): ForkView['receipt'] => {
  const last = findLastIssuedReceipt(database, office);
  const bytes = last && findIssuedReceiptBytes(database, last.packageId);
  if (!bytes) return null;
  const { base } = JSON.parse(Buffer.from(storedArchive(bytes).envelope).toString('utf8')) as Envelope;
  return Object.keys(base ?? {}).length === 0 ? { number: last.number, issuedAt: last.issuedAt } : null;
};

const alarmsOf = (database: ReadableDatabase): readonly Alarm[] => listForkAlarms(database).flatMap(readAlarm);

/** Whether a PC of the office has gone on from an older state and has not been mended yet. */
export const hasOpenFork = (database: ReadableDatabase, officeId: string): boolean =>
  alarmsOf(database).some((alarm) => alarm.envelope.office === officeId && findMended(database, alarm) === undefined);

/** Every fork alarm, newest first, with both packages and how far mending has got. */
export const showForks: Handler<'fork.list'> = (context) => {
  const { database } = context;
  const nameOf = officeNamer(context);
  return alarmsOf(database).map((alarm) => {
    const { id, fileName, receivedAt, envelope, packageId } = alarm;
    const rival = findRival(database, alarm);
    const theirs = rival && storedEnvelope(database, rival.packageId);
    const mended = findMended(database, alarm);
    return {
      id,
      fileName,
      receivedAt,
      office: envelope.office,
      officeName: nameOf(envelope.office),
      installId: envelope.installId,
      epoch: envelope.epoch,
      arrived: packageView(envelope, packageId),
      accepted: rival && theirs ? packageView(theirs, rival.packageId) : null,
      sharedSeq: theirs ? lastSharedSeq(envelope, theirs) : 0,
      receipt: findWholeReceipt(database, alarm),
      newPackage: mended ? { seq: mended.seq, epoch: mended.epoch, appliedAt: mended.appliedAt } : null,
      settled: mended !== undefined,
    };
  });
};
