import type { conflictMethods } from '#shared/contract/conflict-methods.ts';
import type { HandlersOf } from '#engine/context.ts';
import { decideAgain, listDecided } from './decided.ts';
import { listConflicts } from './list-conflicts.ts';
import { resolveConflict } from './resolve.ts';

export const conflictHandlers: HandlersOf<keyof typeof conflictMethods> = {
  'conflict.list': listConflicts,
  'conflict.resolve': resolveConflict,
  'conflict.decided': listDecided,
  'conflict.decideAgain': decideAgain,
};
