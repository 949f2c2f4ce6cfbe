import { administrativeUnits } from '#shared/catalogue/units.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { searchConditions, type Condition } from './search-text.ts';

const communes = administrativeUnits
  .filter((unit) => unit.tier === 'commune')
  .map((unit) => ({ id: unit.id, names: [fold(unit.name), fold(unit.fullName)] }));

/**
 * Ids of the communes that are called what was typed, with or without tones and the word for their kind: `ea kenh`, `Xã Ea Kênh`. One word
 * alone names nobody's commune: it is part of too many people's names.
 */
export const communesNamed = (find: string): readonly string[] => {
  const typed = fold(find).trim();
  return typed.includes(' ') ? communes.filter(({ names }) => names.includes(typed)).map(({ id }) => id) : [];
};

/** As `searchConditions`; what was typed may be the name of a commune too, whose id stands in the column `commune`. */
export const searchOrPlace = (column: string, commune: string, find: string | undefined): readonly Condition[] => {
  const conditions = searchConditions(column, find);
  const ids = communesNamed(find ?? '');
  if (ids.length === 0) return conditions;
  return conditions.map(({ sql, parameters }) => ({
    sql: `(${sql} OR ${commune} IN (SELECT value FROM json_each(?)))`,
    parameters: [...parameters, JSON.stringify(ids)],
  }));
};
