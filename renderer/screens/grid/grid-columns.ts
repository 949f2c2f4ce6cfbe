import type { Field } from '#shared/domain/field.ts';
import { mediatorFields } from '#shared/domain/kinds.ts';

export type GridColumn = { readonly name: string; readonly field: Field; readonly width: number };

const column = (name: string, width: number): GridColumn => ({ name, field: mediatorFields[name] as Field, width });

/** What every paper list has, in its order. */
export const baseColumns: readonly GridColumn[] = [
  { ...column('teamId', 180), field: { ...(mediatorFields.teamId as Field), required: true } },
  column('fullName', 180),
  column('sex', 80),
  column('birthDate', 98),
  column('ethnicGroup', 100),
  column('role', 112),
  column('recognizedOn', 98),
];

/** What some lists have; chosen by the clerk. */
export const moreColumns: readonly GridColumn[] = [
  column('position', 170),
  column('occupation', 150),
  column('phone', 130),
  column('citizenId', 140),
  column('electedOn', 112),
];

/** Fields that mostly are as in the row above. */
export const stickyNames: readonly string[] = ['teamId', 'ethnicGroup', 'recognizedOn', 'electedOn'];
