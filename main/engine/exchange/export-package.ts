import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contextOf } from '#db/queries/context.ts';
import { listSentPackages, writeSentPackage } from '#db/queries/package.ts';
import { findNewestReceipt } from '#db/queries/receipt.ts';
import { countRecords } from '#db/queries/record.ts';
import type { Handler, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256Hex } from '#engine/hash.ts';
import { activeInstallations, currentTrustList, isEnrolled, ownSigningKey, provinceRecipientsOf } from '#engine/trust.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { packageFileName } from '#shared/exchange/envelope.ts';
import type { TrustList } from '#shared/exchange/trust-list.ts';
import { logAfter, sideOf, wholeState } from './office-state.ts';
import { writeChecked, writeContainer, type EnvelopeDraft } from './write-container.ts';

/** Version of record fields and of the unit catalogue that this program writes. */
export const schemaNumber = 1;
export const catalogueVersion = 'dak-lak-2025-07';

/** Province, escrow and every active installation of the office. */
export const recipientsFor = (list: TrustList, officeId: string): readonly string[] => [
  ...new Set([
    ...provinceRecipientsOf(list),
    list.escrowRecipient,
    ...activeInstallations(list, officeId).map((installation) => installation.ageRecipient),
  ]),
];

const getEnrolledList = ({ database, identity }: QueryContext): TrustList => {
  const list = currentTrustList(database);
  if (!list || !isEnrolled(database, identity.officeId, identity.installId)) throw failure('not-enrolled');
  return list;
};

const emptyHash = '0'.repeat(64);

const gather = (context: QueryContext) => {
  const { database, identity, actor, clock } = context;
  const list = getEnrolledList(context);
  const sent = listSentPackages(database, identity.epoch);
  const receipt = findNewestReceipt(database);
  const side = sideOf(database, identity.officeId);
  const own = contextOf(database, identity.officeId)[identity.replica];
  const state = wholeState(database, identity.officeId);
  const draft: EnvelopeDraft = {
    kind: 'package',
    office: identity.officeId,
    installId: identity.installId,
    epoch: identity.epoch,
    seq: (sent[0]?.seq ?? 0) + 1,
    prevHash: sent[0]?.packageId ?? null,
    earlier: [...sent].reverse().map(({ seq, packageId, n, logHash }) => ({ seq, packageId, n, logHash })),
    newestReceipt: receipt ? { number: receipt.number, packageId: receipt.packageId } : null,
    schema: schemaNumber,
    catalogue: catalogueVersion,
    trustList: list.number,
    approver: actor.name,
    counts: countRecords(database, identity.officeId),
    context: side.context,
    exceptions: [...side.exceptions],
    stateHash: sha256Hex(state),
    createdAt: clock.now().toISOString(),
  };
  const files = { 'state.jsonl': state, 'log.jsonl': logAfter(database, identity.officeId, receipt?.acceptedContext ?? {}) };
  return { draft, files, recipients: recipientsFor(list, identity.officeId), key: ownSigningKey(database), n: own?.n ?? 0, logHash: own?.logHash ?? emptyHash };
};

/** The file to write: as given, or the package's fixed name in a folder. Fails with `usage-wrong` or `file-missing`. */
export const targetFile = (input: { readonly file?: string | undefined; readonly folder?: string | undefined }, name: string): string => {
  if ((input.file === undefined) === (input.folder === undefined)) throw failure('usage-wrong', { reason: 'file, folder' });
  if (input.file !== undefined) return input.file;
  const folder = input.folder as string;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw failure('file-missing');
  return join(folder, name);
};

/**
 * Exports the office's whole state with the log that the newest receipt does not cover; written, flushed and read back before it counts as
 * exported. Fails with `not-enrolled`, or what hinders writing the file.
 */
export const exportPackage = async (task: TaskContext, input: Parameters<Handler<'package.export'>>[1]): ReturnType<Handler<'package.export'>> => {
  const { draft, files, recipients, key, n, logHash } = task.read(gather);
  await task.progress({ step: 'pack', done: 0, total: 2 });
  const { bytes, packageId, envelope } = await writeContainer(draft, files, recipients, key);
  const name = packageFileName(envelope);
  const file = targetFile(input, name);
  await task.progress({ step: 'write', done: 1, total: 2 });
  writeChecked(file, bytes);
  task.write(({ database }) => {
    writeSentPackage(database, {
      packageId,
      epoch: draft.epoch,
      seq: draft.seq,
      n,
      logHash,
      stateHash: draft.stateHash,
      counts: draft.counts,
      approver: draft.approver,
      fileName: name,
      createdAt: draft.createdAt,
      confirmedAt: null,
    });
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
  };
};
