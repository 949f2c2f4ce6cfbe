import { wire } from '../exchange/wire.ts';
export const person = wire;
