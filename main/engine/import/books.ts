import {
  listDecisionFacts,
  listMembershipLinks,
  listTeamNames,
  listTrainerLinks,
  listUnitFacts,
} from '#db/queries/import-facts.ts';
import { findProjected } from '#db/queries/projection.ts';
import type { RecordValues } from '#shared/domain/record.ts';
import { findUnitById, listUnits } from '#shared/catalogue/units.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { communeIdsOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { knownPeople, type KnownPeople } from './same-person.ts';

/** A record that a row writes. `isNew`: it is not in the books. */
export type Write = { readonly kind: string; readonly id: string; readonly values: RecordValues; readonly isNew: boolean };

/** The books as the rows read so far would leave them. */
export type Books = {
  readonly people: KnownPeople;
  /** Communes of the office by their folded names, kind of commune left out; several of one name at a province. */
  readonly communesNamed: (name: string) => readonly string[];
  readonly communeIds: readonly string[];
  readonly unitNamed: (communeId: string, name: string) => string | undefined;
  readonly teamNamed: (communeId: string, name: string) => string | undefined;
  readonly teamsOfUnit: (unitId: string) => readonly string[];
  readonly decisionsNumbered: (
    number: string,
  ) => readonly { readonly id: string; readonly decidedOn: string | null; readonly communeId: string | null }[];
  readonly membershipsOf: (personId: string) => readonly { readonly id: string; readonly targetId: string | null }[];
  readonly trainersOf: (personId: string) => readonly { readonly id: string; readonly targetId: string | null }[];
  /** Winning values of a record, those of rows read so far included; absent where there is no such record. */
  readonly valuesOf: (kind: string, id: string) => RecordValues | undefined;
  /** Takes in what a row writes, so that the rows below see it. */
  readonly learn: (writes: readonly Write[]) => void;
};

const multi = <Value>() => {
  const lists = new Map<string, Value[]>();
  return {
    add: (key: string, value: Value): void => {
      const list = lists.get(key);
      if (list) list.push(value);
      else lists.set(key, [value]);
    },
    get: (key: string): readonly Value[] => lists.get(key) ?? [],
  };
};

/** Folded name of a village; "thôn 01" is "thôn 1", "TDP 3" is "tổ dân phố 3". */
export const unitKey = (name: string): string =>
  fold(name)
    .replace(/[.,]/g, ' ')
    .replace(/\b(tdp|to dp)\b/g, 'to dan pho')
    .replace(/\b0+(?=\d)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Folded name of a team without the words that every team has. */
export const teamKey = (name: string): string => unitKey(name).replace(/^(to hoa giai( o co so)?|to hg|thg)\s+(so )?/, '');

/** Folded name of a commune without its kind. */
const communeKey = (name: string): string =>
  fold(name)
    .replace(/^(ubnd|uy ban nhan dan)\s+/, '')
    .replace(/^(xa|phuong|thi tran|p|tt|x)\b[. ]*/, '')
    .trim();

/** Loads what rows are compared with: one pass over each table. */
export const loadBooks = (context: QueryContext): Books => {
  const { database, identity, today } = context;
  const office = identity.officeId;
  const communeIds = identity.unitId === '' ? [] : communeIdsOf(context, identity.unitId);
  const known = communeIds.length > 0 ? communeIds : listUnits('commune', identity.asOf).map((unit) => unit.id);
  const communes = multi<string>();
  for (const id of known) communes.add(communeKey(findUnitById(id)?.name ?? ''), id);
  const people = knownPeople(context);
  const units = new Map<string, string>();
  const teams = new Map<string, string>();
  const teamsByUnit = multi<string>();
  const decisions = multi<{ readonly id: string; readonly decidedOn: string | null; readonly communeId: string | null }>();
  const memberships = multi<{ readonly id: string; readonly targetId: string | null }>();
  const trainers = multi<{ readonly id: string; readonly targetId: string | null }>();
  for (const unit of listUnitFacts(database, office, today)) units.set(`${unit.communeId ?? ''} ${unitKey(unit.name)}`, unit.id);
  for (const team of listTeamNames(database, office, today)) {
    teams.set(`${team.communeId ?? ''} ${teamKey(team.name)}`, team.id);
    for (const unitId of JSON.parse(team.unitIds ?? '[]') as readonly string[]) teamsByUnit.add(unitId, team.id);
  }
  for (const decision of listDecisionFacts(database, office)) decisions.add(fold(decision.number), decision);
  for (const { id, personId, targetId } of listMembershipLinks(database, office)) memberships.add(personId, { id, targetId });
  for (const { id, personId, targetId } of listTrainerLinks(database, office)) trainers.add(personId, { id, targetId });
  const pending = new Map<string, RecordValues>();

  const learnNew = ({ kind, id, values }: Write): void => {
    const text = (field: string): string | null => {
      const value = values[field];
      return typeof value === 'string' ? value : null;
    };
    const commune = text('communeId') ?? '';
    if (kind === 'residential-unit') units.set(`${commune} ${unitKey(text('name') ?? '')}`, id);
    if (kind === 'team') {
      teams.set(`${commune} ${teamKey(text('name') ?? '')}`, id);
      for (const unitId of (values.residentialUnitIds ?? []) as readonly string[]) teamsByUnit.add(unitId, id);
    }
    if (kind === 'decision')
      decisions.add(fold(text('number') ?? ''), { id, decidedOn: text('decidedOn'), communeId: text('communeId') });
    if (kind === 'membership') memberships.add(text('personId') ?? '', { id, targetId: text('teamId') });
    if (kind === 'trainer') trainers.add(text('personId') ?? '', { id, targetId: text('pool') });
  };

  const valuesOf = (kind: string, id: string): RecordValues | undefined =>
    pending.get(`${kind} ${id}`) ?? findProjected(database, kind, id)?.values;

  const learnPerson = (id: string, writes: readonly Write[]): void => {
    const values = valuesOf('person', id) ?? {};
    const text = (field: string): string | null => (typeof values[field] === 'string' ? values[field] : null);
    const residentialUnitId = text('residentialUnitId');
    const home = residentialUnitId === null ? undefined : valuesOf('residential-unit', residentialUnitId)?.communeId;
    const teamId = writes.find((write) => write.kind === 'membership')?.values.teamId;
    const ofTeam = typeof teamId === 'string' ? valuesOf('team', teamId)?.communeId : undefined;
    const communeId = ofTeam ?? home;
    people.add(id, {
      fullName: text('fullName') ?? '',
      sex: text('sex'),
      birthDate: text('birthDate'),
      citizenId: text('citizenId'),
      phone: text('phone'),
      residentialUnitId,
      communeId: typeof communeId === 'string' ? communeId : null,
    });
  };

  return {
    people,
    communesNamed: (name) => communes.get(communeKey(name)),
    communeIds: known,
    unitNamed: (communeId, name) => units.get(`${communeId} ${unitKey(name)}`),
    teamNamed: (communeId, name) => teams.get(`${communeId} ${teamKey(name)}`),
    teamsOfUnit: teamsByUnit.get,
    decisionsNumbered: (number) => decisions.get(fold(number)),
    membershipsOf: memberships.get,
    trainersOf: trainers.get,
    valuesOf,
    learn: (writes) => {
      for (const write of writes) {
        pending.set(`${write.kind} ${write.id}`, { ...valuesOf(write.kind, write.id), ...write.values });
        if (write.isNew) learnNew(write);
      }
      for (const write of writes) if (write.kind === 'person' && write.isNew) learnPerson(write.id, writes);
    },
  };
};
