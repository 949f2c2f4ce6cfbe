import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import type { Desktop } from '#shared/contract/desktop.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import type { Progress } from '#shared/contract/views.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface adds to Window
  interface Window {
    readonly desktop: Desktop;
  }
}

const listeners = new Map<number, (progress: Progress) => void>();
let count = 0;

window.desktop.onProgress((id, progress) => listeners.get(id)?.(progress));

/** A failure on its way to the screen that shows it. */
export class CallFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

type Lost = (failure: Failure) => void;
const tellNobody: Lost = () => undefined;
let listener: Lost = tellNobody;

/** Only the first reason is told: what follows is its consequence. */
const tellLost: Lost = (failure) => {
  const told = listener;
  listener = tellNobody;
  told(failure);
};

/** Tells when the workspace is no longer open though nobody locked it: the engine has died. */
export const onWorkspaceLost = (told: Lost): void => {
  listener = told;
};

window.desktop.onEngineStopped(() => {
  tellLost({ code: 'engine-stopped' });
});

export type RunningCall<Value> = { readonly reply: Promise<Reply<Value>>; readonly cancel: () => void };

/** Starts a call that may report progress and be cancelled. */
export const startCall = <M extends MethodName>(
  method: M,
  input: InputOf<M>,
  onProgress?: (progress: Progress) => void,
): RunningCall<OutputOf<M>> => {
  count += 1;
  const id = count;
  if (onProgress) listeners.set(id, onProgress);
  const reply = window.desktop.callEngine(id, method, input) as Promise<Reply<OutputOf<M>>>;
  void reply.then((answer) => {
    listeners.delete(id);
    if (!answer.ok && (answer.failure.code === 'engine-stopped' || answer.failure.code === 'workspace-locked'))
      tellLost(answer.failure);
  });
  return {
    reply,
    cancel: () => {
      window.desktop.cancelCall(id);
    },
  };
};

export const call = <M extends MethodName>(method: M, input: InputOf<M>): Promise<Reply<OutputOf<M>>> =>
  startCall(method, input).reply;

/** Like `call`, but a failure rejects: for queries, whose screens show it in one place. */
export const ask = async <M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> => {
  const reply = await call(method, input);
  if (!reply.ok) throw new CallFailure(reply.failure);
  return reply.value;
};
