const last = new WeakMap<object, Promise<unknown>>();

/**
 * Runs work that numbers what it writes one after the other, per workspace host: between gathering and writing lies encryption, in which
 * other calls may run.
 */
export const inTurn = async <T>(owner: object, work: () => Promise<T>): Promise<T> => {
  const before = last.get(owner) ?? Promise.resolve();
  const mine = before.then(work, work);
  last.set(owner, mine);
  return mine;
};
