import { countChangesAfter } from '#db/queries/change-log.ts';
import { listDrafts } from '#db/queries/draft.ts';
import { countReadableNow } from '#db/queries/inbox.ts';
import { findCurrentEpoch, listEpochs } from '#db/queries/installation.ts';
import { findNewestImport, listImports, listSentPackages, type ImportRow, type SentPackage } from '#db/queries/package.ts';
import { findLastIssuedReceipt, findNewestReceipt } from '#db/queries/receipt.ts';
import { countRecords } from '#db/queries/record.ts';
import { findSetting } from '#db/queries/setting.ts';
import type { Status } from '#shared/contract/workspace-methods.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { formatVersion } from '#shared/exchange/envelope.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { currentFindings } from '#engine/finding-answers.ts';
import { listMissing } from '#engine/missing-files.ts';
import { currentTrustList, isEnrolled } from '#engine/trust.ts';

/** An office counts as late when nothing of it has arrived for this many days. */
const lateAfterDays = 45;
/** A receipt is asked for when a package has been out for this many days. */
const receiptAfterDays = 30;
const dayInMilliseconds = 24 * 60 * 60 * 1000;

const sentView = (sent: SentPackage | undefined): Status['lastPackage'] =>
  sent === undefined
    ? null
    : {
        seq: sent.seq,
        epoch: sent.epoch,
        packageId: sent.packageId,
        code: digitsOf(Buffer.from(sent.packageId, 'hex')),
        createdAt: sent.createdAt,
        fileName: sent.fileName,
        confirmedAt: sent.confirmedAt,
      };

const isReceiptOverdue = ({ clock }: QueryContext, sent: SentPackage | undefined): boolean =>
  sent !== undefined &&
  sent.confirmedAt === null &&
  clock.now().getTime() - new Date(sent.createdAt).getTime() > receiptAfterDays * dayInMilliseconds;

const missingNumbers = (imports: readonly ImportRow[], epoch: string | undefined): readonly number[] => {
  const taken = new Set(imports.filter((one) => one.epoch === epoch).map((one) => one.seq));
  const last = Math.max(0, ...taken);
  return Array.from({ length: last }, (_, index) => index + 1).filter((seq) => !taken.has(seq));
};

const officeStatuses = ({ database, identity, clock }: QueryContext): Status['offices'] => {
  if (identity.tier !== 'province') return [];
  const offices = currentTrustList(database)?.offices.filter((office) => office.officeId !== identity.officeId) ?? [];
  return offices.map((office) => {
    const imports = listImports(database, office.officeId);
    const last = findNewestImport(database, office.officeId);
    const age = last === undefined ? Number.POSITIVE_INFINITY : clock.now().getTime() - new Date(last.appliedAt).getTime();
    return {
      officeId: office.officeId,
      name: office.name,
      lastPackage:
        last === undefined
          ? null
          : {
              seq: last.seq,
              epoch: last.epoch,
              packageId: last.packageId,
              receivedAt: last.appliedAt,
              createdAt: last.packageCreatedAt,
            },
      lastReceiptNumber: findLastIssuedReceipt(database, office.officeId)?.number ?? null,
      enrolled: office.installations.some((installation) => installation.revoked === null),
      late: age > lateAfterDays * dayInMilliseconds,
      missing: [...missingNumbers(imports, last?.epoch)],
    };
  });
};

/** Own changes that no exported package holds; a package holds all earlier epochs too. */
const countUnsent = ({ database }: QueryContext): number => {
  let count = 0;
  for (const { replica, epoch } of listEpochs(database)) {
    const [last] = listSentPackages(database, epoch);
    count += countChangesAfter(database, replica, last?.n ?? 0);
    if (last) break;
  }
  return count;
};

/** When the epoch in force began, where it is not the first and nothing of it has been confirmed. */
const restoredAt = ({ database, identity }: QueryContext): string | null => {
  const current = findCurrentEpoch(database);
  if (!current || current.counter === 1 || identity.tier === 'province') return null;
  return listSentPackages(database, current.epoch).some((sent) => sent.confirmedAt !== null) ? null : current.startedAt;
};

export const getStatus: Handler<'status.get'> = (context) => {
  const { database, identity } = context;
  const receipt = findNewestReceipt(database);
  const [sent] = listSentPackages(database);
  const enrolled = isEnrolled(database, identity.officeId, identity.installId);
  return {
    officeId: identity.officeId,
    enrolled,
    unsentChanges: identity.tier === 'province' ? 0 : countUnsent(context),
    lastPackage: sentView(sent),
    lastReceipt: receipt ? { number: receipt.number, receivedAt: receipt.receivedAt, seq: receipt.forSeq } : null,
    receiptOverdue: identity.tier === 'district' && enrolled && isReceiptOverdue(context, sent),
    restoredAt: restoredAt(context),
    lastBackupAt: findSetting(database, 'last-backup-at') ?? null,
    counts: countRecords(database, identity.officeId),
    findingCount: currentFindings(context).filter((one) => one.answerId === null).length,
    missingFileCount: listMissing(context).length,
    draftCount: listDrafts(database).length,
    readableNowCount: countReadableNow(database, formatVersion),
    offices: officeStatuses(context),
  };
};
