import { dakLak2019, dakLak2024 } from './dak-lak-2019.ts';
import { dakLak2025 } from './dak-lak-2025.ts';
import { dakLakSuccessors, successorsOf2024 } from './dak-lak-successors.ts';

export type UnitTier = 'province' | 'district' | 'commune';
export type UnitKind = 'province' | 'city' | 'town' | 'rural-district' | 'ward' | 'township' | 'rural-commune';

/** An administrative unit for the time it existed. A code is no identity over time: most codes of Đắk Lắk were used again in 2025. */
export type AdministrativeUnit = {
  /** Identity: the code, or `code@validFrom` for a later unit that was given a used code. */
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly tier: UnitTier;
  readonly name: string;
  readonly fullName: string;
  readonly parentId: string | null;
  /** First and last day, `YYYY-MM-DD`; `validTo` is `null` while the unit exists. */
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** The list of 2019 is the same as that of 15/10/2017; what was before is not known here. */
const listedSince = '2017-10-15';
const mergerOn = '2024-11-01';
const reformOn = '2025-07-01';
const lastDayBeforeReform = '2025-06-30';

const words: Readonly<Record<UnitKind, string>> = {
  province: 'Tỉnh',
  city: 'Thành phố',
  town: 'Thị xã',
  'rural-district': 'Huyện',
  ward: 'Phường',
  township: 'Thị trấn',
  'rural-commune': 'Xã',
};

const linesOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

const usedBefore = new Set(linesOf(dakLak2019).map(([code]) => code));

const unitOf = (line: readonly string[], validFrom: string, defaultEnd: string | null): AdministrativeUnit => {
  const [code = '', kind = '', parentId = '', name = '', lastDay] = line;
  const unitKind = kind as UnitKind;
  return {
    id: validFrom !== listedSince && usedBefore.has(code) ? `${code}@${validFrom}` : code,
    code,
    kind: unitKind,
    tier: code.length === 3 ? 'district' : 'commune',
    name,
    fullName: `${words[unitKind]} ${name}`,
    parentId,
    validFrom,
    validTo: lastDay ?? defaultEnd,
  };
};

const province: AdministrativeUnit = {
  id: '66',
  code: '66',
  kind: 'province',
  tier: 'province',
  name: 'Đắk Lắk',
  fullName: 'Tỉnh Đắk Lắk',
  parentId: null,
  validFrom: listedSince,
  validTo: null,
};

/** Every unit the program knows, in the order of the official lists. */
export const administrativeUnits: readonly AdministrativeUnit[] = [
  province,
  ...linesOf(dakLak2019).map((line) => unitOf(line, listedSince, lastDayBeforeReform)),
  ...linesOf(dakLak2024).map((line) => unitOf(line, mergerOn, lastDayBeforeReform)),
  ...linesOf(dakLak2025).map((line) => unitOf(line, reformOn, null)),
];

const byId = new Map(administrativeUnits.map((unit) => [unit.id, unit]));

/** Whether a unit existed on a day (`YYYY-MM-DD`). */
export const isUnitValidOn = (unit: AdministrativeUnit, day: string): boolean =>
  unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo);

/** The unit of an id, whether it still exists or not. */
export const findUnitById = (id: string): AdministrativeUnit | undefined => byId.get(id);

/** The unit that a typed code (or an id) means on a day; an id that names one unit alone is taken as it is. */
export const findUnit = (codeOrId: string, day: string): AdministrativeUnit | undefined => {
  const exact = byId.get(codeOrId);
  if (codeOrId.includes('@')) return exact;
  return administrativeUnits.find((unit) => unit.code === codeOrId && isUnitValidOn(unit, day)) ?? exact;
};

/** Units of a tier that exist on a day, below a parent where one is given. */
export const listUnits = (tier: UnitTier, day: string, parentId?: string): readonly AdministrativeUnit[] =>
  administrativeUnits.filter(
    (unit) => unit.tier === tier && isUnitValidOn(unit, day) && (parentId === undefined || unit.parentId === parentId),
  );

/** Districts of a province that exist on a day: none from 1 July 2025. */
export const districtsOf = (provinceId: string, day: string): readonly AdministrativeUnit[] =>
  listUnits('district', day, provinceId);

/** Units right below a parent that exist on a day, in the order of the official lists. */
export const unitsWithParent = (parentId: string, day: string): readonly AdministrativeUnit[] =>
  administrativeUnits.filter((unit) => unit.parentId === parentId && isUnitValidOn(unit, day));

/** The id by which the office of a unit is known in packages: that of the unit, so that a used code never names two offices. */
export const officeIdOf = (unit: AdministrativeUnit): string => unit.id;

/** `extent` says whether the whole of the old unit went to the new one; of a part, the villages decide. */
export type Successor = { readonly unitId: string; readonly extent: 'full' | 'partial' };

const successorOf = (entry: string, idOf: (code: string) => string): Successor => ({
  unitId: idOf(entry.replace('*', '')),
  extent: entry.endsWith('*') ? 'partial' : 'full',
});

const readSuccessors = (text: string, idOf: (code: string) => string): ReadonlyMap<string, readonly Successor[]> =>
  new Map(linesOf(text).map(([id = '', list = '']) => [id, list.split(',').map((entry) => successorOf(entry, idOf))]));

const after2024 = readSuccessors(successorsOf2024, (id) => id);
const after2025 = readSuccessors(dakLakSuccessors, (code) => (usedBefore.has(code) ? `${code}@${reformOn}` : code));

/**
 * The units that on a day (`YYYY-MM-DD`, 1 July 2025 unless told) stand where a unit stood: itself while it exists, later those that
 * took it in. Empty for districts from 1 July 2025, which nothing replaced, for unknown units and before the unit existed.
 */
export const successorsOf = (unitId: string, day: string = reformOn): readonly Successor[] => {
  const unit = byId.get(unitId);
  if (unit === undefined || day < unit.validFrom) return [];
  if (isUnitValidOn(unit, day)) return [{ unitId, extent: 'full' }];
  return (day < reformOn ? after2024 : after2025).get(unitId) ?? [];
};
