import type { ReadableDatabase, WritableDatabase } from '#db/open.ts';
import { storedKinds } from '#shared/domain/kinds.ts';
import type { Fields } from '#shared/domain/record.ts';
import type { LogEntry } from '#shared/exchange/log-entry.ts';
import { columnOf, tableOf } from './table-name.ts';

/** A spreadsheet that was taken in. */
export type SpreadsheetImport = {
  readonly id: string;
  readonly fileName: string;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly authorId: string;
  readonly authorName: string;
  /** Rows by outcome. */
  readonly counts: Readonly<Record<string, number>>;
  readonly undoneAt: string | null;
};

/** One change that an import wrote, in the order of writing. */
export type ImportedChange = {
  readonly kind: string;
  readonly recordId: string;
  readonly replica: string;
  readonly n: number;
  readonly isNew: boolean;
};

type ImportRow = Omit<SpreadsheetImport, 'counts'> & { readonly counts: string };

const columns = `id, file_name AS fileName, at, author_id AS authorId, author_name AS authorName, counts, undone_at AS undoneAt`;

const importOf = (row: ImportRow): SpreadsheetImport => ({ ...row, counts: JSON.parse(row.counts) as Record<string, number> });

export const writeImport = (database: WritableDatabase, one: SpreadsheetImport): void => {
  database
    .prepare(
      `INSERT INTO spreadsheet_import (id, file_name, at, author_id, author_name, counts, undone_at)
       VALUES (@id, @fileName, @at, @authorId, @authorName, @counts, @undoneAt)`,
    )
    .run({ ...one, counts: JSON.stringify(one.counts) });
};

export const writeImportedChange = (
  database: WritableDatabase,
  importId: string,
  position: number,
  change: ImportedChange,
): void => {
  database
    .prepare(
      `INSERT INTO spreadsheet_import_change (import_id, position, kind, record_id, replica, n, is_new)
       VALUES (@importId, @position, @kind, @recordId, @replica, @n, @isNew)`,
    )
    .run({ ...change, importId, position, isNew: change.isNew ? 1 : 0 });
};

/** Newest first. */
export const listSpreadsheetImports = (database: ReadableDatabase): readonly SpreadsheetImport[] =>
  database.prepare(`SELECT ${columns} FROM spreadsheet_import ORDER BY at DESC, id DESC`).all<ImportRow>().map(importOf);

export const findSpreadsheetImport = (database: ReadableDatabase, id: string): SpreadsheetImport | undefined => {
  const row = database.prepare(`SELECT ${columns} FROM spreadsheet_import WHERE id = ?`).get<ImportRow>(id);
  return row && importOf(row);
};

export const markImportUndone = (database: WritableDatabase, id: string, at: string): void => {
  const { changes } = database
    .prepare('UPDATE spreadsheet_import SET undone_at = ? WHERE id = ? AND undone_at IS NULL')
    .run(at, id);
  if (changes !== 1) throw new Error('an import is undone once');
};

/** In the order of writing. */
export const listImportedChanges = (database: ReadableDatabase, importId: string): readonly ImportedChange[] =>
  database
    .prepare(
      `SELECT kind, record_id AS recordId, replica, n, is_new AS isNew FROM spreadsheet_import_change
       WHERE import_id = ? ORDER BY position`,
    )
    .all<Omit<ImportedChange, 'isNew'> & { readonly isNew: number }>(importId)
    .map((row) => ({ ...row, isNew: row.isNew === 1 }));

/** A change by its dot. */
export const findLogEntry = (database: ReadableDatabase, replica: string, n: number): LogEntry | undefined => {
  const row = database
    .prepare('SELECT entry FROM change_log WHERE replica = ? AND n = ?')
    .get<{ readonly entry: string }>(replica, n);
  return row && (JSON.parse(row.entry) as LogEntry);
};

/** A record that points to another. */
export type Reference = { readonly kind: string; readonly id: string; readonly targetKind: string; readonly targetId: string };

/** Every reference of records that are not removed: one pass over each table, in place of a search per record. */
export const listReferences = (database: ReadableDatabase): readonly Reference[] =>
  storedKinds.flatMap(({ kind, fields }) =>
    Object.entries(fields as Fields).flatMap(([name, field]) => {
      const { to } = field;
      if (to === undefined) return [];
      const isList = field.type === 'references';
      const column = columnOf(name);
      return database
        .prepare(
          `SELECT t.id, ${isList ? 'j.value' : `t.${column}`} AS targetId FROM ${tableOf(kind)} t${isList ? `, json_each(t.${column}) j` : ''}
           WHERE t.removed = 0 AND t.${column} IS NOT NULL`,
        )
        .all<{ readonly id: string; readonly targetId: string }>()
        .map(({ id, targetId }) => ({ kind, id, targetKind: to, targetId }));
    }),
  );
