import { reachFinder, type JoinSide } from './join.ts';
import type { Context, ContextException, RecordState, ReplicaId } from './state.ts';

/** Whether a context contains every change of another. */
export const isContained = (inner: Context, outer: Context): boolean =>
  Object.entries(inner).every(([replica, { n }]) => (outer[replica]?.n ?? 0) >= n);

/** A context without some replicas. */
export const withoutReplicas = (context: Context, replicas: readonly ReplicaId[] = []): Context =>
  Object.fromEntries(Object.entries(context).filter(([replica]) => !replicas.includes(replica)));

/**
 * A replica knows all its own changes: a field that was set aside and then written here is known up to the newest own change, so that a
 * value replaced here never comes back.
 */
export const knowingOwn = <T extends JoinSide>(side: T, ownReplica: ReplicaId): T => {
  const own = side.context[ownReplica];
  if (own === undefined) return side;
  return { ...side, exceptions: side.exceptions.map((one) => ({ ...one, context: { ...one.context, [ownReplica]: own.n } })) };
};

/** Finds whether a record holds something a side has not seen, or has set aside in part: then it travels in a receipt. */
export const unseenFinder = (seen: JoinSide): ((record: RecordState) => boolean) => {
  const find = reachFinder(seen);
  const excepted = new Set(seen.exceptions.map((one) => `${one.kind} ${one.id}`));
  return ({ kind, id, fields }) =>
    excepted.has(`${kind} ${id}`) ||
    Object.entries(fields).some(([field, heads]) => {
      const reach = find(kind, id, field);
      return heads.some(([replica, n]) => (reach[replica] ?? 0) < n);
    });
};

const meet = (a: Context, b: Context): Context =>
  Object.fromEntries(
    Object.entries(a).flatMap(([replica, entry]) => {
      const other = b[replica];
      return other === undefined ? [] : [[replica, other.n < entry.n ? other : entry]];
    }),
  );

/**
 * What every one of the sides is known to have: the smallest of their contexts, and everything that one of them has set aside. `undefined`
 * stands for a PC of which nothing is known; then nothing is known of all.
 */
export const knownToAll = (sides: readonly (JoinSide | undefined)[]): JoinSide => {
  const known = sides.filter((one) => one !== undefined);
  const [first, ...rest] = known;
  if (first === undefined || known.length < sides.length) return { context: {}, exceptions: [] };
  const exceptions: readonly ContextException[] = known.flatMap((one) => one.exceptions);
  return { context: rest.reduce<Context>((seen, one) => meet(seen, one.context), first.context), exceptions };
};
