import type { Field } from '#shared/domain/field.ts';
import { mediatorFields } from '#shared/domain/kinds.ts';
import { participant } from '#shared/domain/participant.ts';
import { residentialUnit } from '#shared/domain/residential-unit.ts';
import type { Fields } from '#shared/domain/record.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';

export type GridColumn = { readonly name: string; readonly field: Field; readonly width: number; readonly label: string };

const columnOf =
  (kind: string, fields: Fields) =>
  (name: string, width: number, required?: boolean): GridColumn => {
    const field = fields[name] as Field;
    return { name, field: required === undefined ? field : { ...field, required }, width, label: fieldLabel(kind, name) };
  };

const ofMediator = columnOf('mediator', mediatorFields);
const ofUnit = columnOf('residential-unit', residentialUnit.fields);
const ofParticipant = columnOf('participant', participant.fields);

/** What every paper list has, in its order. */
export const baseColumns: readonly GridColumn[] = [
  ofMediator('teamId', 180, true),
  ofMediator('fullName', 180),
  ofMediator('sex', 80),
  ofMediator('birthDate', 98),
  ofMediator('ethnicGroup', 100),
  ofMediator('role', 112),
  ofMediator('recognizedOn', 98),
];

/** What some lists have; chosen by the clerk. */
export const moreColumns: readonly GridColumn[] = [
  ofMediator('position', 170),
  ofMediator('occupation', 150),
  ofMediator('phone', 130),
  ofMediator('citizenId', 140),
  ofMediator('electedOn', 112),
];

/** Fields that mostly are as in the row above. */
export const stickyNames: readonly string[] = ['teamId', 'ethnicGroup', 'recognizedOn', 'electedOn'];

/** Thôn, buôn, tổ dân phố of one commune after the other. */
export const unitColumns: readonly GridColumn[] = [
  ofUnit('name', 240),
  ofUnit('kind', 150),
  ofUnit('communeId', 220),
  ofUnit('householdCount', 110),
  ofUnit('minorityArea', 150),
  ofUnit('validFrom', 120),
];
export const stickyUnitNames: readonly string[] = ['kind', 'communeId', 'validFrom'];

/** The list of a class: people are known by name and year of birth, the rest is for guests. */
export const participantColumns: readonly GridColumn[] = [
  ofMediator('fullName', 220),
  ofMediator('birthDate', 130, false),
  ofParticipant('guestPosition', 220),
  ofParticipant('guestUnit', 240),
  ofParticipant('onStatePayroll', 130),
];
export const stickyParticipantNames: readonly string[] = [];
