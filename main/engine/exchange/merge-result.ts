import { findProjected } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import type { ImportCounts } from '#db/queries/package.ts';
import type { QueryContext } from '#engine/context.ts';
import { sha256Hex } from '#engine/hash.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { MergeItem, MergeResult } from '#shared/contract/views.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import type { DiffItem } from '#shared/exchange/diff.ts';
import { digitsOf } from '#shared/exchange/digits.ts';
import { removedField } from '#shared/exchange/state.ts';
import { findTrustedOffice, type TrustList } from '#shared/exchange/trust-list.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { messageOf } from '#shared/text/messages.vi.ts';
import { communeOfRecord } from './commune-of.ts';
import type { JoinOutcome } from './apply-join.ts';
import type { SealedContainer } from './open-container.ts';

/** What a result says of the sender, once a signature holds. */
export type SenderPart = Pick<
  MergeResult,
  'office' | 'officeName' | 'epoch' | 'seq' | 'packageId' | 'code' | 'approver' | 'installId'
>;

export const noSender: SenderPart = {
  office: null,
  officeName: null,
  epoch: null,
  seq: null,
  packageId: null,
  code: null,
  approver: null,
  installId: null,
};

export const senderPartOf = ({ envelope, packageId }: SealedContainer, list: TrustList): SenderPart => ({
  office: envelope.office,
  officeName: findTrustedOffice(list, envelope.office)?.name ?? '',
  epoch: envelope.epoch,
  seq: envelope.seq,
  packageId,
  code: digitsOf(Buffer.from(packageId, 'hex')),
  approver: envelope.approver,
  installId: envelope.installId,
});

const plainResult = (file: string, sender: SenderPart, status: MergeResult['status']): MergeResult => ({
  file,
  status,
  ...sender,
  failure: null,
  message: null,
  importId: null,
  missing: [],
  items: [],
  itemCount: 0,
  counts: { added: 0, changed: 0, removed: 0, conflict: 0 },
  conflicts: [],
  setAside: [],
  senderLacks: [],
  part: null,
  missingFiles: [],
  findings: [],
  duplicates: [],
  diffHash: null,
  stateHash: null,
  stateHashMatches: null,
});

/** A part file that is looked at or was taken in. */
export const partResult = plainResult;

export const alreadyReceived = (file: string, sender: SenderPart): MergeResult => plainResult(file, sender, 'already-received');

export const refusalOf = (file: string, sender: SenderPart, failed: Failure): MergeResult => ({
  ...plainResult(file, sender, 'refused'),
  failure: { code: failed.code, ...(failed.details === undefined ? {} : { details: { ...failed.details } }) },
  message: messageOf(failed),
});

const nameOf = (context: QueryContext, kind: string, id: string): string => {
  const record = findProjected(context.database, kind, id);
  const personId = record?.values.personId;
  const person = typeof personId === 'string' ? findProjected(context.database, 'person', personId) : undefined;
  return person?.title ?? record?.title ?? '';
};

/** Kind and name of a record as it stands now, for one line of a list. */
export const recordTitle = (context: QueryContext, kind: string, id: string): string => {
  const name = nameOf(context, kind, id);
  return name === '' ? kindLabel(kind) : `${kindLabel(kind)}: ${name}`;
};

const conflictingValues = ({ database }: QueryContext, { kind, recordId, change, field }: DiffItem): unknown[] =>
  change === 'conflict' && field !== null && field !== removedField
    ? (findRecord(database, kind, recordId)?.state.fields[field] ?? []).map(([, , value]) => value)
    : [];

const itemView = (context: QueryContext, item: DiffItem): MergeItem => ({
  id: item.id,
  title: recordTitle(context, item.kind, item.recordId),
  change: item.change,
  field: item.field,
  communeId: communeOfRecord(context, item.kind, item.recordId),
  old: item.old,
  new: item.new,
  values: conflictingValues(context, item),
});

/** Records by what becomes of them; a record with a conflict counts there too. */
export const countsOf = (items: readonly DiffItem[]): ImportCounts => {
  const count = (...changes: readonly DiffItem['change'][]): number =>
    new Set(items.filter((item) => changes.includes(item.change)).map((item) => `${item.kind}/${item.recordId}`)).size;
  return { added: count('added', 'restored'), changed: count('changed'), removed: count('removed'), conflict: count('conflict') };
};

/** What a person saw and agreed to: items, conflicts and what stays out. */
const diffHashOf = ({ items, conflicts, setAside }: JoinOutcome): string =>
  sha256Hex(canonicalJson({ items, conflicts, setAside }));

/** The result of a join that has run, titles read while it stands. */
export const joinedResult = (
  context: QueryContext,
  file: string,
  sender: SenderPart,
  outcome: JoinOutcome,
  more: Pick<MergeResult, 'missing' | 'senderLacks' | 'missingFiles' | 'findings' | 'duplicates'>,
): MergeResult => ({
  ...plainResult(file, sender, 'preview'),
  ...more,
  items: outcome.items.map((item) => itemView(context, item)),
  itemCount: outcome.items.length,
  counts: countsOf(outcome.items),
  conflicts: [...outcome.conflicts],
  setAside: [...outcome.setAside],
  diffHash: diffHashOf(outcome),
  stateHash: outcome.stateHash,
  stateHashMatches: outcome.stateHashMatches,
});
