/**
 * Lets one task have the database for itself over several turns of the event loop. Tasks count as inside from their start to their end;
 * queries and commands, which need one turn, only wait while somebody holds it.
 */
export type Turnstile = {
  /** Resolves at once unless somebody holds the database. */
  readonly pass: () => Promise<void>;
  /** Runs a task that may ask to be alone. */
  readonly task: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called from within a task: waits until the other tasks are done or wait here too, then runs `work` with everybody else outside. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
};

export const createTurnstile = (): Turnstile => {
  let inside = 0;
  let isHeld = false;
  let wakers: (() => void)[] = [];
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      wakers.push(resolve);
    });
  const wake = (): void => {
    const woken = wakers;
    wakers = [];
    for (const waker of woken) waker();
  };
  const pass = async (): Promise<void> => {
    while (isHeld) await changed();
  };
  return {
    pass,
    task: async (work) => {
      await pass();
      inside += 1;
      try {
        return await work();
      } finally {
        inside -= 1;
        wake();
      }
    },
    alone: async (work) => {
      inside -= 1;
      wake();
      while (isHeld || inside > 0) await changed();
      isHeld = true;
      inside += 1;
      try {
        return await work();
      } finally {
        isHeld = false;
        wake();
      }
    },
  };
};
