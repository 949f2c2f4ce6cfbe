import { findUnit, findUnitById, listUnits } from '#shared/catalogue/units.ts';
import type { QueryContext } from './context.ts';

/** Ids of the commune itself, or of all communes of a district or province, as of the workspace's date. */
export const communeIdsOf = ({ identity }: Pick<QueryContext, 'identity'>, codeOrId: string): readonly string[] => {
  const unit = findUnit(codeOrId, identity.asOf);
  if (!unit) return [];
  if (unit.tier === 'commune') return [unit.id];
  if (unit.tier === 'district') return listUnits('commune', identity.asOf, unit.id).map((commune) => commune.id);
  return listUnits('commune', identity.asOf).map((commune) => commune.id);
};

/** Full name of a unit, or its id where the catalogue does not know it. */
export const unitNameOf = (id: string | null): string => (id === null ? '' : (findUnitById(id)?.fullName ?? id));
