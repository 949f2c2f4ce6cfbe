import { open } from '../../db/open.ts';
export const book = open;
export const later = () => import('../../db/open.ts');
