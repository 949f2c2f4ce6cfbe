import { describe, expect, test } from 'vitest';
import type { Batch, DemoLine } from '#engine/demo/batch.ts';
import { makeDistrict } from '#engine/demo/district.ts';
import { createRandom, createSeededIds } from '#engine/demo/random.ts';
import { isWellKnown } from '#engine/demo/well-known-names.ts';
import { listUnits, type AdministrativeUnit } from '#shared/catalogue/units.ts';
import { readCitizenId } from '#shared/domain/citizen-id.ts';
import { findKind, mediatorFields } from '#shared/domain/kinds.ts';
import { person } from '#shared/domain/person.ts';

const startedAt = new Date('2019-12-02T01:00:00.000Z');
const districts = listUnits('district', '2019-12-01', '66');
const krongPac = districts.find((unit) => unit.code === '654') as AdministrativeUnit;

const makeBatches = (seed: number, district = krongPac): readonly Batch[] => {
  const random = createRandom(seed);
  const parts = { random, id: createSeededIds(random, startedAt) };
  return makeDistrict(parts, district, 'Phòng Tư pháp huyện Krông Pắc', 12);
};

const makeLines = (seed: number, district = krongPac): Readonly<Record<string, readonly DemoLine[]>> => {
  const found: Record<string, readonly DemoLine[]> = {};
  for (const { kind, lines } of makeBatches(seed, district)) found[kind] = [...(found[kind] ?? []), ...lines];
  return found;
};

const lines = makeLines(1);
const of = (kind: string): readonly DemoLine[] => lines[kind] ?? [];
const mediators = of('mediator');
const share = (items: readonly DemoLine[], test: (item: DemoLine) => boolean): number => items.filter(test).length / items.length;

describe('a district of the demo', () => {
  test('follows from its seed', () => {
    expect(makeLines(1)).toEqual(lines);
    expect(makeLines(2).mediator?.[0]).not.toEqual(mediators[0]);
  });

  test('has the size and the make-up of a real one', () => {
    const teams = districts.map((district) => makeLines(1, district).team?.length ?? 0);
    const sum = teams.reduce((before, count) => before + count, 0);
    expect(sum).toBeGreaterThan(2000);
    expect(sum).toBeLessThan(2400);
    expect(mediators.length / of('team').length).toBeGreaterThan(5);
    expect(mediators.length / of('team').length).toBeLessThan(7);
    expect(share(mediators, (one) => one.sex === 'female')).toBeGreaterThan(0.3);
    expect(share(mediators, (one) => one.ethnicGroup !== '01')).toBeGreaterThan(0.2);
    expect(new Set(mediators.map((one) => one.ethnicGroup)).size).toBeGreaterThan(4);
    expect(share(mediators, (one) => one.role === 'leader')).toBeGreaterThan(0.14);
    expect(share(mediators, (one) => one.ceasedOn !== undefined)).toBeLessThan(0.03);
  });

  test('breaks no rule of a single record, and asks no question of a person', () => {
    const facts = { today: '2019-12-02' };
    for (const [kind, entries] of Object.entries(lines)) {
      const fields = kind === 'mediator' ? mediatorFields : findKind(kind)?.fields;
      for (const { id, ...values } of entries) {
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        for (const [name, value] of Object.entries(values)) expect(fields?.[name]?.schema.parse(value)).toEqual(value);
        const issues = kind === 'mediator' ? [] : (findKind(kind)?.check(values as never, facts) ?? []);
        expect({ kind, issues }).toEqual({ kind, issues: [] });
      }
    }
    for (const one of mediators) expect(person.check(one as never, facts)).toEqual([]);
  });

  test('has people of a plausible age whose numbers, positions and occupations suit them', () => {
    for (const { sex, birthDate, citizenId, position, occupation } of mediators) {
      const age = 2019 - Number(String(birthDate).slice(0, 4));
      expect(age).toBeGreaterThanOrEqual(25);
      expect(age).toBeLessThanOrEqual(75);
      if (typeof citizenId === 'string') expect(readCitizenId(citizenId)).toMatchObject({ sex, birthYear: 2019 - age });
      if (position === 'Chi hội trưởng Chi hội Phụ nữ' || occupation === 'Nội trợ') expect(sex).toBe('female');
      if (position === 'Chi hội trưởng Chi hội Người cao tuổi') expect(age).toBeGreaterThan(60);
      if (position === 'Bí thư chi đoàn') expect(age).toBeLessThan(35);
    }
    const heads = mediators.filter((one) => one.position === 'Bí thư chi bộ').map((one) => one.teamId);
    expect(new Set(heads).size).toBe(heads.length);
  });

  test('names each village once in its commune, and nobody after a well-known person', () => {
    const names = of('residential-unit').map((unit) => `${String(unit.communeId)} ${String(unit.name)}`);
    expect(new Set(names).size).toBe(names.length);
    for (const district of districts) {
      const made = makeLines(5, district);
      for (const kind of ['mediator', 'person'])
        for (const { fullName } of made[kind] ?? []) expect(isWellKnown(String(fullName))).toBe(false);
    }
  });

  test('refers to records of its own only, and points backwards', () => {
    const known = new Map<string, Set<unknown>>();
    const add = (kind: string, ids: readonly unknown[]): void => {
      known.set(kind, new Set([...(known.get(kind) ?? []), ...ids]));
    };
    for (const { kind, lines: entries } of makeBatches(1)) {
      if (kind === 'mediator')
        add(
          'person',
          entries.map((one) => one.personId),
        );
      for (const line of entries)
        for (const [name, field] of Object.entries(kind === 'mediator' ? mediatorFields : (findKind(kind)?.fields ?? {}))) {
          if (field.to === undefined || line[name] === undefined) continue;
          for (const target of [line[name]].flat())
            expect([kind, name, known.get(field.to)?.has(target)]).toEqual([kind, name, true]);
        }
      add(
        kind,
        entries.map((one) => one.id),
      );
    }
  });
});

describe('names of well-known people', () => {
  test.each(['Trịnh Công Sơn', "H'Hen Niê", "H' Hen Niê", 'H Hen Niê', 'Y Moan Ênuôl'])('%s is known', (name) => {
    expect(isWellKnown(name)).toBe(true);
  });

  test.each(['Trần Thị Lan', 'H Hảo Niê', 'Hồ Văn Hải'])('%s is free to use', (name) => {
    expect(isWellKnown(name)).toBe(false);
  });
});
