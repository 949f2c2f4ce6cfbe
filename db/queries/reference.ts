import type { ReadableDatabase } from '#db/open.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import type { Fields } from '#shared/domain/record.ts';
import { columnOf, tableOf } from './table-name.ts';
import type { Reference } from './spreadsheet-import.ts';

type Target = { readonly kind: string; readonly id: string };

/** References of records that are not removed to any of these records: one pass over each column that may hold one. */
export const listReferencesTo = (database: ReadableDatabase, targets: readonly Target[]): readonly Reference[] => {
  const byKind = new Map<string, string[]>();
  for (const { kind, id } of targets) {
    const ids = byKind.get(kind);
    if (ids) ids.push(id);
    else byKind.set(kind, [id]);
  }
  return storedKinds.flatMap(({ kind, fields }) =>
    Object.entries(fields as Fields).flatMap(([name, { to, type }]) => {
      const ids = to === undefined ? undefined : byKind.get(to);
      if (to === undefined || ids === undefined) return [];
      const column = `t.${columnOf(name)}`;
      const isList = type === 'references';
      return database
        .prepare(
          `SELECT t.id, ${isList ? 'j.value' : column} AS targetId FROM ${tableOf(kind)} t${isList ? `, json_each(${column}) j` : ''}
           WHERE t.removed = 0 AND ${isList ? 'j.value' : column} IN (SELECT value FROM json_each(?))`,
        )
        .all<{ readonly id: string; readonly targetId: string }>(JSON.stringify(ids))
        .map(({ id, targetId }) => ({ kind, id, targetKind: to, targetId }));
    }),
  );
};
