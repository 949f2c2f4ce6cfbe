import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  findStoredMapping,
  listStoredMappings,
  removeStoredMapping,
  writeStoredMapping,
  type StoredMapping,
} from '#db/queries/import-mapping.ts';
import {
  mappingDefinition,
  mappingFile,
  type ImportInput,
  type MappingDefinition,
  type SavedMapping,
} from '#shared/contract/import-methods.ts';
import { headerKey } from '#shared/import/find-header.ts';
import type { Table } from '#shared/import/table.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { readText } from '#engine/read-json.ts';

const savedOf = ({ name, definition, savedAt, authorName }: StoredMapping): SavedMapping => ({
  name,
  definition: mappingDefinition.parse(JSON.parse(definition)),
  savedAt,
  authorName,
});

/** The mapping that a call names or brings. Fails with `mapping-not-found`. */
export const mappingOf = ({ database }: QueryContext, input: Pick<ImportInput, 'mapping'>): MappingDefinition | undefined => {
  if (typeof input.mapping !== 'string') return input.mapping;
  const stored = findStoredMapping(database, input.mapping);
  if (!stored) throw failure('mapping-not-found', { name: input.mapping });
  return savedOf(stored).definition;
};

/** The columns of a table by the words of their heads. Columns without a head cannot be found again and are left out. */
export const definitionOf = (table: Table, encoding: MappingDefinition['encoding']): MappingDefinition => ({
  kind: table.kind,
  columns: Object.fromEntries(
    table.header.paths.flatMap((path, column) =>
      path.length === 0 ? [] : [[headerKey(path), table.columns[column]?.target ?? null] as const],
    ),
  ),
  ...(encoding === undefined ? {} : { encoding }),
});

/** Saved mappings whose columns are all in one of the tables. */
export const fittingMappings = ({ database }: QueryContext, tables: readonly Table[]): string[] =>
  listStoredMappings(database)
    .map(savedOf)
    .filter(({ definition }) => {
      const wanted = Object.keys(definition.columns);
      return tables.some((table) => {
        const heads = new Set(table.header.paths.map(headerKey));
        return wanted.length > 0 && wanted.every((key) => heads.has(key));
      });
    })
    .map(({ name }) => name);

export const listMappings: Handler<'import.listMappings'> = ({ database }) => listStoredMappings(database).map(savedOf);

/** Reads the file of a mapping. Fails with `mapping-unreadable`. */
const readMappingText = (bytes: Uint8Array) => {
  try {
    const found = mappingFile.safeParse(JSON.parse(readText(bytes) ?? ''));
    if (found.success) return found.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw failure('mapping-unreadable');
};

export const writeMapping: Handler<'import.writeMapping'> = async (task, { name, out }) => {
  await task.progress({ step: 'write', done: 0, total: 1 });
  if (existsSync(out)) throw failure('file-exists');
  const definition = task.read((context) => mappingOf(context, { mapping: name }));
  writeFileSync(out, `${JSON.stringify({ name, ...definition }, null, 2)}\n`, { flag: 'wx' });
  return { file: out, name };
};

/** A mapping is a page of text; a file beyond this is none. */
const mappingFileLimit = 1_000_000;

export const readMapping: Handler<'import.readMapping'> = async (task, { file, name, replace }) => {
  await task.progress({ step: 'read', done: 0, total: 1 });
  const entry = statSync(file);
  if (!entry.isFile() || entry.size > mappingFileLimit) throw failure('mapping-unreadable');
  const { name: given, ...definition } = readMappingText(readFileSync(file));
  const wanted = name ?? given;
  return task.write((context) => {
    const stored = findStoredMapping(context.database, wanted);
    const isOther = stored !== undefined && !isDeepStrictEqual(savedOf(stored).definition, definition);
    if (isOther && !replace) throw failure('mapping-exists', { name: wanted });
    return saveMapping(context, { name: wanted, definition });
  });
};

export const saveMapping: Handler<'import.saveMapping'> = ({ database, actor, clock }, { name, definition }) => {
  const stored = { name, definition: JSON.stringify(definition), savedAt: clock.now().toISOString(), authorName: actor.name };
  writeStoredMapping(database, stored);
  return savedOf(stored);
};

export const removeMapping: Handler<'import.removeMapping'> = ({ database }, { name }) => {
  if (!removeStoredMapping(database, name)) throw failure('mapping-not-found', { name });
  return { name };
};
