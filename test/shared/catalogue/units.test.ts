import { describe, expect, test } from 'vitest';
import {
  administrativeUnits,
  districtsOf,
  findUnit,
  findUnitById,
  isUnitValidOn,
  listUnits,
  officeIdOf,
  successorsOf,
  unitsWithParent,
  type AdministrativeUnit,
} from '#shared/catalogue/units.ts';

const in2019 = '2019-12-01';
const in2025 = '2025-07-01';
const countByKind = (units: readonly AdministrativeUnit[]): Readonly<Record<string, number>> =>
  units.reduce<Record<string, number>>((counts, { kind }) => ({ ...counts, [kind]: (counts[kind] ?? 0) + 1 }), {});

describe('the units of Đắk Lắk', () => {
  test('are 15 districts and 184 communes in 2019', () => {
    expect(countByKind(districtsOf('66', in2019))).toEqual({ city: 1, town: 1, 'rural-district': 13 });
    expect(countByKind(listUnits('commune', in2019))).toEqual({ 'rural-commune': 152, ward: 20, township: 12 });
  });

  test('are as many communes per district as the list of 2019 counts', () => {
    expect(districtsOf('66', in2019).map(({ code }) => [code, unitsWithParent(code, in2019).length])).toEqual([
      ['643', 21],
      ['644', 12],
      ['645', 12],
      ['646', 10],
      ['647', 7],
      ['648', 17],
      ['649', 7],
      ['650', 12],
      ['651', 16],
      ['652', 13],
      ['653', 14],
      ['654', 16],
      ['655', 8],
      ['656', 11],
      ['657', 8],
    ]);
  });

  test('are 180 communes from 1 November 2024', () => {
    expect([listUnits('commune', '2024-10-31').length, listUnits('commune', '2024-11-01').length]).toEqual([184, 180]);
  });

  test('are 102 communes right below the province and no district from 1 July 2025', () => {
    expect(countByKind(unitsWithParent('66', in2025))).toEqual({ 'rural-commune': 88, ward: 14 });
    expect([districtsOf('66', '2025-06-30').length, districtsOf('66', in2025)]).toEqual([15, []]);
  });

  test('have one id each, and one code from one day', () => {
    const distinct = (keys: readonly string[]): number => new Set(keys).size;
    expect(distinct(administrativeUnits.map(({ id }) => id))).toBe(administrativeUnits.length);
    expect(distinct(administrativeUnits.map(({ code, validFrom }) => `${code} ${validFrom}`))).toBe(administrativeUnits.length);
  });

  test.each(['2017-10-15', in2019, '2024-10-31', '2024-11-01', '2025-06-30', in2025])('never share a code on %s', (day) => {
    const codes = administrativeUnits.filter((unit) => isUnitValidOn(unit, day)).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('stand below a unit that exists as long as they do, and are in NFC with a plain apostrophe', () => {
    for (const unit of administrativeUnits) {
      expect(unit.fullName).toBe(unit.fullName.normalize('NFC').replaceAll(/[’ʼ]/g, "'"));
      if (unit.parentId === null) continue;
      const parent = findUnitById(unit.parentId);
      expect(parent && isUnitValidOn(parent, unit.validFrom) && isUnitValidOn(parent, unit.validTo ?? '9999-12-31')).toBe(true);
    }
  });
});

describe('a code', () => {
  test('means the unit that has it on the day', () => {
    const nameOn = (code: string, day: string): string | undefined => findUnit(code, day)?.fullName;
    expect([nameOn('24133', in2019), nameOn('24133', '2024-12-01'), nameOn('24133', in2025)]).toEqual([
      'Phường Thắng Lợi',
      'Phường Thành Công',
      'Phường Buôn Ma Thuột',
    ]);
    expect([nameOn('24175', in2019), nameOn('24175', in2025)]).toEqual(['Xã Hòa Khánh', 'Xã Hòa Phú']);
    expect([nameOn('643', in2019), nameOn('66', in2025), nameOn('99999', in2025)]).toEqual([
      'Thành phố Buôn Ma Thuột',
      'Tỉnh Đắk Lắk',
      undefined,
    ]);
  });

  test('that was used again is dated in the id, and the id means one unit on every day', () => {
    const unit = findUnit('24175', in2025) as AdministrativeUnit;
    expect([unit.id, officeIdOf(unit)]).toEqual(['24175@2025-07-01', '24175@2025-07-01']);
    expect(findUnit('24175@2025-07-01', in2019)).toBe(unit);
    expect(officeIdOf(findUnit('24175', in2019) as AdministrativeUnit)).toBe('24175');
    expect(officeIdOf(findUnit('22015', in2025) as AdministrativeUnit)).toBe('22015');
  });
});

describe('successorsOf', () => {
  test('is the unit itself while it exists', () => {
    expect(successorsOf('24127', '2024-10-31')).toEqual([{ unitId: '24127', extent: 'full' }]);
    expect(successorsOf('22015', in2025)).toEqual([{ unitId: '22015', extent: 'full' }]);
  });

  test('follows the merger of 2024 until the next one', () => {
    expect(successorsOf('24139', '2024-11-01')).toEqual([{ unitId: '24133@2024-11-01', extent: 'full' }]);
    expect(successorsOf('24325', '2025-06-30').map(({ unitId, extent }) => [unitId, extent])).toEqual([
      ['24328', 'partial'],
      ['24334', 'partial'],
    ]);
    expect(successorsOf('24325', in2025)).toEqual([{ unitId: '24328@2025-07-01', extent: 'full' }]);
  });

  test('splits Ea BHốk alone', () => {
    const split = listUnits('commune', in2019).filter(({ id }) => successorsOf(id).length > 1);
    expect(split.map(({ name }) => name)).toEqual(['Ea BHốk']);
    expect(successorsOf('24550')).toEqual([
      { unitId: findUnit('24544', in2025)?.id, extent: 'partial' },
      { unitId: findUnit('24561', in2025)?.id, extent: 'partial' },
    ]);
  });

  test('leads every commune of before to one that exists, 68 in all', () => {
    const communes = [...listUnits('commune', in2019), ...listUnits('commune', '2024-11-01')];
    const reached = communes.map(({ id }) => successorsOf(id).map(({ unitId }) => findUnitById(unitId)));
    expect(reached.every((units) => units.length > 0 && units.every((unit) => unit && isUnitValidOn(unit, in2025)))).toBe(true);
    expect(new Set(reached.flat()).size).toBe(68);
  });

  test('is empty for a district after its end, an unknown unit and a day before the unit', () => {
    expect([successorsOf('643'), successorsOf('00000'), successorsOf('22015', in2019)]).toEqual([[], [], []]);
  });
});
