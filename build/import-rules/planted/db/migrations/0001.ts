import { open } from '../open.ts';
export const migration = open;
