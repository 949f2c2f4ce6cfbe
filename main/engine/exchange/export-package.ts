import { basename } from 'node:path';
import { listNumberedPackages, markPackageWritten, writeSentPackage } from '#db/queries/package.ts';
import { findNewestReceipt } from '#db/queries/receipt.ts';
import type { Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { ownSigningKey } from '#engine/trust.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { packageFileName } from '#shared/exchange/envelope.ts';
import { targetFile } from './files.ts';
import { countPresent, listStates, logAfter, logHolesOf, sideOf, wholeLinks, wholeState } from './office-state.ts';
import { openSeal } from './open-container.ts';
import { lackedFile, officeBlobs, placeBefore, stageParts, stageWith } from './part-export.ts';
import { getEnrolledList, recipientsFor } from './trust-in-force.ts';
import { inTurn } from './turn.ts';
import { catalogueVersion, schemaNumber } from './versions.ts';
import { writeContainer, type EnvelopeDraft } from './write-container.ts';

const noChangeHash = '0'.repeat(64);

const gather = (context: QueryContext) => {
  const { database, identity, actor, clock } = context;
  const list = getEnrolledList(context);
  const numbered = listNumberedPackages(database, identity.epoch);
  const receipt = findNewestReceipt(database);
  const side = sideOf(database, identity.officeId, identity.replica);
  const state = wholeState(database, identity.officeId);
  const blobs = officeBlobs(context, identity.officeId);
  const confirmed = new Set(receipt?.heldBlobs ?? []);
  const draft: EnvelopeDraft = {
    kind: 'package',
    office: identity.officeId,
    installId: identity.installId,
    epoch: identity.epoch,
    seq: numbered.length + 1,
    prevHash: numbered.at(-1)?.packageId ?? null,
    earlier: numbered.map(({ seq, packageId, n, logHash }) => ({ seq, packageId, n, logHash })),
    newestReceipt: receipt ? { number: receipt.number, packageId: receipt.packageId } : null,
    schema: schemaNumber,
    catalogue: catalogueVersion,
    trustList: list.number,
    approver: actor.name,
    counts: countPresent(listStates(database, identity.officeId)),
    context: side.context,
    exceptions: [...side.exceptions],
    ...logHolesOf(database, identity.officeId, side.context),
    stateHash: sha256Hex(state),
    createdAt: clock.now().toISOString(),
  };
  return {
    draft,
    list,
    files: {
      'state.jsonl': state,
      'log.jsonl': logAfter(database, identity.officeId, receipt?.acceptedContext ?? {}),
      ...wholeLinks(database, identity.officeId),
      ...lackedFile(blobs),
    },
    toSend: blobs.held.filter(({ sha256 }) => !confirmed.has(sha256)),
    lackedCount: blobs.lacked.length,
    key: ownSigningKey(database),
    own: side.context[identity.replica] ?? { n: 0, logHash: noChangeHash },
    replica: identity.replica,
    day: context.today,
  };
};

const exportOnce = async (
  task: TaskContext,
  input: Parameters<Handler<'package.export'>>[1],
): ReturnType<Handler<'package.export'>> => {
  const { draft, list, files, key, own, replica, day, toSend, lackedCount } = task.read(gather);
  await task.progress({ step: 'pack', done: 0, total: 2 });
  const recipients = recipientsFor(list, draft.office);
  const { bytes, packageId } = await writeContainer(draft, files, recipients, key);
  const file = targetFile(input, (copy) => packageFileName(draft, day, copy));
  await task.progress({ step: 'write', done: 1, total: 2 });
  const { office, installId, epoch, seq, createdAt } = draft;
  const part = { with: 'package', office, installId, epoch, seq, packageId, createdAt } as const;
  const stagedParts = await stageParts(task, { beside: file, draft: part, blobs: toSend, recipients, key });
  const staged = stageWith(stagedParts, file, bytes);
  try {
    task.write(({ database, identity }) => {
      if (identity.replica !== replica) throw failure('cancelled');
      writeSentPackage(database, {
        packageId,
        epoch: draft.epoch,
        seq: draft.seq,
        ...own,
        stateHash: draft.stateHash,
        counts: draft.counts,
        approver: draft.approver,
        fileName: basename(file),
        createdAt: draft.createdAt,
        confirmedAt: null,
      });
    });
  } catch (error) {
    staged.discard();
    stagedParts.discard();
    throw error;
  }
  const parts = placeBefore(staged, stagedParts);
  if (openSeal(staged.place(), list).packageId !== packageId) throw failure('file-unwritable');
  task.write(({ database, clock }) => {
    markPackageWritten(database, packageId, clock.now().toISOString());
  });
  return {
    file,
    packageId,
    seq: draft.seq,
    epoch: draft.epoch,
    code: digitsOf(Buffer.from(packageId, 'hex')),
    stateHash: draft.stateHash,
    counts: { ...draft.counts },
    transmittalFile: null,
    parts: parts.map((one) => ({ ...one })),
    lackedFileCount: lackedCount,
  };
};

/**
 * Exports the office's whole state with the log that the newest receipt does not cover. The file lies on the disk before its number is
 * taken and counts as exported once it was read back from its place; a number whose file could not be placed is never used again. Fails
 * with `not-enrolled`, or what hinders writing the file.
 */
export const exportPackage: Handler<'package.export'> = (task, input) => inTurn(task.host, () => exportOnce(task, input));
