import { person } from '../../shared/domain/person.ts';
export const main = person;
