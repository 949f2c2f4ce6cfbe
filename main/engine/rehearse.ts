import type { CommandContext, TaskContext } from './context.ts';

/** Carries an answer out of the transaction that it takes back. */
class Rehearsed extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('rehearsed');
    this.answer = answer;
  }
}

/** Does the real work in a transaction of several turns and takes all of it back, so that what is shown is what would happen. */
export const rehearse = async <T>(task: TaskContext, work: (context: CommandContext) => Promise<T>): Promise<T> => {
  try {
    return await task.writeInSteps(async (context) => {
      throw new Rehearsed(await work(context));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer as T;
    throw error;
  }
};
