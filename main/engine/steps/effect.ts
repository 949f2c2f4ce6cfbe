import { findLogEntry } from '#db/queries/spreadsheet-import.ts';
import type { ReadableDatabase } from '#db/open.ts';
import type { WrittenChange } from '#engine/record-change.ts';
import { winningHead } from '#shared/exchange/heads.ts';
import type { Dot, Head, HeadValue } from '#shared/exchange/state.ts';

/** What several changes did to one field: what stood there before the first, and what the last one wrote. */
export type FieldEffect = {
  readonly field: string;
  /** The head that was shown before; `undefined` where the field was empty. */
  readonly before: Head | undefined;
  readonly after: HeadValue;
  readonly dot: Dot;
  /** Whether a value from before was erased since: it cannot come back. */
  readonly isErased: boolean;
};

export type RecordEffect = {
  readonly kind: string;
  readonly id: string;
  /** Whether the changes made the record. */
  readonly isNew: boolean;
  readonly fields: ReadonlyMap<string, FieldEffect>;
};

type Before = Pick<FieldEffect, 'before' | 'isErased'>;

const beforeOf = (database: ReadableDatabase, field: string, replaces: readonly Dot[]): Before => {
  const found = replaces.map(([replica, n]) => ({ replica, n, logged: findLogEntry(database, replica, n)?.fields[field] }));
  const heads = found.flatMap(({ replica, n, logged }): readonly Head[] =>
    logged === undefined ? [] : [[replica, n, logged.value]],
  );
  return {
    before: winningHead(heads),
    isErased: found.some(({ logged }) => logged === undefined || logged.erased === true),
  };
};

/** What changes of the own replica did, record by record, in the order of each record's first change. */
export const effectsOf = (
  database: ReadableDatabase,
  replica: string,
  changes: readonly WrittenChange[],
): readonly RecordEffect[] => {
  const records = new Map<string, { readonly first: WrittenChange; readonly fields: Map<string, FieldEffect> }>();
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`;
    const record = records.get(key) ?? { first: change, fields: new Map<string, FieldEffect>() };
    records.set(key, record);
    for (const [field, { value, replaces }] of Object.entries(findLogEntry(database, replica, change.n)?.fields ?? {})) {
      const known: Before = record.fields.get(field) ?? beforeOf(database, field, replaces);
      record.fields.set(field, {
        field,
        before: known.before,
        isErased: known.isErased,
        after: value,
        dot: [replica, change.n],
      });
    }
  }
  return [...records.values()].map(({ first, fields }) => ({ kind: first.kind, id: first.id, isNew: first.isNew, fields }));
};
