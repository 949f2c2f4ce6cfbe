import type { listMethods } from '#shared/contract/list-methods.ts';
import type { HandlersOf } from '#engine/context.ts';
import { exportList } from './export-list.ts';

export const listHandlers: HandlersOf<keyof typeof listMethods> = { 'list.export': exportList };
