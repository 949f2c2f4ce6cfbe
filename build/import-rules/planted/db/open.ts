import { handlers } from '../main/engine/handlers.ts';
export const open = handlers;
