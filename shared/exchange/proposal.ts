import { z } from 'zod';
import { removedField } from './state.ts';
import { wireId, wireName } from './wire-name.ts';

/** Kind of the record with which an office answers a proposal; its id is the proposal's. */
export const proposalAnswerKind = 'proposal-answer';

const wellFormed = z
  .string()
  .max(20_000)
  .refine((text) => text.isWellFormed());
const dot = z.tuple([z.string().regex(/^[0-9a-f]{16}\.\d{1,9}-[0-9a-f]{16}$/), z.int().min(1).max(Number.MAX_SAFE_INTEGER)]);

/**
 * One proposal as it stands in a receipt, version 1; fields are only ever added. `value` is the proposed value of the field; of `removed`
 * it is `true` (remove the record) or `null` (bring it back). One that does not fit is of a newer program and passed over.
 */
export const wireProposalSchema = z.looseObject({
  id: wireId,
  kind: wireName,
  recordId: wireId,
  field: wireName,
  heads: z.array(dot).max(10_000),
  value: z.union([wellFormed, z.number(), z.boolean(), z.array(wellFormed).max(10_000), z.null()]),
  reason: wellFormed,
  author: wellFormed,
  at: z.iso.datetime(),
});
export type WireProposal = z.infer<typeof wireProposalSchema>;

/** The proposals of a receipt that this program understands. */
export const readProposals = (listed: readonly unknown[]): readonly WireProposal[] =>
  listed.flatMap((one) => {
    const parsed = wireProposalSchema.safeParse(one);
    const isRemoval = parsed.success && parsed.data.field === removedField;
    return parsed.success && (!isRemoval || parsed.data.value === true || parsed.data.value === null) ? [parsed.data] : [];
  });
