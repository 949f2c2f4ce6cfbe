import { contextOf } from '#db/queries/context.ts';
import { listInbox } from '#db/queries/inbox.ts';
import { listAllImports, listSentPackages } from '#db/queries/package.ts';
import type { Handler, HandlersOf } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { currentTrustList } from '#engine/trust.ts';
import type { exchangeMethods } from '#shared/contract/exchange-methods.ts';
import type { paperMethods } from '#shared/contract/paper-methods.ts';
import type { FailureCode } from '#shared/contract/failure.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { findTrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { acceptGrant, inspectGrant } from './accept-grant.ts';
import { revokeInstallation, rotateKeys } from './change-trust.ts';
import { exportPackage } from './export-package.ts';
import { fileSource } from './files.ts';
import { showForks } from './forks.ts';
import { grantRequest } from './grant-request.ts';
import { issueReceipt } from './issue-receipt.ts';
import { applyFiles, previewFiles, type Agreed } from './merge.ts';
import { checkPaper } from './check-paper.ts';
import { provePackage } from './prove-package.ts';
import { stateHashOf } from './office-state.ts';
import { receiveReceipt } from './receive-receipt.ts';
import { inspectRequest, makeRequest } from './request-file.ts';
import { retryInbox } from './retry-inbox.ts';
import { listSetAsideFields } from './set-aside.ts';
import { testEscrow } from './test-escrow.ts';
import { showTrust } from './trust-view.ts';
import { previewUndo, undoImport } from './undo-import.ts';
import { unpackPackage } from './unpack-package.ts';
import { verifyPackage } from './verify-package.ts';

const officeNameIn = (list: TrustList | undefined, officeId: string | null): string | null =>
  (officeId !== null && list && findTrustedOffice(list, officeId)?.name) || null;

const listSent: Handler<'package.list'> = ({ database }) =>
  listSentPackages(database).map(({ packageId, seq, epoch, stateHash, counts, fileName, createdAt, confirmedAt }) => ({
    packageId,
    seq,
    epoch,
    code: digitsOf(Buffer.from(packageId, 'hex')),
    stateHash,
    counts: { ...counts },
    fileName,
    createdAt,
    confirmedAt,
  }));

const showImports: Handler<'imports.list'> = ({ database }) => {
  const list = currentTrustList(database);
  return listAllImports(database).map(({ id, officeId, epoch, seq, packageId, appliedAt, counts, undoneAt }) => ({
    id,
    office: officeId,
    officeName: officeNameIn(list, officeId) ?? '',
    epoch,
    seq,
    packageId,
    appliedAt,
    counts: { ...counts },
    undoneAt,
  }));
};

const showInbox: Handler<'inbox.list'> = (context) => {
  const { database } = context;
  const list = currentTrustList(database);
  const mended = new Set(showForks(context, {}).flatMap(({ id, settled }) => (settled ? [id] : [])));
  return listInbox(database).map(({ id, fileName, receivedAt, status, code, details, officeId, seq, packageId, waiting }) => ({
    id,
    fileName,
    receivedAt,
    status,
    code,
    message: code === null ? null : messageOf({ code: code as FailureCode, ...(details === null ? {} : { details }) }),
    office: officeId,
    officeName: officeNameIn(list, officeId),
    seq,
    packageId,
    waiting: waiting && !mended.has(id),
  }));
};

/** Fails with `office-not-found` for an office of which nothing can be known here. */
const showStateHash: Handler<'state.hash'> = ({ database, identity }, { officeId }) => {
  const office = officeId ?? identity.officeId;
  const list = currentTrustList(database);
  if (office !== identity.officeId && !(list && findTrustedOffice(list, office))) throw failure('office-not-found', { office });
  return { office, hash: stateHashOf(database, office), context: { ...contextOf(database, office) } };
};

export const exchangeHandlers: HandlersOf<keyof typeof exchangeMethods | keyof typeof paperMethods> = {
  'paper.check': checkPaper,
  'enrol.request': makeRequest,
  'enrol.inspectRequest': inspectRequest,
  'enrol.grant': grantRequest,
  'enrol.inspectGrant': inspectGrant,
  'enrol.accept': acceptGrant,
  'trust.show': showTrust,
  'trust.revoke': revokeInstallation,
  'trust.rotate': rotateKeys,
  'package.export': exportPackage,
  'package.list': listSent,
  'package.verify': verifyPackage,
  'package.unpack': unpackPackage,
  'package.prove': provePackage,
  'escrow.test': testEscrow,
  'merge.preview': (task, { files, leaveOut }) => previewFiles(task, files.map(fileSource), leaveOut),
  'merge.apply': (task, { files, leaveOut, diffHash, each }) => {
    if (diffHash !== undefined && files.length !== 1) throw failure('usage-wrong', { reason: 'diffHash' });
    const agreedOn = (file: string): Agreed => (Object.hasOwn(each, file) && each[file]) || { leaveOut, diffHash };
    return applyFiles(task, files.map(fileSource), agreedOn);
  },
  'imports.list': showImports,
  'imports.previewUndo': previewUndo,
  'imports.undo': undoImport,
  'setAside.list': listSetAsideFields,
  'fork.list': showForks,
  'inbox.list': showInbox,
  'inbox.retry': retryInbox,
  'receipt.issue': issueReceipt,
  'receipt.receive': receiveReceipt,
  'state.hash': showStateHash,
};
