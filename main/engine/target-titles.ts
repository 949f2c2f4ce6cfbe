import { findProjected } from '#db/queries/projection.ts';
import type { ReadableDatabase } from '#db/open.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { viewOf } from './record-view.ts';

/** Values of one field before and after a change. */
export type FieldChange = { readonly kind: string; readonly field: string; readonly from?: unknown; readonly to?: unknown };

/** Titles of the records that changes point to, by id; what is not in the books has none. */
export const targetTitles = (database: ReadableDatabase, changes: readonly FieldChange[]): Record<string, string> => {
  const titles: Record<string, string> = {};
  for (const { kind, field, from, to } of changes) {
    const target = findKind(kind)?.fields[field]?.to;
    if (target === undefined) continue;
    for (const id of [from, to].flat()) {
      const found = typeof id === 'string' && titles[id] === undefined ? findProjected(database, target, id) : undefined;
      if (found !== undefined) titles[found.id] = viewOf(database, found).title;
    }
  }
  return titles;
};
