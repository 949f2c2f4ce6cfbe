import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import type { Dot, HeadValue } from '#shared/exchange/state.ts';

/**
 * A correction that the province proposes to the office that owns a record; local on both sides, the answer is a record. `receiptNumber`
 * is set at the office: the newest receipt that listed it. `withdrawnAt` is set at the province.
 */
export type Proposal = {
  readonly id: string;
  readonly officeId: string;
  readonly kind: string;
  readonly recordId: string;
  readonly field: string;
  /** What stood in the field when it was proposed. */
  readonly heads: readonly Dot[];
  readonly value: HeadValue;
  readonly reason: string;
  readonly authorName: string;
  readonly proposedAt: string;
  readonly receiptNumber: number | null;
  readonly withdrawnAt: string | null;
};

type StoredProposal = Omit<Proposal, 'heads' | 'value'> & { readonly heads: string; readonly value: string };

const columns = `id, office_id AS officeId, kind, record_id AS recordId, field, heads, value, reason, author_name AS authorName,
  proposed_at AS proposedAt, receipt_number AS receiptNumber, withdrawn_at AS withdrawnAt`;

const proposalOf = (row: StoredProposal): Proposal => ({
  ...row,
  heads: JSON.parse(row.heads) as Proposal['heads'],
  value: JSON.parse(row.value) as HeadValue,
});

/** In the order in which they were made or arrived; of one office where it is given. */
export const listProposals = (database: ReadableDatabase, officeId?: string): readonly Proposal[] =>
  database
    .prepare(`SELECT ${columns} FROM proposal WHERE @office IS NULL OR office_id = @office ORDER BY rowid`)
    .all<StoredProposal>({ office: officeId ?? null })
    .map(proposalOf);

export const findProposal = (database: ReadableDatabase, id: string): Proposal | undefined => {
  const row = database.prepare(`SELECT ${columns} FROM proposal WHERE id = ?`).get<StoredProposal>(id);
  return row && proposalOf(row);
};

/** Adds a proposal; one that is known stays as it is but for the receipt that listed it. */
export const writeProposal = (database: WritableDatabase, row: Proposal): void => {
  database
    .prepare(
      `INSERT INTO proposal (id, office_id, kind, record_id, field, heads, value, reason, author_name, proposed_at, receipt_number, withdrawn_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET receipt_number = excluded.receipt_number`,
    )
    .run(
      row.id,
      row.officeId,
      row.kind,
      row.recordId,
      row.field,
      JSON.stringify(row.heads),
      JSON.stringify(row.value),
      row.reason,
      row.authorName,
      row.proposedAt,
      row.receiptNumber,
      row.withdrawnAt,
    );
};

/** Notes that the province no longer stands by a proposal. */
export const withdrawProposal = (database: WritableDatabase, id: string, at: string): void => {
  database.prepare('UPDATE proposal SET withdrawn_at = ? WHERE id = ?').run(at, id);
};
