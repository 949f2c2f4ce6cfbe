import { linkKind } from '#db/queries/record.ts';
import { failure, type EngineFailure } from '#engine/failure.ts';
import { sha256, sha256Hex } from '#engine/hash.ts';
import { readCanonical, readCanonicalText, readText } from '#engine/read-json.ts';
import { canonicalJson } from '#shared/exchange/canonical.ts';
import type { Envelope } from '#shared/exchange/envelope.ts';
import { isSameValue } from '#shared/exchange/heads.ts';
import { areCommitmentsRight, hashOfLogEntry, type LogEntry } from '#shared/exchange/log-entry.ts';
import type { HeadValue, RecordState } from '#shared/exchange/state.ts';
import { lackedBlobsSchema } from '#shared/exchange/part.ts';
import { logLineSchema, stateLineSchema } from '#shared/exchange/wire.ts';
import { countPresent } from './office-state.ts';
import type { PayloadFiles } from './tarball.ts';

/** What a payload says of an office, read and checked. */
export type OfficeContent = {
  readonly records: readonly RecordState[];
  readonly log: readonly LoggedEntry[];
};
export type LoggedEntry = { readonly entry: LogEntry; readonly hash: string };

/** Longest line, in characters: one record or one change. */
const lineLimit = 8 * 2 ** 20;

const wrongLine = (file: string, index: number): EngineFailure => failure('package-schema', { file, line: index + 1 });

/** Each canonical line as a value, one after the other, so that the first wrong one ends the work. */
const readLines = function* (bytes: Uint8Array | undefined, file: string): Generator {
  if (!bytes) throw failure('package-manifest');
  const text = readText(bytes);
  if (text === undefined || (text !== '' && !text.endsWith('\n'))) throw failure('package-schema', { file });
  let start = 0;
  for (let index = 0; start < text.length; index += 1) {
    const end = text.indexOf('\n', start);
    const read = end - start > lineLimit ? undefined : readCanonicalText(text.slice(start, end));
    if (!read) throw wrongLine(file, index);
    yield read.value;
    start = end + 1;
  }
};

const readState = (
  bytes: Uint8Array | undefined,
  envelope: Envelope,
  file: 'state.jsonl' | 'links.jsonl',
): readonly RecordState[] => {
  let last = '';
  return Array.from(readLines(bytes, file), (value, index) => {
    const parsed = stateLineSchema.safeParse(value);
    if (!parsed.success) throw wrongLine(file, index);
    const state = parsed.data as unknown as RecordState;
    const key = `${state.kind} ${state.id}`;
    const inContext = Object.values(state.fields).every((heads) =>
      heads.every(([replica, n]) => (envelope.context[replica]?.n ?? 0) >= n),
    );
    const isInPlace = (state.kind === linkKind) === (file === 'links.jsonl');
    if (key <= last || !inContext || !isInPlace) throw wrongLine(file, index);
    last = key;
    return state;
  });
};

const checkChain = (log: readonly LoggedEntry[], envelope: Envelope): void => {
  for (const [index, { entry, hash }] of log.entries()) {
    const before = log[index - 1];
    const { replica, n, prev } = entry;
    const isFirst = before?.entry.replica !== replica;
    if (isFirst && before && before.entry.replica > replica) throw wrongLine('log.jsonl', index);
    if (!isFirst && (n !== before.entry.n + 1 || prev?.hash !== before.hash)) throw wrongLine('log.jsonl', index);
    // The first change of an epoch hangs on another replica or on nothing, every later one on the change before it.
    const isLinked = n === 1 ? prev?.replica !== replica : prev?.replica === replica && prev.n === n - 1;
    const isLast = log[index + 1]?.entry.replica !== replica;
    const reached = envelope.context[replica];
    if (!isLinked || (isLast && (reached?.n !== n || reached.logHash !== hash))) throw wrongLine('log.jsonl', index);
  }
};

const readLog = (bytes: Uint8Array | undefined, envelope: Envelope): readonly LoggedEntry[] => {
  const log = Array.from(readLines(bytes, 'log.jsonl'), (value, index) => {
    const parsed = logLineSchema.safeParse(value);
    if (!parsed.success) throw wrongLine('log.jsonl', index);
    const entry = parsed.data as unknown as LogEntry;
    if (entry.office !== envelope.office || !areCommitmentsRight(entry, sha256)) throw wrongLine('log.jsonl', index);
    return { entry, hash: hashOfLogEntry(entry, sha256) };
  });
  checkChain(log, envelope);
  return log;
};

const checkCounts = (records: readonly RecordState[], envelope: Envelope): void => {
  const counts = countPresent(records);
  if (canonicalJson(counts) !== canonicalJson(envelope.counts)) throw failure('package-schema', { file: 'envelope.json' });
};

/** A head whose change is in the log must have the value that the log says. */
const checkHeads = ({ records, log }: OfficeContent): void => {
  const values = new Map<string, HeadValue>();
  const dots = new Set<string>();
  for (const { entry } of log) {
    dots.add(`${entry.replica} ${entry.n}`);
    for (const [field, { value }] of Object.entries(entry.fields))
      values.set(`${entry.replica} ${entry.n} ${entry.kind} ${entry.id} ${field}`, value);
  }
  for (const { kind, id, fields } of records)
    for (const [field, heads] of Object.entries(fields))
      for (const [replica, n, value] of heads) {
        if (!dots.has(`${replica} ${n}`)) continue;
        const logged = values.get(`${replica} ${n} ${kind} ${id} ${field}`);
        if (logged === undefined || !isSameValue(logged, value)) throw failure('package-schema', { file: 'state.jsonl' });
      }
};

/** Nothing that was ever written vanishes: what the log of a whole package tells of has a place in its state, or was set aside by its sender. */
const checkNothingLost = ({ records, log }: OfficeContent, { exceptions }: Envelope): void => {
  const there = new Set(exceptions.map(({ kind, id, field }) => `${kind} ${id} ${field}`));
  for (const { kind, id, fields } of records) for (const field of Object.keys(fields)) there.add(`${kind} ${id} ${field}`);
  for (const [index, { entry }] of log.entries())
    if (!Object.keys(entry.fields).every((field) => there.has(`${entry.kind} ${entry.id} ${field}`)))
      throw wrongLine('log.jsonl', index);
};

/** Identity links, which only newer programs send. */
const readLinks = (files: PayloadFiles, envelope: Envelope): readonly RecordState[] =>
  files['links.jsonl'] === undefined ? [] : readState(files['links.jsonl'], envelope, 'links.jsonl');

/** Contents of attached files that the sender says it lacks; only newer programs say so, and a list that cannot be read says nothing. */
export const readLackedBlobs = (files: PayloadFiles): readonly string[] => {
  const bytes = files['blobs.json'];
  const parsed = bytes === undefined ? undefined : lackedBlobsSchema.safeParse(readCanonical(bytes)?.value);
  return parsed?.success === true ? parsed.data.lacked : [];
};

/**
 * Reads state, identity links and log of a payload: canonical lines in order, known shapes, dots inside the context, an unbroken chain that ends where the
 * context says. Fails with `package-schema` or, where a whole package's state has another hash than its envelope, `package-state-hash`.
 */
export const readOfficeContent = (files: PayloadFiles, envelope: Envelope): OfficeContent => {
  const records = readState(files['state.jsonl'], envelope, 'state.jsonl');
  const links = readLinks(files, envelope);
  const content = { records: [...records, ...links], log: readLog(files['log.jsonl'], envelope) };
  checkHeads(content);
  if (envelope.kind !== 'package') return content;
  checkNothingLost(content, envelope);
  if (sha256Hex(files['state.jsonl'] as Uint8Array) !== envelope.stateHash)
    throw failure('package-state-hash', { office: envelope.office });
  checkCounts(records, envelope);
  return content;
};
