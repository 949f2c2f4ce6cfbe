import { team } from '../domain/team.ts';
export const wire = team;
