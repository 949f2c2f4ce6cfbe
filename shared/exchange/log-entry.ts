import { canonicalJson } from './canonical.ts';
import type { Dot, HeadValue } from './state.ts';

/** The change before this one: the previous of its replica or, for the first of an epoch, the last of its parent. */
export type LogLink = { readonly replica: string; readonly n: number; readonly hash: string };

export type LogAuthor = { readonly id: string; readonly name: string };

/**
 * A line of `log.jsonl`. The chain covers everything but values and salts; of them it covers SHA-256(salt + value), so that a
 * value can be erased later (value and salt `null`, `erased` true) and the chain still holds.
 */
export type LogEntry = {
  readonly replica: string;
  readonly n: number;
  readonly office: string;
  readonly kind: string;
  readonly id: string;
  readonly author: LogAuthor;
  readonly reason: string | null;
  readonly at: string;
  readonly prev: LogLink | null;
  readonly fields: { readonly [field: string]: LogField };
};

export type LogField = {
  /** SHA-256 of salt (hex text) and canonical value, 64 hex digits. */
  readonly commitment: string;
  readonly replaces: readonly Dot[];
  readonly salt: string | null;
  readonly value: HeadValue;
  readonly erased?: true;
};

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const utf8 = new TextEncoder();
const hashText = (text: string, sha256: Sha256): string => hexOf(sha256(utf8.encode(text)));

/** The commitment to a value: SHA-256 of the salt's hex text followed by the value's canonical JSON. */
export const commitmentOf = (salt: string, value: HeadValue, sha256: Sha256): string =>
  hashText(salt + canonicalJson(value), sha256);

/** The chain hash of an entry, 64 hex digits: over its canonical form without values, salts and erasure marks. */
export const hashOfLogEntry = (entry: LogEntry, sha256: Sha256): string => {
  const fields = Object.fromEntries(
    Object.entries(entry.fields).map(([name, field]) => [name, { commitment: field.commitment, replaces: field.replaces }]),
  );
  return hashText(canonicalJson({ ...entry, fields }), sha256);
};

export type LogEntryDraft = {
  readonly replica: string;
  readonly n: number;
  readonly officeId: string;
  readonly kind: string;
  readonly id: string;
  readonly fields: {
    readonly [field: string]: { readonly value: HeadValue; readonly salt: string; readonly replaces: readonly Dot[] };
  };
  readonly author: LogAuthor;
  readonly reason: string | null;
  readonly at: string;
  readonly prev: LogLink | null;
};

/** Makes the log entry of one change and its chain hash. */
export const buildLogEntry = (draft: LogEntryDraft, sha256: Sha256): { readonly entry: LogEntry; readonly hash: string } => {
  const fields = Object.fromEntries(
    Object.entries(draft.fields).map(([name, { value, salt, replaces }]) => [
      name,
      { commitment: commitmentOf(salt, value, sha256), replaces, salt, value },
    ]),
  );
  const { replica, n, officeId, kind, id, author, reason, at, prev } = draft;
  const entry: LogEntry = { replica, n, office: officeId, kind, id, author, reason, at, prev, fields };
  return { entry, hash: hashOfLogEntry(entry, sha256) };
};

/** Whether every value that is there fits its commitment. */
export const areCommitmentsRight = (entry: LogEntry, sha256: Sha256): boolean =>
  Object.values(entry.fields).every(
    (field) =>
      field.erased === true || (field.salt !== null && commitmentOf(field.salt, field.value, sha256) === field.commitment),
  );
