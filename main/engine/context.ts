import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import type { Contract, MethodName, OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { Progress } from '#shared/contract/views.ts';
import type { ReadableBlobs } from './blob-store.ts';
import type { Marker } from './marker.ts';
import type { Actor, Identity } from './identity.ts';
import type { RecordWriter } from './record-change.ts';
import type { Clock, Ids } from './rim.ts';
import type { Sitting, SittingBox } from './sitting.ts';
import type { WorkspaceHost } from './workspace-host.ts';

export type QueryContext = {
  readonly database: ReadableDatabase;
  readonly identity: Identity;
  readonly actor: Actor;
  /** Contents of attached files. */
  readonly blobs: ReadableBlobs;
  readonly clock: Clock;
  /** Calendar date at the office, `YYYY-MM-DD`. */
  readonly today: string;
  /** What was done since unlocking. */
  readonly sitting: Sitting;
};

/** Lives for one write transaction. */
export type CommandContext = Omit<QueryContext, 'database'> & {
  readonly database: WritableDatabase;
  readonly ids: Ids;
  readonly records: RecordWriter;
  readonly steps: SittingBox;
};

export type TaskContext = {
  readonly host: WorkspaceHost;
  readonly marker: Marker;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Fails with `workspace-locked` when no workspace is open. */
  readonly read: <T>(work: (context: QueryContext) => T) => T;
  /** One write transaction; fails with `workspace-locked` when no workspace is open. */
  readonly write: <T>(work: (context: CommandContext) => T) => T;
  /**
   * One write transaction over several turns, in which `progress` can be told and the caller can give up; then nothing is written. Other
   * calls wait meanwhile.
   */
  readonly writeInSteps: <T>(work: (context: CommandContext) => Promise<T>) => Promise<T>;
  /** Tells how far the work is; throws `cancelled` when the caller gave up, lets other calls in between. */
  readonly progress: (progress: Progress) => Promise<void>;
  /** Encrypted safety copy inside the workspace before something big; returns its path. */
  readonly safetyCopy: (label: 'import' | 'restore' | 'session') => string;
};

export type Handler<M extends MethodName> = Contract[M]['kind'] extends 'query'
  ? (context: QueryContext, input: ParsedInputOf<M>) => OutputOf<M>
  : Contract[M]['kind'] extends 'command'
    ? (context: CommandContext, input: ParsedInputOf<M>) => OutputOf<M>
    : (context: TaskContext, input: ParsedInputOf<M>) => Promise<OutputOf<M>>;

/** Handlers of some methods, e.g. `HandlersOf<keyof typeof recordMethods>`. */
export type HandlersOf<M extends MethodName> = { readonly [N in M]: Handler<N> };
