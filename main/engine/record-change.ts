import type { WritableDatabase } from '#db/open.ts';
import { appendChange } from '#db/queries/change-log.ts';
import { contextOf, writeContext } from '#db/queries/context.ts';
import { findCurrentEpoch } from '#db/queries/installation.ts';
import { findRecord, writeRecord } from '#db/queries/record.ts';
import type { RecordValues } from '#shared/domain/record.ts';
import { isSameValue, removalOf } from '#shared/exchange/heads.ts';
import { buildLogEntry, type LogLink } from '#shared/exchange/log-entry.ts';
import { removedField, type Dot, type Head, type HeadValue, type RecordState } from '#shared/exchange/state.ts';
import type { Actor, Identity } from './identity.ts';
import { failure } from './failure.ts';
import { sha256 } from './hash.ts';
import type { Clock, Ids } from './rim.ts';

type Target = { readonly kind: string; readonly id: string };

/** One change of this transaction: number `n` of the own replica; `isNew` where it made the record. */
export type WrittenChange = Target & { readonly n: number; readonly isNew: boolean };

/**
 * The one way by which an office's own changes come into the books: row, heads and log in one step. The join of a merge is
 * the only other writer.
 */
export type RecordWriter = {
  /** Writes the given fields that differ; `null` empties one. Returns the change's dot, or `null` when nothing differs. */
  readonly write: (change: Target & { readonly values: RecordValues; readonly reason?: string | undefined }) => Dot | null;
  /** `because` is the reason in the log, where it is another than the record's own reason of removal. */
  readonly remove: (change: Target & { readonly reason: string; readonly because?: string | undefined }) => Dot;
  readonly restore: (change: Target & { readonly reason?: string | undefined }) => Dot;
  /** Ends a conflict of a field: one change that replaces all its heads, whatever they say. */
  readonly decide: (change: Target & { readonly field: string; readonly value: HeadValue; readonly reason: string }) => Dot;
  /** Ends a conflict between a removal and edits: the removal stays and has now seen everything, or the record comes back. */
  readonly decideRemoval: (change: Target & { readonly keep: boolean; readonly reason: string }) => Dot;
  /** What was written so far, in order. */
  readonly written: () => readonly WrittenChange[];
  /** Writes what the changes of this transaction add to the office's context; the dispatcher calls it before the commit. */
  readonly flush: () => void;
};

const firstLink = (database: WritableDatabase, identity: Identity): LogLink | null => {
  const current = contextOf(database, identity.officeId)[identity.replica];
  if (current) return { replica: identity.replica, n: current.n, hash: current.logHash };
  const epoch = findCurrentEpoch(database);
  return epoch?.parentReplica != null && epoch.parentN !== null && epoch.parentHash !== null
    ? { replica: epoch.parentReplica, n: epoch.parentN, hash: epoch.parentHash }
    : null;
};

const dotsOf = (heads: readonly Head[]): readonly Dot[] => heads.map(([replica, n]) => [replica, n] as const);

/** Every change that stands in a record now, by replica and n. */
const seenIn = (state: RecordState): readonly Dot[] =>
  [
    ...new Map(
      Object.values(state.fields)
        .flat()
        .map((head) => [`${head[0]} ${head[1]}`, [head[0], head[1]] as const]),
    ).values(),
  ].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));

const isEmpty = (value: HeadValue | undefined): boolean => value == null || (Array.isArray(value) && value.length === 0);

/** A list without entries, as forms send it, says no more than a field that was never filled. */
const differs = (heads: readonly Head[], value: HeadValue): boolean => {
  if (heads.length < 2 && isEmpty(heads[0]?.[2]) && isEmpty(value)) return false;
  return heads.length === 0 || heads.some((head) => !isSameValue(head[2], value));
};

export type WriterParts = {
  readonly database: WritableDatabase;
  readonly identity: Identity;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ids: Ids;
};

/** Makes the writer of one transaction. Fails with `record-not-found`, `record-removed` or `record-not-owned`. */
export const createRecordWriter = ({ database, identity, actor, clock, ids }: WriterParts): RecordWriter => {
  let link: LogLink | null | undefined;
  let wrote = false;
  const written: WrittenChange[] = [];
  const at = clock.now().toISOString();
  const previous = (): LogLink | null => (link === undefined ? (link = firstLink(database, identity)) : link);

  const ownState = (target: Target): RecordState | undefined => {
    const stored = findRecord(database, target.kind, target.id);
    if (stored && stored.officeId !== identity.officeId) throw failure('record-not-owned', { kind: target.kind });
    return stored?.state;
  };

  const apply = (state: RecordState, values: Readonly<Record<string, HeadValue>>, reason: string | null): Dot => {
    const prev = previous();
    const n = prev?.replica === identity.replica ? prev.n + 1 : 1;
    const fields = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        { value, salt: Buffer.from(ids.random(16)).toString('hex'), replaces: dotsOf(state.fields[name] ?? []) },
      ]),
    );
    const { entry, hash } = buildLogEntry(
      {
        replica: identity.replica,
        n,
        officeId: identity.officeId,
        kind: state.kind,
        id: state.id,
        fields,
        author: { id: actor.id, name: actor.name },
        reason,
        at,
        prev,
      },
      sha256,
    );
    appendChange(database, {
      replica: identity.replica,
      n,
      officeId: identity.officeId,
      kind: state.kind,
      id: state.id,
      hash,
      entry,
    });
    const heads = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, [[identity.replica, n, value] as const]]),
    );
    writeRecord(database, identity.officeId, { ...state, fields: { ...state.fields, ...heads } });
    link = { replica: identity.replica, n, hash };
    wrote = true;
    written.push({ kind: state.kind, id: state.id, n, isNew: Object.keys(state.fields).length === 0 });
    return [identity.replica, n];
  };

  const present = (target: Target): RecordState => {
    const state = ownState(target);
    if (state === undefined) throw failure('record-not-found', { kind: target.kind });
    return state;
  };

  return {
    write: ({ kind, id, values, reason }) => {
      const state = ownState({ kind, id }) ?? { kind, id, fields: {} };
      if (removalOf(state)) throw failure('record-removed', { kind });
      const changed = Object.entries(values).filter(([name, value]) => differs(state.fields[name] ?? [], value ?? null));
      if (changed.length === 0) return null;
      return apply(state, Object.fromEntries(changed.map(([name, value]) => [name, value ?? null])), reason ?? null);
    },
    remove: ({ kind, id, reason, because }) => {
      const state = present({ kind, id });
      if (removalOf(state)) throw failure('record-removed', { kind });
      return apply(state, { [removedField]: { reason, saw: seenIn(state) } }, because ?? reason);
    },
    restore: ({ kind, id, reason }) => {
      const state = present({ kind, id });
      if (!removalOf(state)) throw failure('record-not-removed', { kind });
      return apply(state, { [removedField]: null }, reason ?? null);
    },
    decide: ({ kind, id, field, value, reason }) => {
      const state = present({ kind, id });
      if (removalOf(state)) throw failure('record-removed', { kind });
      return apply(state, { [field]: value }, reason);
    },
    decideRemoval: ({ kind, id, keep, reason }) => {
      const state = present({ kind, id });
      return apply(state, { [removedField]: keep ? { reason, saw: seenIn(state) } : null }, reason);
    },
    written: () => written,
    flush: () => {
      if (!wrote || !link) return;
      writeContext(database, identity.officeId, { [link.replica]: { n: link.n, logHash: link.hash } });
      wrote = false;
    },
  };
};
