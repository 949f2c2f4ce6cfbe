import type { importMethods } from '#shared/contract/import-methods.ts';
import type { HandlersOf } from '#engine/context.ts';
import { writeErrors } from './errors-file.ts';
import { listCells } from './list-cells.ts';
import { listMappings, readMapping, removeMapping, saveMapping, writeMapping } from './mapping.ts';
import { listImports, planFile, readFile, runFile } from './run.ts';
import { previewUndo, undoImport } from './undo.ts';

export const importHandlers: HandlersOf<keyof typeof importMethods> = {
  'import.read': readFile,
  'import.cells': listCells,
  'import.plan': planFile,
  'import.run': runFile,
  'import.writeErrors': writeErrors,
  'import.list': listImports,
  'import.previewUndo': previewUndo,
  'import.undo': undoImport,
  'import.listMappings': listMappings,
  'import.saveMapping': saveMapping,
  'import.writeMapping': writeMapping,
  'import.readMapping': readMapping,
  'import.removeMapping': removeMapping,
};
