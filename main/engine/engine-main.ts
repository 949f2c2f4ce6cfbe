import type { FromEngine, ToEngine } from '#shared/contract/process-messages.ts';
import { createEngine } from './engine.ts';
import { handlers } from './handlers.ts';
import { systemClock, systemIds, systemMarkerFolder } from './rim.ts';
import { serve, type Channel } from './serve.ts';

/** Port that Electron's utility process gives; plain Node has none. */
type ParentPort = {
  readonly postMessage: (message: FromEngine) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: ToEngine }) => void) => void;
};

const parentPort = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;

const channel: Channel = parentPort
  ? {
      send: (message) => {
        parentPort.postMessage(message);
      },
      onMessage: (listener) => {
        parentPort.on('message', ({ data }) => {
          listener(data);
        });
      },
    }
  : {
      send: (message) => {
        process.send?.(message);
      },
      onMessage: (listener) => {
        process.on('message', (message) => {
          listener(message as ToEngine);
        });
      },
    };

const engine = createEngine({
  clock: systemClock,
  ids: systemIds,
  markerFolder: systemMarkerFolder(),
  handlers,
  onInternalError: (method, error) => {
    process.stderr.write(
      `${method}: ${error instanceof Error ? (error.stack ?? error.name).split('\n').slice(1, 4).join(' ') : typeof error}\n`,
    );
  },
});

// The shell is gone: close the database in order.
process.on('disconnect', () => {
  engine.close();
  process.exit(0);
});

serve(engine, channel);
