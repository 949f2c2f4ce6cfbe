import { readFileSync } from 'node:fs';
import { open } from '../db/open.ts';
export const app = [readFileSync, open];
