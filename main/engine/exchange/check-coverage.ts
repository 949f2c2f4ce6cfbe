import { findChangeHash } from '#db/queries/change-log.ts';
import { contextOf } from '#db/queries/context.ts';
import { findIssuedReceiptBytes } from '#db/queries/receipt.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { epochCounterOf } from '#shared/exchange/dot.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import type { Context } from '#shared/exchange/state.ts';
import { readArchive } from './archive.ts';
import type { OfficeContent } from './payload.ts';

/** The context that the receipt named in an envelope confirmed; `undefined` where that receipt was not issued here. */
const confirmedContext = ({ database }: QueryContext, { newestReceipt }: Envelope): Context | undefined => {
  const bytes = newestReceipt === null ? undefined : findIssuedReceiptBytes(database, newestReceipt.packageId);
  const entries = bytes && readArchive(Buffer.from(bytes));
  return entries && (JSON.parse(Buffer.from(entries.envelope).toString('utf8')) as Envelope).context;
};

/** Number of the first change of each replica in a log. */
const firstLogged = ({ log }: OfficeContent): ReadonlyMap<string, number> =>
  log.reduce(
    (first, { entry }) => (first.has(entry.replica) ? first : first.set(entry.replica, entry.n)),
    new Map<string, number>(),
  );

/**
 * A context may only claim changes that are known here, stand in the log that came with it, or were confirmed by the receipt that it names:
 * else an inflated one would count changes as seen that never were, and the true ones would later be passed over in silence. A province that
 * was brought back from a backup may miss receipts of its own; it, and PCs of one office among each other, believe what is confirmed
 * elsewhere. Fails with `package-unproven`.
 */
export const checkCoverage = (context: QueryContext, envelope: Envelope, content: OfficeContent): void => {
  const { database, identity } = context;
  const isElsewhere = identity.officeId === envelope.office || epochCounterOf(identity.replica) > 1;
  if (isElsewhere && envelope.newestReceipt !== null) return;
  const mine = contextOf(database, envelope.office);
  const confirmed = confirmedContext(context, envelope) ?? {};
  const first = firstLogged(content);
  for (const [replica, { n }] of Object.entries(envelope.context)) {
    const before = (first.get(replica) ?? n + 1) - 1;
    const reached = Math.max(mine[replica]?.n ?? 0, confirmed[replica]?.n ?? 0);
    if (before > reached && findChangeHash(database, replica, before) === undefined)
      throw failure('package-unproven', { office: envelope.office });
  }
};
