import { compareHeads, removalOf, winningHead } from '#shared/exchange/heads.ts';
import { knowingOwn } from '#shared/exchange/reach-of-side.ts';
import {
  removedField,
  type Context,
  type Head,
  type HeadValue,
  type OfficeState,
  type RecordState,
} from '#shared/exchange/state.ts';

/** One change as it was made: what the histories must account for in the end. */
export type Change = {
  readonly replica: string;
  readonly n: number;
  readonly hash: string;
  readonly prev: string | null;
  readonly id: string;
  readonly values: Readonly<Record<string, HeadValue>>;
  readonly replaces: Readonly<Record<string, readonly Head[]>>;
};

/** All changes by chain hash, forked ones too. */
export type Ledger = Map<string, Change>;

export const recordOf = (books: OfficeState, id: string): RecordState =>
  books.records.find((one) => one.id === id) ?? { kind: 'person', id, fields: {} };

/** Writes fields of a record in one change, as the engine's record writer does. */
export const writeChange = (
  books: OfficeState,
  replica: string,
  id: string,
  values: Readonly<Record<string, HeadValue>>,
  ledger: Ledger,
): OfficeState => {
  const record = recordOf(books, id);
  const own = books.context[replica];
  const n = (own?.n ?? 0) + 1;
  const hash = ledger.size.toString(16).padStart(64, '0');
  const fields = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [[replica, n, value] as const]]));
  const replaces = Object.fromEntries(Object.keys(values).map((field) => [field, record.fields[field] ?? []]));
  ledger.set(hash, { replica, n, hash, prev: own?.logHash ?? null, id, values, replaces });
  const records = [...books.records.filter((one) => one.id !== id), { ...record, fields: { ...record.fields, ...fields } }];
  return {
    context: { ...books.context, [replica]: { n, logHash: hash } },
    exceptions: books.exceptions,
    records: records.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
};

/** What a removal has seen. */
export const seenBy = (record: RecordState): readonly (readonly [string, number])[] =>
  Object.values(record.fields).flatMap((heads) => heads.map(([replica, n]) => [replica, n] as const));

export const isRemoved = (record: RecordState): boolean => removalOf(record) !== undefined;
export const shownValue = (record: RecordState, field: string): HeadValue => winningHead(record.fields[field] ?? [])?.[2] ?? null;

/** A side as it stands in an envelope. */
export const sideFor = (books: OfficeState, replica: string): OfficeState => knowingOwn(books, replica);

/** The changes that a context contains, found by following its chains back. */
export const changesIn = (context: Context, ledger: Ledger): readonly Change[] =>
  Object.values(context).flatMap(({ logHash }) => {
    const found: Change[] = [];
    for (let at = ledger.get(logHash); at !== undefined; at = at.prev === null ? undefined : ledger.get(at.prev)) found.push(at);
    return found;
  });

/** Whether two contexts say different things of one replica's past: a fork. */
export const isForked = (a: Context, b: Context, ledger: Ledger): boolean =>
  Object.entries(a).some(([replica, mine]) => {
    const theirs = b[replica];
    if (theirs === undefined) return false;
    const [short, long] = mine.n < theirs.n ? [mine, theirs] : [theirs, mine];
    let at = long.logHash;
    for (let n = long.n; n > short.n; n -= 1) at = ledger.get(at)?.prev ?? '';
    return at !== short.logHash;
  });

/** The heads that nothing among the changes has replaced, per record and field: what the books must hold. */
export const standing = (changes: readonly Change[]): readonly RecordState[] => {
  const gone = new Set(
    changes.flatMap(({ id, replaces }) =>
      Object.entries(replaces).flatMap(([field, heads]) => heads.map(([replica, n]) => `${id} ${field} ${replica} ${n}`)),
    ),
  );
  const records = new Map<string, Record<string, readonly Head[]>>();
  for (const { replica, n, id, values } of changes)
    for (const [field, value] of Object.entries(values)) {
      if (gone.has(`${id} ${field} ${replica} ${n}`)) continue;
      const fields = records.get(id) ?? {};
      records.set(id, { ...fields, [field]: [...(fields[field] ?? []), [replica, n, value] as const].sort(compareHeads) });
    }
  return [...records].map(([id, fields]) => ({ kind: 'person', id, fields })).sort((a, b) => (a.id < b.id ? -1 : 1));
};

export const removal = (record: RecordState, reason: string): Readonly<Record<string, HeadValue>> => ({
  [removedField]: { reason, saw: seenBy(record) },
});
