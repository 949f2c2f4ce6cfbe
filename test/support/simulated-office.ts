import { compareHeads } from '#shared/exchange/heads.ts';
import {
  joinContexts,
  joinExceptions,
  joinRecord,
  reachFinder,
  type FieldName,
  type JoinProblem,
} from '#shared/exchange/join.ts';
import type { Context, Head, HeadValue, OfficeState, RecordState } from '#shared/exchange/state.ts';

/** An office's books on one simulated PC. */
export type Books = OfficeState & { readonly replica: string };

export const replicas = ['a', 'b', 'c'].map((letter) => `${letter.repeat(16)}.1-${'0'.repeat(16)}`) as [string, string, string];

export const emptyBooks = (replica: string): Books => ({ replica, context: {}, exceptions: [], records: [] });

const hashOf = (replica: string, n: number): string => `${replica.slice(0, 1)}${n}`.padEnd(64, '0');

const sorted = (records: readonly RecordState[]): readonly RecordState[] => [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What replaced what: the truth that every PC must arrive at. */
export type Write = { readonly head: Head; readonly id: string; readonly field: string; readonly replaces: readonly Head[] };

export const write = (
  books: Books,
  id: string,
  field: string,
  value: HeadValue,
): { readonly books: Books; readonly written: Write } => {
  const n = (books.context[books.replica]?.n ?? 0) + 1;
  const record = books.records.find((one) => one.id === id) ?? { kind: 'person', id, fields: {} };
  const head: Head = [books.replica, n, value];
  const others = books.records.filter((one) => one.id !== id);
  const exceptions = books.exceptions.map((one) => ({ ...one, context: { ...one.context, [books.replica]: n } }));
  return {
    books: {
      replica: books.replica,
      context: { ...books.context, [books.replica]: { n, logHash: hashOf(books.replica, n) } },
      exceptions,
      records: sorted([...others, { ...record, fields: { ...record.fields, [field]: [head] } }]),
    },
    written: { head, id, field, replaces: record.fields[field] ?? [] },
  };
};

/** What arrives: whole books, or only the records that hold something beyond `base`. */
export type Parcel = OfficeState & { readonly base?: Context };

export const parcelBeyond = (books: OfficeState, seen: OfficeState): Parcel => {
  const find = reachFinder(seen);
  const excepted = new Set(seen.exceptions.map((one) => one.id));
  const records = books.records.filter(
    ({ kind, id, fields }) =>
      excepted.has(id) ||
      Object.entries(fields).some(([field, heads]) => heads.some(([replica, n]) => (find(kind, id, field)[replica] ?? 0) < n)),
  );
  return { ...books, records, base: seen.context };
};

export const join = (
  mine: Books,
  theirs: Parcel,
  isLeftOut: (id: string, field: string) => boolean = () => false,
): { readonly books: Books; readonly problems: readonly JoinProblem[] } => {
  const reach = { mine: reachFinder(mine), theirs: reachFinder(theirs) };
  const listed = new Set(theirs.records.map((one) => one.id));
  const whole = theirs.base === undefined;
  const out: FieldName[] = theirs.records.flatMap(({ kind, id, fields }) =>
    Object.keys(fields).flatMap((field) => (isLeftOut(id, field) ? [{ kind, id, field }] : [])),
  );
  const ids = new Set([...listed, ...(whole ? mine.records.map((one) => one.id) : [])]);
  const untouched = mine.records.filter((one) => !ids.has(one.id));
  const results = [...ids].map((id) =>
    joinRecord(
      mine.records.find((one) => one.id === id),
      theirs.records.find((one) => one.id === id) ?? { kind: 'person', id, fields: {} },
      reach,
      (field) => isLeftOut(id, field),
    ),
  );
  const context = joinContexts(mine.context, theirs.context);
  const joined = results.map((one) => one.state).filter((state) => Object.keys(state.fields).length > 0);
  return {
    books: {
      replica: mine.replica,
      context,
      exceptions: joinExceptions(mine, theirs, out, context, (_, id) => whole || listed.has(id)),
      records: sorted([...untouched, ...joined]),
    },
    problems: results.flatMap((one) => one.problems),
  };
};

/** Heads that nothing has replaced, per record and field. */
export const truthOf = (writes: readonly Write[]): readonly RecordState[] => {
  const gone = new Set(writes.flatMap((one) => one.replaces.map((head) => `${one.id} ${one.field} ${head[0]} ${head[1]}`)));
  const records = new Map<string, Record<string, Head[]>>();
  for (const { head, id, field } of writes) {
    if (gone.has(`${id} ${field} ${head[0]} ${head[1]}`)) continue;
    const fields = records.get(id) ?? {};
    records.set(id, { ...fields, [field]: [...(fields[field] ?? []), head].sort(compareHeads) });
  }
  return sorted([...records].map(([id, fields]) => ({ kind: 'person', id, fields })));
};
