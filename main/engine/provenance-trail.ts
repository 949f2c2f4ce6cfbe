import { findKeptEnvelope } from '#db/queries/kept-envelope.ts';
import { listImports, listNumberedPackages } from '#db/queries/package.ts';
import { listIssuedReceipts, listReceivedReceipts } from '#db/queries/receipt.ts';
import type { ValueVersion } from '#shared/contract/provenance-methods.ts';
import { installationOf } from '#shared/exchange/dot.ts';
import type { Context, Dot } from '#shared/exchange/state.ts';
import type { QueryContext } from './context.ts';

type Carrier = NonNullable<ValueVersion['carrier']>;
type Confirmation = NonNullable<ValueVersion['confirmation']>;

type Known<T> = T & { readonly context: Context };

/** How a change of an office travelled: what carried it, which receipt confirms it. */
export type Trail = {
  readonly carrierOf: (dot: Dot) => Carrier | null;
  readonly confirmationOf: (dot: Dot) => Confirmation | null;
};

const holds = (context: Context, [replica, n]: Dot): boolean => (context[replica]?.n ?? 0) >= n;

/** The earliest; of those of one moment the one taken in first, as they stand in the list. */
const first = (carriers: readonly Known<Carrier>[], dot: Dot): Carrier | null => {
  const found = carriers.filter(({ context }) => holds(context, dot)).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
  if (found === undefined) return null;
  const { context: _, ...carrier } = found;
  return carrier;
};

/** The oldest receipt since which every one confirms the change: an import that was taken back ends the row. */
const confirmedSince = (newestFirst: readonly Known<Confirmation>[], dot: Dot): Confirmation | null => {
  const end = newestFirst.findIndex(({ context }) => !holds(context, dot));
  const found = newestFirst.slice(0, end === -1 ? undefined : end).at(-1);
  return found === undefined ? null : { number: found.number, packageId: found.packageId, at: found.at };
};

const packagesTakenIn = ({ database }: QueryContext, officeId: string): readonly Known<Carrier>[] =>
  listImports(database, officeId)
    .toReversed()
    .map(({ packageId, seq, appliedAt }) => ({
      kind: 'package',
      direction: 'received',
      number: seq,
      packageId,
      at: appliedAt,
      context: findKeptEnvelope(database, 'package', packageId)?.context ?? {},
    }));

const packagesSent = ({ database, identity }: QueryContext, epoch: string): readonly Known<Carrier>[] =>
  listNumberedPackages(database, epoch).map(({ packageId, seq, createdAt, n, logHash }) => ({
    kind: 'package',
    direction: 'sent',
    number: seq,
    packageId,
    at: createdAt,
    context: { [`${identity.installId}.${epoch}`]: { n, logHash } },
  }));

const receiptsIssued = ({ database }: QueryContext, officeId: string): readonly Known<Confirmation>[] =>
  listIssuedReceipts(database, officeId).map(({ number, packageId, issuedAt }) => ({
    number,
    packageId,
    at: issuedAt,
    context: findKeptEnvelope(database, 'receipt', packageId)?.context ?? {},
  }));

const receiptsTakenIn = ({ database }: QueryContext): readonly Known<Confirmation>[] =>
  listReceivedReceipts(database).map(({ number, packageId, receivedAt, acceptedContext }) => ({
    number,
    packageId,
    at: receivedAt,
    context: acceptedContext,
  }));

const asCarrier = (receipt: Known<Confirmation>): Known<Carrier> => ({ ...receipt, kind: 'receipt', direction: 'received' });

/**
 * Follows the changes of an office's records. At its own office a change went out by the first own package that holds it, or came in from
 * another PC by package or receipt; elsewhere it came in by a package.
 */
export const trailOf = (context: QueryContext, officeId: string): Trail => {
  const { identity } = context;
  const isOwn = officeId === identity.officeId;
  const received = packagesTakenIn(context, officeId);
  const receipts = isOwn ? receiptsTakenIn(context) : receiptsIssued(context, officeId);
  const sent = new Map<string, readonly Known<Carrier>[]>();
  const sentIn = (epoch: string): readonly Known<Carrier>[] => {
    const known = sent.get(epoch) ?? packagesSent(context, epoch);
    sent.set(epoch, known);
    return known;
  };
  const brought = isOwn ? [...received, ...receipts.map(asCarrier)] : received;
  return {
    carrierOf: (dot) => {
      const [, epoch = ''] = dot[0].split('.');
      return installationOf(dot[0]) === identity.installId ? first(sentIn(epoch), dot) : first(brought, dot);
    },
    confirmationOf: (dot) => confirmedSince(receipts, dot),
  };
};
