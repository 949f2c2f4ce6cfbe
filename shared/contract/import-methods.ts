import { z } from 'zod';
import { columnTargets, importKinds } from '#shared/import/column-target.ts';
import { encodings } from '#shared/import/encoding.ts';
import { matchReason } from './identity-methods.ts';
import { command, query, task } from './method.ts';
import { recordValues } from './views.ts';

const target = z.enum(columnTargets);
const importKind = z.enum(importKinds);
const encoding = z.enum(encodings);

/** Rows of the sheet counted from 1, last one included. */
const rowRange = z.object({ first: z.int().min(1), last: z.int().min(1) });

/** What is said of one sheet by hand; what is left out is recognised. */
export const sheetChoice = z.object({
  /** `false` leaves the sheet out; hidden ones are left out unless told. */
  use: z.boolean().optional(),
  kind: importKind.optional(),
  headerRows: rowRange.optional(),
  /** By column from 0; `null` leaves a column out. */
  columns: z.record(z.string().regex(/^\d{1,3}$/), target.nullable()).optional(),
  /** Commune of rows that name none. */
  communeId: z.string().optional(),
  encoding: encoding.optional(),
});
export type SheetChoice = z.infer<typeof sheetChoice>;

/** Which column holds what, by the words of its head, so that it fits the next file with the same form. */
export const mappingDefinition = z.object({
  kind: importKind.optional(),
  columns: z.record(z.string().max(600), target.nullable()),
  encoding: encoding.optional(),
});
export type MappingDefinition = z.infer<typeof mappingDefinition>;

/** What a person decided about one row. */
export const rowDecision = z.object({
  /** Sheet from 0, row from 1, part from 1. */
  sheet: z.int().min(0),
  row: z.int().min(1),
  part: z.int().min(1).default(1),
  leaveOut: z.boolean().optional(),
  /** `new`, or the id of the person in the books whom the row means. */
  person: z.string().optional(),
  /** For fields where file and books differ. */
  take: z.record(z.string(), z.enum(['file', 'books'])).optional(),
  /** Texts in place of those of the file, by target; an empty one empties. They are read like cells. */
  texts: z.record(z.string(), z.string().max(2000)).optional(),
});
export type RowDecision = z.infer<typeof rowDecision>;

/**
 * Issues that a person answers for the whole file: `value-differs:file` or `:books`, `same-person` or `another-person`, `january-first:day`
 * or `:year`, or the code of an issue of severity `decision`, which takes what was read.
 */
export const importInput = z.object({
  file: z.string().min(1),
  /** Name of the one sheet to take. */
  sheet: z.string().optional(),
  kind: importKind.optional(),
  communeId: z.string().optional(),
  encoding: encoding.optional(),
  /** Name of a saved mapping, or a mapping itself. */
  mapping: z.union([z.string(), mappingDefinition]).optional(),
  /** By number of the sheet, from 0; further tables on a sheet are numbered behind the last sheet. */
  sheets: z.record(z.string().regex(/^\d{1,3}$/), sheetChoice).default({}),
  /** Texts for every row that has none of its own, by target. */
  defaults: z.record(z.string(), z.string().max(2000)).default({}),
  accept: z.array(z.string()).default([]),
  decisions: z.array(rowDecision).max(100_000).default([]),
});
export type ImportInput = z.output<typeof importInput>;

const rowIssue = z.object({
  code: z.string(),
  field: z.string().nullable(),
  /** `error`: not taken in; `decision`: not before a person decides; `question`: taken in, to be looked at. */
  severity: z.enum(['error', 'decision', 'question']),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  message: z.string(),
});

/** Names of what a row belongs to, as read; `null` where the row says nothing. */
const belongs = z.object({
  commune: z.string().nullable(),
  residentialUnit: z.string().nullable(),
  team: z.string().nullable(),
  decision: z.object({ number: z.string(), decidedOn: z.string().nullable() }).nullable(),
});

const value = z.unknown();

export const importOutcomes = ['created', 'updated', 'same', 'needs-decision', 'error', 'left-out'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const importRow = z.object({
  /** Sheet from 0, row from 1; several people in one row are parts. */
  sheet: z.int(),
  row: z.int(),
  part: z.int(),
  outcome: z.enum(importOutcomes),
  kind: z.string(),
  /** Id of the record; of a mediator that of the membership. `null` where there is none yet. */
  id: z.string().nullable(),
  title: z.string(),
  /** What was read, by field. */
  values: recordValues,
  belongs,
  /** Texts of the file that an issue is about, by target; absent where the file says nothing. */
  written: z.record(z.string(), z.string()),
  issues: z.array(rowIssue),
  /** Values that the file would change; `take` says what is done, `null` that it waits for a decision. */
  changes: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      field: z.string(),
      old: value,
      new: value,
      take: z.enum(['file', 'books']).nullable(),
    }),
  ),
  /** People in the books whom the row may mean, likeliest first. */
  candidates: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** What tells them from others of the name: birth, team, commune; or in which row of the file they stand. */
      about: z.string(),
      certain: z.boolean(),
      reasons: z.array(matchReason),
    }),
  ),
});
export type ImportRow = z.infer<typeof importRow>;

const count = z.int();

/** A sheet as it was understood. */
export const importSheet = z.object({
  index: z.int(),
  name: z.string(),
  hidden: z.boolean(),
  /** Whether its rows are taken in; `reason` says why not: `hidden`, `empty`, `no-table`, `not-chosen`. */
  used: z.boolean(),
  reason: z.string().nullable(),
  kind: importKind.nullable(),
  communeId: z.string().nullable(),
  communeName: z.string(),
  encoding: z.object({
    encoding,
    reason: z.enum(['font', 'characters', 'chosen', 'none']),
    confidence: z.number(),
    needsAnswer: z.boolean(),
    /** Some texts before and after, to judge by. */
    samples: z.array(z.object({ before: z.string(), after: z.string() })),
  }),
  headerRows: rowRange.nullable(),
  columns: z.array(
    z.object({
      column: z.int(),
      letter: z.string(),
      hidden: z.boolean(),
      /** Words of the head, outermost first. */
      header: z.array(z.string()),
      target: target.nullable(),
      confidence: z.enum(['sure', 'likely', 'unknown']),
      samples: z.array(z.string()),
      filled: count,
    }),
  ),
  /** What a mapping of the columns as they are would be: to be saved under a name. `null` without a table. */
  definition: mappingDefinition.nullable(),
  /** Every cell that holds something, by what becomes of it; they add up to `total`. */
  cells: z.object({
    total: count,
    title: count,
    header: count,
    numbers: count,
    group: count,
    subtotal: count,
    footer: count,
    index: count,
    value: count,
    unknownColumn: count,
    unused: count,
  }),
});
export type ImportSheet = z.infer<typeof importSheet>;

export const importCell = z.object({
  /** As spreadsheets name it: `B7`. */
  address: z.string(),
  column: z.int(),
  text: z.string(),
  /** What becomes of the cell: the role of its row, or for rows of data whether its column is numbering, a value or not known. */
  fate: z.enum(['title', 'header', 'numbers', 'group', 'subtotal', 'footer', 'unused', 'index', 'value', 'unknown-column']),
  /** What its column holds; `null` for other rows and unknown columns. */
  target: target.nullable(),
  /** Fields of the row's record that a value fills; the row has them in `values` or `belongs`, or an issue names one of them or the target. */
  fields: z.array(z.string()),
});
export type ImportCell = z.infer<typeof importCell>;

export const importCellRow = z.object({
  /** From 1. */
  row: z.int(),
  hidden: z.boolean(),
  role: z.enum(['title', 'header', 'numbers', 'group', 'subtotal', 'footer', 'unused', 'data']),
  cells: z.array(importCell),
});
export type ImportCellRow = z.infer<typeof importCellRow>;

export const importPlan = z.object({
  format: z.enum(['xlsx', 'xls', 'ods', 'csv']),
  sheets: z.array(importSheet),
  rows: z.array(importRow),
  counts: z.record(z.enum(importOutcomes), count),
  /** Records that come along, because rows name them and the books do not have them. */
  companions: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })),
  /** Issues by code, with how many rows have them and whether they are accepted for the whole file. */
  questions: z.array(z.object({ code: z.string(), severity: z.string(), count, accepted: z.boolean(), message: z.string() })),
  /** Changes when anything of the plan does; `import.run` with it fails with `preview-outdated` then. */
  planHash: z.string(),
});
export type ImportPlan = z.infer<typeof importPlan>;

export const importEntry = z.object({
  id: z.string(),
  /** Name of the file without its folder. */
  fileName: z.string(),
  at: z.string(),
  authorName: z.string(),
  counts: z.record(z.string(), count),
  undoneAt: z.string().nullable(),
});
export type ImportEntry = z.infer<typeof importEntry>;

/** A record that an undo left alone, wholly or in some fields. */
export const keptRecord = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  reason: z.enum(['changed-later', 'used-later', 'removed-later']),
  fields: z.array(z.string()),
});
export type KeptRecord = z.infer<typeof keptRecord>;

/** Records removed, records whose values of before come back, and what stays. */
const takenBack = z.object({ removed: count, restored: count, kept: z.array(keptRecord) });

export const mappingName = z.string().trim().min(1).max(80);

/** What a mapping's file holds: the mapping itself, with its name beside, so that `--mapping F.json` takes the same file. */
export const mappingFile = mappingDefinition.extend({ name: mappingName });

export const savedMapping = z.object({
  name: z.string(),
  definition: mappingDefinition,
  savedAt: z.string(),
  authorName: z.string(),
});
export type SavedMapping = z.infer<typeof savedMapping>;

export const importMethods = {
  /** What is in a file: sheets, heads, columns with samples, codes of text; also where no table is found yet. Fails with `spreadsheet-...`. */
  'import.read': task(
    'clerk',
    importInput,
    z.object({ format: importPlan.shape.format, sheets: z.array(importSheet), fittingMappings: z.array(z.string()) }),
  ),
  /** Rows of a sheet as the file has them, with what becomes of each cell, from row `from` of the sheet on, the first `offset` left out. */
  'import.cells': task(
    'clerk',
    importInput.extend({
      sheetIndex: z.int().min(0),
      from: z.int().min(1).default(1),
      offset: z.int().min(0).default(0),
      count: z.int().min(1).max(2000).default(60),
    }),
    z.object({ total: count, rows: z.array(importCellRow) }),
  ),
  /** What would happen to every row; changes nothing. Fails with `spreadsheet-...` (`spreadsheet-no-table`), `mapping-not-found`. */
  'import.plan': task('clerk', importInput, importPlan),
  /**
   * Takes in the rows that are in order, all in one transaction; rows in error or waiting for a decision stay out. Cancelled, nothing is
   * changed. Fails with `preview-outdated` where `planHash` no longer holds.
   */
  'import.run': task(
    'clerk',
    importInput.extend({ planHash: z.string().optional() }),
    /** `importId` is `null` where nothing was to be changed. */
    importPlan.extend({ importId: z.string().nullable() }),
  ),
  /** Writes rows in error or waiting for a decision into an .xlsx of the same form, with the reason beside each. */
  'import.writeErrors': task(
    'clerk',
    importInput.extend({ out: z.string().min(1), rows: z.array(importRow).optional() }),
    z.object({ file: z.string(), rowCount: count }),
  ),
  /** Spreadsheets taken in, newest first. */
  'import.list': query('clerk', z.object({}), z.array(importEntry)),
  /**
   * Takes back what an import wrote: values it changed get what they had before, records it added are removed. What was changed or used
   * since stays and is named in `kept`. Fails with `import-not-found`, `import-undone`.
   */
  'import.undo': task('clerk', z.object({ importId: z.string() }), takenBack),
  /** What `import.undo` would do now; writes nothing. Same failures. */
  'import.previewUndo': task('clerk', z.object({ importId: z.string() }), takenBack),
  /** Saved mappings by name. Which of them fit a file, `import.read` says. */
  'import.listMappings': query('clerk', z.object({}), z.array(savedMapping)),
  /** Saves a mapping for everybody who works with this workspace; one of the same name is replaced. */
  'import.saveMapping': command('clerk', z.object({ name: mappingName, definition: mappingDefinition }), savedMapping),
  /** Writes a saved mapping into a file of JSON for a colleague's PC. Fails with `mapping-not-found`, `file-exists`. */
  'import.writeMapping': task(
    'clerk',
    z.object({ name: z.string(), out: z.string().min(1) }),
    z.object({ file: z.string(), name: z.string() }),
  ),
  /**
   * Saves the mapping that a colleague's file holds, under the name in it unless `name` says another. Fails with `mapping-unreadable`, and
   * with `mapping-exists` where another of this name is saved and `replace` is not set; one that is equal is no obstacle.
   */
  'import.readMapping': task(
    'clerk',
    z.object({ file: z.string().min(1), name: mappingName.optional(), replace: z.boolean().default(false) }),
    savedMapping,
  ),
  /** Fails with `mapping-not-found`. */
  'import.removeMapping': command('clerk', z.object({ name: z.string() }), z.object({ name: z.string() })),
} as const;
