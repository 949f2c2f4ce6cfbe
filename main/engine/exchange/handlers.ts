import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listInbox } from '#db/queries/inbox.ts';
import { listKeyPairs } from '#db/queries/key-pair.ts';
import { contextOf } from '#db/queries/context.ts';
import { listImports, listSentPackages } from '#db/queries/package.ts';
import { findTrustList } from '#db/queries/trust-list.ts';
import type { HandlersOf, QueryContext, TaskContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { sha256 } from '#engine/hash.ts';
import { currentTrustList, provinceFingerprintOf } from '#engine/trust.ts';
import type { exchangeMethods, TrustView } from '#shared/contract/exchange-methods.ts';
import type { FailureCode } from '#shared/contract/failure.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { acceptGrant, grantRequest, inspectGrant, inspectRequest, makeRequest } from './enrolment.ts';
import { exportPackage } from './export-package.ts';
import { applyFile, previewFile } from './merge.ts';
import { stateHashOf } from './office-state.ts';
import { openPayload, openSeal } from './open-container.ts';
import { issueReceipt, receiveReceipt } from './receipt.ts';
import { verifyPackage } from './verify-package.ts';

const codeOf = (packageId: string): string => digitsOf(Buffer.from(packageId, 'hex'));

const trustView = ({ database }: QueryContext): TrustView | null => {
  const stored = findTrustList(database);
  const list = currentTrustList(database);
  if (!stored || !list) return null;
  return {
    number: list.number,
    hash: stored.hash,
    provinceFingerprint: provinceFingerprintOf(list),
    provinceOfficeId: list.provinceOfficeId,
    provinceName: findTrustedOffice(list, list.provinceOfficeId)?.name ?? '',
    offices: list.offices.map((office) => ({
      officeId: office.officeId,
      name: office.name,
      tier: office.tier,
      installations: office.installations.map((one) => ({
        installId: one.installId,
        minisignPublicKey: one.minisignPublicKey,
        ageRecipient: one.ageRecipient,
        fingerprint: digitsOf(sha256(Buffer.from(one.minisignPublicKey + one.ageRecipient, 'utf8'))),
        grantedAt: one.grantedAt,
        revoked: one.revoked !== null,
      })),
    })),
  };
};

const unpack = async (task: TaskContext, file: string, folder: string): Promise<{ files: string[] }> => {
  const bytes = readFileSync(file);
  const { sealed, identities } = task.read(({ database }) => {
    const list = currentTrustList(database);
    if (!list) throw failure('not-enrolled');
    const keys = listKeyPairs(database, 'decrypt').flatMap((key) => (key.secret === null ? [] : [key.secret]));
    return { sealed: openSeal(bytes, list), identities: keys };
  });
  const files = await openPayload(sealed, identities);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const names = Object.keys(files).sort();
  for (const name of names) writeFileSync(join(folder, name), files[name] as Uint8Array, { mode: 0o600 });
  return { files: names };
};

type Each<Result> = (file: string) => Promise<Result>;

const forEachFile = async <Result>(task: TaskContext, files: readonly string[], step: string, work: Each<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  for (const [index, file] of files.entries()) {
    await task.progress({ step, done: index, total: files.length });
    results.push(await work(file));
  }
  return results;
};

export const exchangeHandlers: HandlersOf<keyof typeof exchangeMethods> = {
  'enrol.request': makeRequest,
  'enrol.inspectRequest': inspectRequest,
  'enrol.grant': grantRequest,
  'enrol.inspectGrant': inspectGrant,
  'enrol.accept': acceptGrant,
  'trust.show': trustView,
  'package.export': exportPackage,
  'package.list': ({ database }) =>
    listSentPackages(database).map((sent) => ({
      packageId: sent.packageId,
      seq: sent.seq,
      epoch: sent.epoch,
      code: codeOf(sent.packageId),
      stateHash: sent.stateHash,
      counts: { ...sent.counts },
      fileName: sent.fileName,
      createdAt: sent.createdAt,
      confirmedAt: sent.confirmedAt,
    })),
  'package.verify': verifyPackage,
  'package.unpack': (task, { file, folder }) => unpack(task, file, folder),
  'merge.preview': (task, { files, leaveOut }) => forEachFile(task, files, 'preview', (file) => previewFile(task, file, leaveOut)),
  'merge.apply': (task, { files, leaveOut, diffHash }) => {
    if (diffHash !== undefined && files.length !== 1) throw failure('usage-wrong', { reason: 'diffHash' });
    return forEachFile(task, files, 'apply', (file) => applyFile(task, file, leaveOut, diffHash));
  },
  'imports.list': ({ database }) => {
    const list = currentTrustList(database);
    return listImports(database).map((one) => ({
      id: one.id,
      office: one.officeId,
      officeName: (list && findTrustedOffice(list, one.officeId)?.name) ?? '',
      epoch: one.epoch,
      seq: one.seq,
      packageId: one.packageId,
      appliedAt: one.appliedAt,
      counts: { ...one.counts },
    }));
  },
  'inbox.list': ({ database }) => {
    const list = currentTrustList(database);
    return listInbox(database).map((row) => ({
      id: row.id,
      fileName: row.fileName,
      receivedAt: row.receivedAt,
      status: row.status,
      code: row.code,
      message: row.code === null ? null : messageOf({ code: row.code as FailureCode, ...(row.details === null ? {} : { details: row.details }) }),
      office: row.officeId,
      officeName: (row.officeId !== null && list && findTrustedOffice(list, row.officeId)?.name) || null,
      seq: row.seq,
      packageId: row.packageId,
    }));
  },
  'receipt.issue': issueReceipt,
  'receipt.receive': receiveReceipt,
  'state.hash': ({ database, identity }, { officeId }) => {
    const office = officeId ?? identity.officeId;
    return { office, hash: stateHashOf(database, office), context: { ...contextOf(database, office) } };
  },
};
