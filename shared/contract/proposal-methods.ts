import { z } from 'zod';
import { command, query } from './method.ts';

const json: z.ZodType = z.unknown();
const reason = z.string().trim().min(1).max(500);

export const proposalView = z.object({
  id: z.string(),
  office: z.string(),
  officeName: z.string(),
  kind: z.string(),
  recordId: z.string(),
  field: z.string(),
  title: z.string(),
  /** The proposed value; of the field `removed`: `true` to remove the record, `null` to bring it back. */
  value: json,
  /** What the field shows now. */
  current: json,
  reason: z.string(),
  authorName: z.string(),
  proposedAt: z.string(),
  /** `outdated`: the field has changed since; it can still be refused. `withdrawn`: the province no longer stands by it. */
  state: z.enum(['open', 'accepted', 'refused', 'outdated', 'withdrawn']),
  /** The owning office's answer, once it is known here. */
  answer: z.object({ reason: z.string().nullable(), authorName: z.string().nullable(), at: z.string().nullable() }).nullable(),
  /** Whether the open office owns the record and answers. */
  answerable: z.boolean(),
});
export type ProposalView = z.infer<typeof proposalView>;

const answered = z.object({ id: z.string(), state: z.enum(['accepted', 'refused']) });

export const proposalMethods = {
  /** All that was ever proposed, newest first; at an office those that its receipts brought. */
  'proposal.list': query(
    'clerk',
    z.object({ officeId: z.string().optional(), recordId: z.uuid().optional(), openOnly: z.boolean().default(false) }),
    z.array(proposalView),
  ),
  /**
   * Proposes a value for a field of another office's record, also as an opinion on a conflict; travels in every receipt until answered.
   * Fails with `wrong-tier`, `record-not-found`, `record-removed`, `proposal-own-record`, `proposal-no-change`, `validation-failed`.
   */
  'proposal.make': command(
    'clerk',
    z.object({ kind: z.string(), id: z.uuid(), field: z.string(), value: z.unknown(), reason }),
    z.object({ id: z.string(), office: z.string(), kind: z.string(), recordId: z.string(), field: z.string(), value: json }),
  ),
  /** Takes a proposal back that is not answered yet. Fails with `proposal-not-found`, `proposal-answered`, `wrong-tier`. */
  'proposal.withdraw': command('clerk', z.object({ id: z.uuid() }), z.object({ id: z.string() })),
  /**
   * Takes the proposed value over in the owning office; one change, with the province's reason, and the answer as a record. Fails with
   * `proposal-not-found`, `proposal-answered`, `proposal-outdated`, `record-not-owned`, `validation-failed`. With `again` a refusal is taken
   * back so.
   */
  'proposal.accept': command(
    'clerk',
    z.object({ id: z.uuid(), reason: reason.optional(), again: z.boolean().default(false) }),
    answered,
  ),
  /** Leaves the record as it is and answers so; with `again` an acceptance is taken back, and the value before stands again. Fails with `proposal-not-found`, `proposal-answered`, `record-not-owned`. */
  'proposal.refuse': command(
    'clerk',
    z.object({ id: z.uuid(), reason: reason.optional(), again: z.boolean().default(false) }),
    answered,
  ),
} as const;
