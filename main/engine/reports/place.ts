import { findUnit } from '#shared/catalogue/units.ts';
import { communeIdsOf, unitNameOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';

/** What a list is about: a commune, a district, or everything that the open office keeps. */
export type Place = {
  readonly id: string;
  readonly name: string;
  /** `undefined`: not narrowed to communes. */
  readonly communeIds: readonly string[] | undefined;
  /** `undefined`: every office, which is so at the province where no unit is chosen. */
  readonly officeId: string | undefined;
};

/** `unit` is a commune or an office; without it the whole office. Fails with `unit-not-found`. */
export const placeOf = (context: QueryContext, unit: string | undefined): Place => {
  const { identity } = context;
  if (unit === undefined || unit === identity.officeId)
    return {
      id: identity.officeId,
      name: unitNameOf(identity.unitId),
      communeIds: undefined,
      officeId: identity.tier === 'province' ? undefined : identity.officeId,
    };
  const found = findUnit(unit, identity.asOf);
  if (!found) throw failure('unit-not-found', { unit, day: identity.asOf });
  return {
    id: found.id,
    name: found.fullName,
    communeIds: communeIdsOf(context, unit),
    officeId: found.tier === 'district' ? found.id : undefined,
  };
};

/** Rows one after the other with the same key, as groups in the order in which they come. */
export const groupBy = <R>(rows: readonly R[], keyOf: (row: R) => string): readonly (readonly R[])[] => [
  ...Map.groupBy(rows, keyOf).values(),
];
