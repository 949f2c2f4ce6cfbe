import { wire } from '../exchange/wire.ts';
export const contract = wire;
