import type { FromEngine, ToEngine } from '#shared/contract/process-messages.ts';
import type { Engine } from './engine.ts';

/** A two-way channel to the shell. */
export type Channel = {
  readonly send: (message: FromEngine) => void;
  readonly onMessage: (listener: (message: ToEngine) => void) => void;
};

/** Answers calls that come over a channel; each may report progress and be cancelled. */
export const serve = (engine: Engine, channel: Channel): void => {
  const running = new Map<number, AbortController>();
  channel.onMessage((message) => {
    if (message.type === 'cancel') {
      running.get(message.id)?.abort();
      return;
    }
    const { id, method, input } = message;
    const controller = new AbortController();
    running.set(id, controller);
    void engine
      .call(method, input as never, {
        signal: controller.signal,
        onProgress: (progress) => {
          channel.send({ type: 'progress', id, progress: { ...progress } });
        },
      })
      .then((reply) => {
        running.delete(id);
        channel.send({ type: 'reply', id, reply });
      });
  });
  channel.send({ type: 'ready' });
};
