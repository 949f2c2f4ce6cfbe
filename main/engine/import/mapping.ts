import type { ImportInput, MappingDefinition } from '#shared/contract/import-methods.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';

/** The mapping that a call names or brings. Fails with `mapping-not-found`. */
export const mappingOf = (_context: QueryContext, input: ImportInput): MappingDefinition | undefined => {
  if (input.mapping === undefined || typeof input.mapping !== 'string') return input.mapping;
  throw failure('mapping-not-found', { name: input.mapping });
};
