/** Runs a work of many steps to its end in one go. */
export const runAll = <Step, Result>(steps: Generator<Step, Result>): Result => {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
};
