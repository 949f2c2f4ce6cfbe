import type { z } from 'zod';
import { contract, type Call, type CallOptions, type MethodName } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/failure.ts';
import type { WritableDatabase } from '#db/open.ts';
import type { Access } from '#shared/contract/method.ts';
import type { CommandContext, Handler, HandlersOf, QueryContext, TaskContext } from './context.ts';
import { failure, failureOf } from './failure.ts';
import { createMarker, type Marker } from './marker.ts';
import { createRecordWriter } from './record-change.ts';
import { dateOf, type Clock, type Ids } from './rim.ts';
import { safetyCopy } from './safety-copy.ts';
import { newSitting, openBox, withStep, type Sitting } from './sitting.ts';
import { createTurnstile, type Turnstile } from './turnstile.ts';
import { createWorkspaceHost, type OpenWorkspace, type WorkspaceHost } from './workspace-host.ts';

export type Engine = {
  readonly call: Call;
  /** Closes the open workspace, if any. */
  readonly close: () => void;
};

export type EngineParts = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly handlers: HandlersOf<MethodName>;
  /** Where it is noted how far each workspace has come; without it copies are not told from originals. */
  readonly markerFolder?: string;
  /** Told of errors nobody expected; gets the error's class and place, never values. */
  readonly onInternalError?: (method: string, error: unknown) => void;
};

type RunningParts = EngineParts & {
  readonly marker: Marker;
  readonly turnstile: Turnstile;
  readonly sitting: { current: Sitting };
};

const ranks: Readonly<Record<Access, number>> = { anyone: 0, clerk: 1, approver: 2, administrator: 3 };

const openOf = (host: WorkspaceHost): OpenWorkspace => {
  const workspace = host.current();
  if (!workspace) throw failure('workspace-locked');
  return workspace;
};

/** The sitting of who is working now: another user or another replica begins a new one. */
const sittingOf = ({ sitting }: RunningParts, { actor, identity, folder }: OpenWorkspace): Sitting => {
  const owner = `${folder} ${actor.id} ${identity.replica}`;
  if (sitting.current.owner !== owner) sitting.current = newSitting(owner);
  return sitting.current;
};

const queryContextOf = (parts: RunningParts, workspace: OpenWorkspace): Omit<QueryContext, 'database'> => ({
  sitting: sittingOf(parts, workspace),
  identity: workspace.identity,
  actor: workspace.actor,
  blobs: workspace.blobs,
  clock: parts.clock,
  today: dateOf(parts.clock.now()),
});

const read = <T>(parts: RunningParts, workspace: OpenWorkspace, work: (context: QueryContext) => T): T =>
  workspace.storage.read((database) => work({ ...queryContextOf(parts, workspace), database }));

/** What one transaction works with, and what is noted of it once it is committed. */
const openTransaction = (parts: RunningParts, workspace: OpenWorkspace, method: MethodName) => {
  const { identity, actor, storage, folder } = workspace;
  const { box, after } = openBox(sittingOf(parts, workspace));
  let changes: Sitting['steps'][number]['changes'] = [];
  return {
    contextFor: (database: WritableDatabase): CommandContext => {
      const records = createRecordWriter({ database, identity, actor, clock: parts.clock, ids: parts.ids });
      return { ...queryContextOf(parts, workspace), database, ids: parts.ids, records, steps: box };
    },
    flush: ({ records }: CommandContext): void => {
      records.flush();
      changes = records.written();
    },
    committed: (): void => {
      parts.marker.note(storage, folder);
      parts.sitting.current = after({ method, at: parts.clock.now().toISOString(), changes });
    },
  };
};

const write = <T>(parts: RunningParts, workspace: OpenWorkspace, method: MethodName, work: (context: CommandContext) => T): T => {
  const transaction = openTransaction(parts, workspace, method);
  const done = workspace.storage.write((database) => {
    const context = transaction.contextFor(database);
    const value = work(context);
    transaction.flush(context);
    return value;
  });
  transaction.committed();
  return done;
};

const writeInSteps = <T>(
  parts: RunningParts,
  host: WorkspaceHost,
  method: MethodName,
  work: (context: CommandContext) => Promise<T>,
): Promise<T> =>
  parts.turnstile.alone(async () => {
    const workspace = openOf(host);
    const transaction = openTransaction(parts, workspace, method);
    const done = await workspace.storage.writeInSteps(async (database) => {
      const context = transaction.contextFor(database);
      const value = await work(context);
      transaction.flush(context);
      return value;
    });
    transaction.committed();
    return done;
  });

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const taskContextOf = (parts: RunningParts, host: WorkspaceHost, method: MethodName, options: CallOptions): TaskContext => ({
  host,
  clock: parts.clock,
  ids: parts.ids,
  marker: parts.marker,
  read: (work) => read(parts, openOf(host), work),
  write: (work) => write(parts, openOf(host), method, work),
  writeInSteps: (work) => writeInSteps(parts, host, method, work),
  progress: async (progress) => {
    options.onProgress?.(progress);
    await turn();
    if (options.signal?.aborted === true) throw failure('cancelled');
  },
  safetyCopy: (label) => {
    const workspace = openOf(host);
    return safetyCopy(workspace.storage, workspace.folder, label, parts.clock.now());
  },
});

const checkAccess = (host: WorkspaceHost, needed: Access): void => {
  if (needed === 'anyone') return;
  if (ranks[openOf(host).actor.role] >= ranks[needed]) return;
  throw failure(needed === 'approver' ? 'approver-missing' : 'not-permitted');
};

/**
 * The engine: parses input once, checks who may call, opens the transaction, runs the handler and answers with data. Calls that
 * write run one after the other; a task that waits for a file does not hold a transaction. While a task writes in steps all other calls wait.
 */
export const createEngine = (given: EngineParts): Engine => {
  const parts: RunningParts = {
    ...given,
    marker: createMarker(given.markerFolder),
    turnstile: createTurnstile(),
    sitting: { current: newSitting('') },
  };
  const host = createWorkspaceHost();
  const run = async (method: MethodName, input: unknown, options: CallOptions): Promise<unknown> => {
    const description = contract[method];
    await parts.turnstile.pass();
    checkAccess(host, description.access);
    const parsed = (description.input as z.ZodType).safeParse(input);
    if (!parsed.success) throw failure('input-malformed', { method, field: parsed.error.issues[0]?.path.join('.') ?? '' });
    const handler = parts.handlers[method] as unknown;
    if (description.kind === 'query')
      return read(parts, openOf(host), (context) => (handler as Handler<'record.get'>)(context, parsed.data as never));
    if (description.kind === 'command')
      return write(parts, openOf(host), method, (context) =>
        (handler as Handler<'record.remove'>)(context, parsed.data as never),
      );
    const stepsBefore = parts.sitting.current.nextId;
    const value = await parts.turnstile.task(() =>
      (handler as Handler<'workspace.lock'>)(taskContextOf(parts, host, method, options), parsed.data as never),
    );
    // Work with files is named once, whether it wrote records or not.
    if (host.current() !== null && parts.sitting.current.nextId === stepsBefore)
      parts.sitting.current = withStep(parts.sitting.current, {
        method,
        at: parts.clock.now().toISOString(),
        changes: [],
        details: {},
      });
    return value;
  };
  const call = async (method: MethodName, input: unknown, options: CallOptions = {}): Promise<Reply<unknown>> => {
    try {
      if (!Object.hasOwn(contract, method)) throw failure('method-unknown', { method });
      return { ok: true, value: await run(method, input, options) };
    } catch (error) {
      const failed = failureOf(error);
      if (failed.code === 'internal-error') parts.onInternalError?.(method, error);
      return { ok: false, failure: failed };
    }
  };
  return { call: call as Call, close: host.close };
};
