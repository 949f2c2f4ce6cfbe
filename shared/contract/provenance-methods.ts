import { z } from 'zod';
import { command, query } from './method.ts';

const asked = z.object({
  kind: z.string(),
  id: z.uuid(),
  /** Name of one field; without it every field that has ever had a value. */
  field: z.string().optional(),
});

/** A package or receipt that carried a change. `sent`: made here; `received`: brought here. */
const carrier = z.object({
  kind: z.enum(['package', 'receipt']),
  direction: z.enum(['sent', 'received']),
  number: z.int(),
  packageId: z.string(),
  at: z.string(),
});

/** One value that a field has or had, with the change that wrote it. */
const valueVersion = z.object({
  replica: z.string(),
  installId: z.string(),
  n: z.int(),
  /** The value as people read it; numbers of people only in part, unless they were revealed. */
  text: z.string(),
  /** The value was erased: who, when and that there was one still stand. */
  isErased: z.boolean(),
  /** `null` where the log that tells of it is not here. */
  at: z.string().nullable(),
  authorName: z.string().nullable(),
  officeId: z.string(),
  officeName: z.string(),
  reason: z.string().nullable(),
  /** What carried it from its office: the first package or receipt that holds it; `null` while there is none. */
  carrier: carrier.nullable(),
  /** The province's receipt from which on it is confirmed; `null` while it is not. */
  confirmation: z.object({ number: z.int(), packageId: z.string(), at: z.string() }).nullable(),
});
export type ValueVersion = z.infer<typeof valueVersion>;

export const provenanceCard = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  officeId: z.string(),
  officeName: z.string(),
  field: z.string(),
  /** Whether numbers of people are shown in part. */
  isMasked: z.boolean(),
  /** What the books show; `null` where the field never had a value. */
  current: valueVersion.nullable(),
  /** Values that stand beside it, unseen by it: a conflict waits for a person. */
  beside: z.array(valueVersion),
  /** What it replaced, newest first. */
  earlier: z.array(valueVersion),
});
export type ProvenanceCard = z.infer<typeof provenanceCard>;

export const provenanceMethods = {
  /** Where the value of a field comes from, one card for each field. Fails with `record-not-found`, `usage-wrong` for an unknown field. */
  'record.provenance': query('clerk', asked, z.array(provenanceCard)),
  /** The same with whole citizen numbers and phones; written down with the reason before they are given. Fails alike. */
  'record.revealProvenance': command(
    'clerk',
    asked.extend({ reason: z.string().trim().min(1).max(500) }),
    z.array(provenanceCard),
  ),
} as const;
