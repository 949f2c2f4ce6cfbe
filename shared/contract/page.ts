import { z } from 'zod';

/** Page of a list: `limit` rows from `offset`, in the list's order. */
export const page = { limit: z.int().min(1).max(1_000_000).default(200), offset: z.int().min(0).default(0) };
