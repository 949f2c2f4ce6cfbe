import type { AdministrativeUnit } from '#shared/catalogue/units.ts';
import type { DemoLine, DemoParts } from './batch.ts';
import type { Settlement } from './demo-name.ts';

/** Names of buôn that may be heard in Ê Đê and M'nông country; a village of the demo is none of those that exist. */
const edeBuons =
  'Ea Nao | Kmrơng | Ea Mă | Jung | Pốk | Kli | Ea Tul | Drai Si | Kwang | Sút | Ea Rông | Kô Tam | Pan | Tría | Cư Drang | Mblơt | Krum | Hra | Ea Kmăt | Trấp | Cuôr | Knia | Ea Yông | Puăn | Mduk | Tah | Kla | Tlung'.split(
    ' | ',
  );
const mnongBuons =
  'Jun | Lê | Dơng Kriăng | Ja | Yuk | Dhăm | Biăp | Drung | Liêng Ông | Pai Bi | Yông Hắt | Dlei | Kdiê | Rung | Tung | Bhôk'.split(
    ' | ',
  );
/** Villages of people who came from the north keep names of their old home. */
const northernNames = ['Cao Bằng', 'Tân Bắc', 'Bắc Sơn', 'Đồng Tâm', 'Tân Lập', 'Quyết Tiến'];

/** Lắk: most buôn of the district are M'nông. */
const mnongDistrict = '656';

export type Village = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'thon' | 'buon' | 'residential-group';
  readonly settlement: Settlement;
  readonly commune: AdministrativeUnit;
};

const unusedName = (name: string, used: ReadonlySet<string>): string => {
  if (!used.has(name)) return name;
  for (let number = 2; ; number += 1) if (!used.has(`${name} ${number}`)) return `${name} ${number}`;
};

type Kind = Pick<Village, 'name' | 'kind' | 'settlement'>;

const kindOf = ({ random }: DemoParts, commune: AdministrativeUnit, number: number): Kind => {
  if (commune.kind !== 'rural-commune') return { name: `Tổ dân phố ${number}`, kind: 'residential-group', settlement: 'town' };
  if (random.chance(0.33)) {
    const isMnong = commune.parentId === mnongDistrict;
    const name = `Buôn ${random.pick(isMnong ? mnongBuons : edeBuons)}`;
    return { name, kind: 'buon', settlement: isMnong ? 'buon-mnong' : 'buon' };
  }
  if (random.chance(0.15)) return { name: `Thôn ${random.pick(northernNames)}`, kind: 'thon', settlement: 'thon-north' };
  return { name: `Thôn ${number}`, kind: 'thon', settlement: 'thon' };
};

/** The villages of a commune, each with a name of its own; numbered ones are numbered without gaps. */
export const makeVillages = (parts: DemoParts, commune: AdministrativeUnit, count: number): readonly Village[] => {
  const used = new Set<string>();
  let numbered = 0;
  return Array.from({ length: count }, () => {
    const kind = kindOf(parts, commune, numbered + 1);
    const isNumbered = kind.name.endsWith(` ${numbered + 1}`);
    if (isNumbered) numbered += 1;
    const name = unusedName(kind.name, used);
    used.add(name);
    return { ...kind, name, id: parts.id(), commune };
  });
};

export const villageLine = ({ id, name, kind, commune }: Village, { random }: DemoParts): DemoLine => ({
  id,
  name,
  kind,
  communeId: commune.id,
  householdCount: random.integer(60, 320),
  minorityArea: kind === 'buon',
});
