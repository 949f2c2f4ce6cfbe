import type { Context } from './state.ts';

const reachOf = (context: Context, replica: string): number => context[replica]?.n ?? 0;

/**
 * An import and the later ones that hold something it brought, oldest first. `inForce` lists the office's imports, oldest first. A whole
 * package holds everything before it, so only late, older packages stay beside it.
 */
export const findResting = <T extends { readonly id: string }>(
  inForce: readonly T[],
  chosen: T,
  contextOfImport: (one: T) => Context,
): readonly T[] => {
  const at = inForce.findIndex(({ id }) => id === chosen.id);
  const before = inForce.slice(0, at).map(contextOfImport);
  const known = (replica: string): number => Math.max(0, ...before.map((context) => reachOf(context, replica)));
  const brings = (context: Context, replica: string): boolean => reachOf(context, replica) > known(replica);
  const own = contextOfImport(chosen);
  const news = Object.keys(own).filter((replica) => brings(own, replica));
  const later = inForce.slice(at + 1).filter((one) => {
    const theirs = contextOfImport(one);
    return news.some((replica) => brings(theirs, replica));
  });
  return [chosen, ...later];
};
