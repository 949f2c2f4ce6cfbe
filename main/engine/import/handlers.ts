import type { importMethods } from '#shared/contract/import-methods.ts';
import type { HandlersOf } from '#engine/context.ts';
import { planFile, readFile, runFile } from './run.ts';
import { writeErrors } from './errors-file.ts';

export const importHandlers: HandlersOf<keyof typeof importMethods> = {
  'import.read': readFile,
  'import.plan': planFile,
  'import.run': runFile,
  'import.writeErrors': writeErrors,
};
