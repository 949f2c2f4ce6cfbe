import type { FieldValue } from '#shared/domain/field.ts';

/** `<installId>.<epoch>`: an installation in one epoch. installId is 16 hex digits, epoch is `<counter>-<16 hex digits>`. */
export type ReplicaId = string;

/** The name of one change: the replica that made it and its number there, 1, 2, 3 ... without holes. */
export type Dot = readonly [replica: ReplicaId, n: number];

/** One value a field has now, with the change that wrote it. Several heads with different values are a conflict. */
export type Head = readonly [replica: ReplicaId, n: number, value: HeadValue];

/** Values on the wire. `removed` is the only field whose value is an object. */
export type HeadValue = FieldValue | RemovedValue;
export type RemovedValue = { readonly reason: string; readonly saw: readonly Dot[] };

/** Name of the field that marks a record as removed; `null` or absent means present. */
export const removedField = 'removed';

/** Everything known of one record: a line of `state.jsonl`. Heads are sorted by replica, then n. */
export type RecordState = {
  readonly kind: string;
  readonly id: string;
  readonly fields: { readonly [field: string]: readonly Head[] };
};

/** How far one replica has been taken in; `logHash` is the chain hash of its change `n`. */
export type ContextEntry = { readonly n: number; readonly logHash: string };

/** What of one office has been taken in, per replica. */
export type Context = { readonly [replica: ReplicaId]: ContextEntry };

/** A field left out of an earlier join: it keeps the context it had before (replica to n). */
export type ContextException = {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly context: { readonly [replica: ReplicaId]: number };
};

/** All of one office's data at one place. Records are sorted by kind, then id (code point order). */
export type OfficeState = {
  readonly context: Context;
  readonly exceptions: readonly ContextException[];
  readonly records: readonly RecordState[];
};
