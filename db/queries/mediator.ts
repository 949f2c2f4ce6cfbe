import type { ReadableDatabase } from '#db/open.ts';
import { countGroups, listOrder, type Arrangement, type CountedGroup, type ListColumns } from './list-order.ts';
import { searchOrPlace } from './place-search.ts';
import { exactFirst } from './projection.ts';

/** A person in a team, as lists show it. Dates `YYYY-MM-DD`; absent values are `null`. */
export type MediatorRow = {
  readonly membershipId: string;
  readonly personId: string;
  readonly officeId: string;
  readonly fullName: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly ethnicGroup: string | null;
  readonly role: string | null;
  readonly recognizedOn: string | null;
  readonly ceasedOn: string | null;
  readonly professionalLevel: string | null;
  readonly phone: string | null;
  readonly position: string | null;
  readonly teamId: string | null;
  readonly teamName: string;
  readonly communeId: string | null;
};

export type MediatorFilter = {
  readonly find?: string | undefined;
  readonly communeIds?: readonly string[] | undefined;
  readonly teamId?: string | undefined;
  readonly officeId?: string | undefined;
  readonly sex?: string | undefined;
  readonly ethnicGroup?: string | undefined;
  readonly role?: string | undefined;
  readonly includeCeased: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly arrangement?: Arrangement;
};

const columns = `m.id AS membershipId, m.person_id AS personId, m.office_id AS officeId, coalesce(p.full_name, '') AS fullName,
  p.sex, p.birth_date AS birthDate, p.ethnic_group AS ethnicGroup, m.role, m.recognized_on AS recognizedOn,
  m.ceased_on AS ceasedOn, p.professional_level AS professionalLevel, p.phone, p.position,
  m.team_id AS teamId, coalesce(t.name, '') AS teamName, t.commune_id AS communeId`;

const source = `FROM membership m LEFT JOIN person p ON p.id = m.person_id LEFT JOIN team t ON t.id = m.team_id`;

const equal = (column: string, value: string | undefined) =>
  value === undefined ? [] : [{ sql: `${column} = ?`, parameters: [value] }];

const roleOrder = `CASE m.role WHEN 'leader' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END`;

/** What mediators can be ordered and grouped by. */
export const mediatorColumns: ListColumns = {
  sorts: {
    name: 'p.sort_key',
    sex: 'p.sex',
    born: 'p.birth_date',
    ethnic: 'p.ethnic_group',
    role: roleOrder,
    team: 't.sort_key',
    recognized: 'm.recognized_on',
    ceased: 'm.ceased_on',
  },
  unitSorts: { commune: 't.commune_id', office: 'm.office_id' },
  groups: {
    commune: { key: 't.commune_id', unit: 't.commune_id' },
    team: { key: 'm.team_id', label: 't.name', unit: 't.commune_id', order: 't.sort_key' },
    office: { key: 'm.office_id', unit: 'm.office_id' },
    year: { key: 'substr(m.recognized_on, 1, 4)', order: 'substr(m.recognized_on, 1, 4) DESC' },
  },
};

const asItIs: Arrangement = { sort: [], unitOrder: [] };

/** Mediators by filter in the order of given names or as arranged, exact tones first where something is searched. */
export const listMediators = (
  database: ReadableDatabase,
  filter: MediatorFilter,
): { readonly total: number; readonly rows: readonly MediatorRow[]; readonly groups: readonly CountedGroup[] } => {
  const conditions = [
    { sql: 'm.removed = 0', parameters: [] },
    ...(filter.includeCeased ? [] : [{ sql: 'm.ceased_on IS NULL', parameters: [] }]),
    ...equal('m.office_id', filter.officeId),
    ...equal('m.team_id', filter.teamId),
    ...equal('p.sex', filter.sex),
    ...equal('p.ethnic_group', filter.ethnicGroup),
    ...equal('m.role', filter.role),
    ...(filter.communeIds === undefined
      ? []
      : [{ sql: 't.commune_id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(filter.communeIds)] }]),
    ...searchOrPlace('p.search', 't.commune_id', filter.find),
  ];
  const where = `WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`;
  const parameters = conditions.flatMap((condition) => condition.parameters);
  const order = exactFirst('p.exact', filter.find);
  const total =
    database.prepare(`SELECT count(*) AS count ${source} ${where}`).get<{ readonly count: number }>(...parameters)?.count ?? 0;
  const arrangement = filter.arrangement ?? asItIs;
  const parts = listOrder(mediatorColumns, arrangement);
  // Ids alone are put in order: whole rows would all be carried along to the page that is asked for.
  const ids = database
    .prepare(
      `${parts.with} SELECT m.id ${source} ${parts.joins} ${where}
       ORDER BY ${parts.order} ${order.sql}, p.sort_key, m.id LIMIT ? OFFSET ?`,
    )
    .all<{ readonly id: string }>(...parts.withParameters, ...parameters, ...order.parameters, filter.limit, filter.offset);
  const rows = database
    .prepare(
      `SELECT ${columns} FROM json_each(?) page JOIN membership m ON m.id = page.value
         LEFT JOIN person p ON p.id = m.person_id LEFT JOIN team t ON t.id = m.team_id
       ORDER BY page.key`,
    )
    .all<MediatorRow>(JSON.stringify(ids.map(({ id }) => id)));
  return { total, rows, groups: countGroups(database, mediatorColumns, arrangement, source, where, parameters) };
};

/** Members of teams in the order of a roster: commune, team, leader, deputy, then given names. */
export const listRoster = (
  database: ReadableDatabase,
  filter: {
    readonly officeId?: string | undefined;
    readonly communeIds?: readonly string[] | undefined;
    readonly teamId?: string | undefined;
  },
): readonly MediatorRow[] => {
  const conditions = [
    { sql: 'm.removed = 0 AND m.ceased_on IS NULL AND t.removed = 0', parameters: [] },
    ...equal('m.office_id', filter.officeId),
    ...equal('m.team_id', filter.teamId),
    ...(filter.communeIds === undefined
      ? []
      : [{ sql: 't.commune_id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(filter.communeIds)] }]),
  ];
  return database
    .prepare(
      `SELECT ${columns} ${source} WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}
       ORDER BY t.commune_id, t.sort_key, t.id, ${roleOrder}, p.sort_key, m.id`,
    )
    .all<MediatorRow>(...conditions.flatMap((condition) => condition.parameters));
};

/** Members of one team, present and past. */
export const listTeamMembers = (database: ReadableDatabase, teamId: string): readonly MediatorRow[] =>
  database
    .prepare(`SELECT ${columns} ${source} WHERE m.team_id = ? AND m.removed = 0 ORDER BY ${roleOrder}, p.sort_key, m.id`)
    .all<MediatorRow>(teamId);
