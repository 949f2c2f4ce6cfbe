import { handlers } from '../../main/engine/handlers.ts';
export const person = handlers;
