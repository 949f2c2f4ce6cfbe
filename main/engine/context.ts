import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import type { Role } from '#db/queries/installation.ts';
import type { Contract, MethodName, OutputOf, ParsedInputOf } from '#shared/contract/contract.ts';
import type { Progress } from '#shared/contract/views.ts';
import type { RecordWriter } from './record-change.ts';
import type { Clock, Ids } from './rim.ts';
import type { WorkspaceHost } from './workspace-host.ts';

/** Who acts: the unlocked user. */
export type Actor = { readonly id: string; readonly name: string; readonly role: Role };

/** Which office's books are open, on which installation and in which epoch. */
export type Identity = {
  readonly workspaceId: string;
  readonly installId: string;
  readonly epoch: string;
  /** `<installId>.<epoch>`: the replica that writes now. */
  readonly replica: string;
  readonly tier: 'district' | 'province';
  readonly officeId: string;
  readonly officeName: string;
  readonly unitId: string;
  /** Date as of which typed unit codes are read, `YYYY-MM-DD`. */
  readonly asOf: string;
};

export type QueryContext = {
  readonly database: ReadableDatabase;
  readonly identity: Identity;
  readonly actor: Actor;
  readonly clock: Clock;
  /** Calendar date at the office, `YYYY-MM-DD`. */
  readonly today: string;
};

/** Lives for one write transaction. */
export type CommandContext = Omit<QueryContext, 'database'> & {
  readonly database: WritableDatabase;
  readonly ids: Ids;
  readonly records: RecordWriter;
};

export type TaskContext = {
  readonly host: WorkspaceHost;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Fails with `workspace-locked` when no workspace is open. */
  readonly read: <T>(work: (context: QueryContext) => T) => T;
  /** One write transaction; fails with `workspace-locked` when no workspace is open. */
  readonly write: <T>(work: (context: CommandContext) => T) => T;
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
