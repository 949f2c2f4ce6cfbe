import { compareHeads, isSameValue } from './heads.ts';
import type { Context, ContextException, Head, RecordState } from './state.ts';

/** How far each replica is known for one field. */
export type Reach = { readonly [replica: string]: number };

/** The same dot with two values, or a join that would empty a field that had heads: damage, never applied. */
export type JoinProblem = {
  readonly problem: 'fork' | 'damage';
  readonly kind: string;
  readonly id: string;
  readonly field: string;
};

export type JoinSide = {
  readonly context: Context;
  readonly exceptions: readonly ContextException[];
};

const dotKey = (head: Head): string => `${head[0]} ${head[1]}`;

/** A context without hashes. */
export const reachOf = (context: Context): Reach =>
  Object.fromEntries(Object.entries(context).map(([replica, entry]) => [replica, entry.n]));

const contains = (reach: Reach, head: Head): boolean => (reach[head[0]] ?? 0) >= head[1];

const exceptionKey = (kind: string, id: string, field: string): string => `${kind} ${id} ${field}`;

/** Finds how far a side knows one field: its context, or what an exception says instead. */
export const reachFinder = (side: JoinSide): ((kind: string, id: string, field: string) => Reach) => {
  const whole = reachOf(side.context);
  const exceptions = new Map(side.exceptions.map((one) => [exceptionKey(one.kind, one.id, one.field), one.context]));
  return (kind, id, field) => exceptions.get(exceptionKey(kind, id, field)) ?? whole;
};

type FieldJoin = { readonly heads: readonly Head[]; readonly problem?: JoinProblem['problem'] };

/**
 * The join of one field: a head stays if both sides have it, or if the other side's context does not contain its dot. Commutative,
 * associative, idempotent.
 */
export const joinField = (mine: readonly Head[], theirs: readonly Head[], myReach: Reach, theirReach: Reach): FieldJoin => {
  const theirsByDot = new Map(theirs.map((head) => [dotKey(head), head]));
  const mineByDot = new Map(mine.map((head) => [dotKey(head), head]));
  const forked = mine.some((head) => {
    const other = theirsByDot.get(dotKey(head));
    return other !== undefined && !isSameValue(head[2], other[2]);
  });
  const kept = mine.filter((head) => theirsByDot.has(dotKey(head)) || !contains(theirReach, head));
  const added = theirs.filter((head) => !mineByDot.has(dotKey(head)) && !contains(myReach, head));
  const heads = [...kept, ...added].sort(compareHeads);
  if (forked) return { heads, problem: 'fork' };
  return heads.length === 0 && mine.length + theirs.length > 0 ? { heads, problem: 'damage' } : { heads };
};

export type RecordJoin = { readonly state: RecordState; readonly problems: readonly JoinProblem[] };

/** Joins one record; `leftOut` says which fields a person leaves as they are. */
export const joinRecord = (
  mine: RecordState | undefined,
  theirs: RecordState,
  reach: { readonly mine: ReturnType<typeof reachFinder>; readonly theirs: ReturnType<typeof reachFinder> },
  leftOut: (field: string) => boolean,
): RecordJoin => {
  const { kind, id } = theirs;
  const names = [...new Set([...Object.keys(mine?.fields ?? {}), ...Object.keys(theirs.fields)])].sort();
  const joined = names.map((field) => {
    const myHeads = mine?.fields[field] ?? [];
    if (leftOut(field)) return { field, heads: myHeads, problem: undefined };
    const result = joinField(myHeads, theirs.fields[field] ?? [], reach.mine(kind, id, field), reach.theirs(kind, id, field));
    return { field, heads: result.heads, problem: result.problem };
  });
  return {
    state: {
      kind,
      id,
      fields: Object.fromEntries(joined.filter((one) => one.heads.length > 0).map((one) => [one.field, one.heads])),
    },
    problems: joined.flatMap((one) => (one.problem === undefined ? [] : [{ problem: one.problem, kind, id, field: one.field }])),
  };
};

/** Both contexts together: per replica the entry that reaches further. */
export const joinContexts = (mine: Context, theirs: Context): Context =>
  Object.fromEntries(
    [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].sort().flatMap((replica) => {
      const [a, b] = [mine[replica], theirs[replica]];
      const further = a === undefined || (b !== undefined && b.n > a.n) ? b : a;
      return further === undefined ? [] : [[replica, further]];
    }),
  );

const furthest = (a: Reach, b: Reach): Reach =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .sort()
      .map((replica) => [replica, Math.max(a[replica] ?? 0, b[replica] ?? 0)]),
  );

const isSameReach = (a: Reach, b: Reach): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((replica) => (a[replica] ?? 0) === (b[replica] ?? 0));

export type FieldName = { readonly kind: string; readonly id: string; readonly field: string };

/**
 * Exceptions after a join: fields that still know less than the joined context, those left out among them. Records for which `isListed`
 * is false were not in what arrived: it holds nothing beyond the context that the receiver was known to have, so a field that the receiver
 * has set aside since knows no more than before.
 */
export const joinExceptions = (
  mine: JoinSide,
  theirs: JoinSide,
  leftOut: readonly FieldName[],
  joined: Context,
  isListed: (kind: string, id: string) => boolean = () => true,
): readonly ContextException[] => {
  const whole = reachOf(joined);
  const findMine = reachFinder(mine);
  const findTheirs = reachFinder(theirs);
  const out = new Set(leftOut.map((one) => exceptionKey(one.kind, one.id, one.field)));
  for (const { kind, id, field } of mine.exceptions) if (!isListed(kind, id)) out.add(exceptionKey(kind, id, field));
  const names = new Map<string, FieldName>();
  for (const one of [...mine.exceptions, ...theirs.exceptions, ...leftOut])
    names.set(exceptionKey(one.kind, one.id, one.field), one);
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { kind, id, field }]) => {
      const known = findMine(kind, id, field);
      const context = out.has(key) ? known : furthest(known, findTheirs(kind, id, field));
      return isSameReach(context, whole) ? [] : [{ kind, id, field, context }];
    });
};
