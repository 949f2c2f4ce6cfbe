import type { Dot } from './state.ts';

/** A dot as one word, `<replica>:<n>`, to type and to choose. */
export const dotText = ([replica, n]: Dot | readonly [string, number, unknown]): string => `${replica}:${n}`;

/** Installation that made a change: the first part of its replica. */
export const installationOf = (replica: string): string => replica.split('.')[0] ?? '';

/** Number of the epoch in which a replica writes, from 1. */
export const epochCounterOf = (replica: string): number => Number(replica.split('.')[1]?.split('-')[0] ?? 0);
