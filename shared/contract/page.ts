import { z } from 'zod';

/**
 * Page of a list: `limit` rows from `offset`, in the list's order. `sort` names columns of the list, the weightiest first; what is empty
 * stands last. With `groupBy` rows stand group by group and the answer counts them. Unknown names fail with `usage-wrong`.
 */
export const page = {
  limit: z.int().min(1).max(1_000_000).default(200),
  offset: z.int().min(0).default(0),
  sort: z
    .array(z.object({ by: z.string().min(1).max(60), descending: z.boolean().default(false) }))
    .max(3)
    .default([]),
  groupBy: z.string().min(1).max(60).optional(),
};

export type ListSort = { readonly by: string; readonly descending: boolean };

/** Rows that share a commune, a team, a year ...; `label` names it to people and is empty where nothing is known. */
export const rowGroup = z.object({ key: z.string().nullable(), label: z.string(), count: z.int() });
export type RowGroup = z.infer<typeof rowGroup>;

/** What every list answers beside its rows: all groups in order, none where nothing was grouped. */
export const listed = { total: z.int(), groups: z.array(rowGroup) };
