import { wire } from '../exchange/wire.ts';
export const compare = wire;
