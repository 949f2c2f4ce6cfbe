import { merge } from '../exchange/merge.ts';
export const put = merge;
