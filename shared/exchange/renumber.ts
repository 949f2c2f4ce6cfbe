import { compareHeads, isRemovedValue, stateLine } from './heads.ts';
import { commitmentOf, hashOfLogEntry, type LogEntry, type LogField, type LogLink, type Sha256 } from './log-entry.ts';
import type { Dot, Head, HeadValue, RecordState } from './state.ts';

/** A change with its chain hash. */
export type ChainedEntry = { readonly entry: LogEntry; readonly hash: string };

/** Gives changes other names; every other change keeps its own. */
export type Renumbering = { readonly dot: (dot: Dot) => Dot };

/** Names the changes of a list, in their order, 1, 2, 3 ... of another replica. */
export const renumberingTo = (replica: string, entries: readonly Pick<LogEntry, 'replica' | 'n'>[]): Renumbering => {
  const numbers = new Map(entries.map((entry, index) => [`${entry.replica} ${entry.n}`, index + 1]));
  return {
    dot: (dot) => {
      const n = numbers.get(`${dot[0]} ${dot[1]}`);
      return n === undefined ? dot : [replica, n];
    },
  };
};

const renumberValue = (value: HeadValue, { dot }: Renumbering): HeadValue =>
  isRemovedValue(value) ? { ...value, saw: value.saw.map(dot) } : value;

/** A record under the new names; the very same object where none of its changes is renamed. */
export const renumberState = (state: RecordState, renumbering: Renumbering): RecordState => {
  const renumberHead = ([replica, n, value]: Head): Head => [...renumbering.dot([replica, n]), renumberValue(value, renumbering)];
  const fields = Object.fromEntries(
    Object.entries(state.fields).map(([name, heads]) => [name, heads.map(renumberHead).sort(compareHeads)]),
  );
  const renamed = { ...state, fields };
  return stateLine(renamed) === stateLine(state) ? state : renamed;
};

const renumberField = (field: LogField, renumbering: Renumbering, sha256: Sha256): LogField => {
  const value = renumberValue(field.value, renumbering);
  const commitment = field.salt === null ? field.commitment : commitmentOf(field.salt, value, sha256);
  return { ...field, commitment, replaces: field.replaces.map(renumbering.dot), value };
};

/** Own changes as a chain of another replica: the same values, authors, times and reasons under new names, hung on `first`. */
export const renumberEntries = (
  entries: readonly LogEntry[],
  renumbering: Renumbering,
  first: LogLink | null,
  sha256: Sha256,
): readonly ChainedEntry[] => {
  const made: ChainedEntry[] = [];
  let prev = first;
  for (const old of entries) {
    const [replica, n] = renumbering.dot([old.replica, old.n]);
    const fields = Object.fromEntries(
      Object.entries(old.fields).map(([name, field]) => [name, renumberField(field, renumbering, sha256)]),
    );
    const entry: LogEntry = { ...old, replica, n, prev, fields };
    const hash = hashOfLogEntry(entry, sha256);
    made.push({ entry, hash });
    prev = { replica, n, hash };
  }
  return made;
};
