import { merge } from '../engine/exchange/merge.ts';
export const cli = merge;
