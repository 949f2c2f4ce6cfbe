import { z } from 'zod';

const json: z.ZodType = z.unknown();
export const severity = z.enum(['error', 'question']);

export const issue = z.object({
  code: z.string(),
  field: z.string().nullable(),
  severity,
  article: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export const lineIssue = issue.extend({ line: z.int() });

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export const recordValues = z.record(z.string(), fieldValue);

/** A record as everybody sees it: the winning head of each field. `title` is its short name for lists. */
export const recordView = z.object({
  kind: z.string(),
  id: z.string(),
  officeId: z.string(),
  title: z.string(),
  removed: z.boolean(),
  /** Fields with more than one value; empty for almost every record. */
  conflictFields: z.array(z.string()),
  values: recordValues,
});
export type RecordView = z.infer<typeof recordView>;

/** One change of one record, newest first in a history. `fields` gives old and new value of each field it wrote. */
export const historyEntry = z.object({
  replica: z.string(),
  /** Installation on which it was written. */
  installId: z.string(),
  n: z.int(),
  at: z.string(),
  authorId: z.string(),
  authorName: z.string(),
  officeId: z.string(),
  reason: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), before: json, after: json })),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** A finding: something a rule says of records as they are. Findings never block; `article` cites the law where there is one. */
export const finding = z.object({
  rule: z.string(),
  article: z.string().nullable(),
  severity: z.enum(['error', 'warning', 'question']),
  kind: z.string(),
  id: z.string(),
  officeId: z.string(),
  unitId: z.string().nullable(),
  title: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string(),
  /** How it is set right. */
  fix: z.string(),
  /** Record of the answer "it is so" to a question; `null` while nobody has answered. */
  answerId: z.string().nullable(),
});
export type Finding = z.infer<typeof finding>;

export const unitView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
  tier: z.enum(['province', 'district', 'commune']),
});
export type UnitView = z.infer<typeof unitView>;

export const progress = z.object({ step: z.string(), done: z.int(), total: z.int() });
export type Progress = z.infer<typeof progress>;

export const contextView = z.record(z.string(), z.object({ n: z.int(), logHash: z.string() }));

/** What a package or receipt says of itself and what checking it said. */
export const verification = z.object({
  genuine: z.boolean(),
  /** Failure code when not genuine, or `null`. */
  reason: z.string().nullable(),
  kind: z.string().nullable(),
  office: z.string().nullable(),
  officeName: z.string().nullable(),
  installId: z.string().nullable(),
  epoch: z.string().nullable(),
  seq: z.int().nullable(),
  packageId: z.string().nullable(),
  /** First digits of the package id as printed on the transmittal. */
  code: z.string().nullable(),
  counts: z.record(z.string(), z.int()),
  stateHash: z.string().nullable(),
  createdAt: z.string().nullable(),
  approver: z.string().nullable(),
  /** Of a part file: which of how many. `packageId` and `code` are those of what it travels with. */
  part: z.object({ number: z.int(), count: z.int() }).nullable(),
});
export type Verification = z.infer<typeof verification>;

/** One line of a merge preview. `id` is `kind/id` or `kind/id/field`. */
export const mergeItem = z.object({
  id: z.string(),
  title: z.string(),
  change: z.enum(['added', 'changed', 'removed', 'restored', 'conflict']),
  field: z.string().nullable(),
  /** The commune to which the record belongs; `null` for one of the whole office. */
  communeId: z.string().nullable(),
  old: json,
  new: json,
  /** Of a conflict in a field every value that stands in it; empty otherwise. */
  values: z.array(json),
});
export type MergeItem = z.infer<typeof mergeItem>;

/** An attached file whose content is not held here. `recordTitle` names the record that it belongs to. */
export const missingFile = z.object({
  id: z.string(),
  office: z.string(),
  fileName: z.string(),
  size: z.int(),
  recordKind: z.string(),
  recordId: z.string(),
  recordTitle: z.string(),
});
export type MissingFile = z.infer<typeof missingFile>;

export const mergeResult = z.object({
  file: z.string(),
  /** `preview` only looked; `applied` is in the books; `already-received` changed nothing; `refused` was not accepted. */
  status: z.enum(['preview', 'applied', 'already-received', 'refused']),
  failure: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])).optional() }).nullable(),
  message: z.string().nullable(),
  importId: z.string().nullable(),
  office: z.string().nullable(),
  officeName: z.string().nullable(),
  epoch: z.string().nullable(),
  seq: z.int().nullable(),
  packageId: z.string().nullable(),
  code: z.string().nullable(),
  /** Who approved the export, as the signed envelope says. */
  approver: z.string().nullable(),
  installId: z.string().nullable(),
  /** Sequence numbers of this installation that were skipped; nothing is missing, every package is whole. */
  missing: z.array(z.int()),
  items: z.array(mergeItem),
  itemCount: z.int(),
  counts: z.object({ added: z.int(), changed: z.int(), removed: z.int(), conflict: z.int() }),
  conflicts: z.array(z.object({ kind: z.string(), id: z.string(), field: z.string() })),
  setAside: z.array(z.object({ kind: z.string(), id: z.string(), field: z.string().nullable(), reason: z.string() })),
  /** Records of its own office of which the sender lacks something: it was brought back, or another PC wrote them. A receipt brings them. */
  senderLacks: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })),
  /** Of a part file: which of how many, what it travels with, how many attached files it brings and how many of them are new here. */
  part: z
    .object({
      number: z.int(),
      count: z.int(),
      with: z.enum(['package', 'receipt', 'grant']),
      fileCount: z.int(),
      newCount: z.int(),
    })
    .nullable(),
  /** Attached files of the office whose content is held neither here nor in the part files that were given with this one. */
  missingFiles: z.array(missingFile),
  /** Findings that the merge brings and that were not there before. */
  findings: z.array(finding),
  /** In a preview: new people who may be in the books already, likeliest first. They never hinder; the duplicates list asks about them. */
  duplicates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      otherId: z.string(),
      otherName: z.string(),
      otherOffice: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
  /** Hash of the diff; apply refuses when it would do something else than was shown. */
  diffHash: z.string().nullable(),
  stateHash: z.string().nullable(),
  stateHashMatches: z.boolean().nullable(),
});
export type MergeResult = z.infer<typeof mergeResult>;
