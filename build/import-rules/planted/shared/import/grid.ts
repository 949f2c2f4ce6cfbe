import '../exchange/wire.ts';
export const grid = 1;
