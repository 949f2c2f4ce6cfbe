import { schema } from '../../../db/schema/person.ts';
export const rows = schema;
