import type { ReadableDatabase } from '#db/open.ts';
import { countGroups, listOrder, type Arrangement, type CountedGroup, type ListColumns } from './list-order.ts';
import { exactFirst } from './projection.ts';
import { searchConditions, type Condition } from './search-text.ts';

/** A person with what the books know of them. */
export type PersonRow = {
  readonly id: string;
  readonly officeId: string;
  readonly fullName: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly ethnicGroup: string | null;
  readonly teamName: string;
  readonly communeId: string | null;
  readonly isMediator: boolean;
  readonly isTrainer: boolean;
  readonly sessionCount: number;
  readonly nominationCount: number;
};

export type PersonRole = 'mediator' | 'trainer' | 'participant' | 'nominee' | 'none';

export type PersonFilter = {
  readonly find?: string | undefined;
  readonly role?: PersonRole | undefined;
  readonly officeId?: string | undefined;
  readonly communeIds?: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly arrangement?: Arrangement;
};

const member = 'SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.removed = 0 AND m.ceased_on IS NULL';
const trains = 'SELECT 1 FROM trainer t WHERE t.person_id = p.id AND t.removed = 0 AND t.ended_on IS NULL';
const takesPart = 'SELECT 1 FROM participant a WHERE a.person_id = p.id AND a.removed = 0';
const isNominated = 'SELECT 1 FROM nomination n WHERE n.person_id = p.id AND n.removed = 0';

const roleConditions: Readonly<Record<PersonRole, string>> = {
  mediator: `EXISTS (${member})`,
  trainer: `EXISTS (${trains})`,
  participant: `EXISTS (${takesPart})`,
  nominee: `EXISTS (${isNominated})`,
  none: `NOT EXISTS (${member}) AND NOT EXISTS (${trains})`,
};

const home = `coalesce((SELECT t.commune_id FROM membership m JOIN team t ON t.id = m.team_id
  WHERE m.person_id = p.id AND m.removed = 0 AND m.ceased_on IS NULL ORDER BY m.id LIMIT 1),
  (SELECT u.commune_id FROM residential_unit u WHERE u.id = p.residential_unit_id))`;

const sessionCount = '(SELECT count(*) FROM participant a WHERE a.person_id = p.id AND a.removed = 0)';
const nominationCount = '(SELECT count(*) FROM nomination n WHERE n.person_id = p.id AND n.removed = 0)';

/** What people can be ordered and grouped by. */
export const personColumns: ListColumns = {
  sorts: {
    name: 'p.sort_key',
    sex: 'p.sex',
    born: 'p.birth_date',
    ethnic: 'p.ethnic_group',
    sessions: sessionCount,
    nominations: nominationCount,
  },
  unitSorts: { commune: home, office: 'p.office_id' },
  groups: { commune: { key: home, unit: home }, office: { key: 'p.office_id', unit: 'p.office_id' } },
};

const asItIs: Arrangement = { sort: [], unitOrder: [] };

type StoredRow = Omit<PersonRow, 'isMediator' | 'isTrainer'> & { readonly isMediator: number; readonly isTrainer: number };

/** People by filter in the order of given names or as arranged, exact tones first where something is searched. */
export const listPeople = (
  database: ReadableDatabase,
  filter: PersonFilter,
): { readonly total: number; readonly rows: readonly PersonRow[]; readonly groups: readonly CountedGroup[] } => {
  const conditions: readonly Condition[] = [
    { sql: 'p.removed = 0', parameters: [] },
    ...(filter.officeId === undefined ? [] : [{ sql: 'p.office_id = ?', parameters: [filter.officeId] }]),
    ...(filter.role === undefined ? [] : [{ sql: roleConditions[filter.role], parameters: [] }]),
    ...(filter.communeIds === undefined
      ? []
      : [{ sql: `${home} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(filter.communeIds)] }]),
    ...searchConditions('p.search', filter.find),
  ];
  const where = `WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`;
  const parameters = conditions.flatMap((condition) => condition.parameters);
  const order = exactFirst('p.exact', filter.find);
  const total =
    database.prepare(`SELECT count(*) AS count FROM person p ${where}`).get<{ readonly count: number }>(...parameters)?.count ??
    0;
  const arrangement = filter.arrangement ?? asItIs;
  const parts = listOrder(personColumns, arrangement);
  const rows = database
    .prepare(
      `${parts.with} SELECT p.id, p.office_id AS officeId, coalesce(p.full_name, '') AS fullName, p.sex, p.birth_date AS birthDate,
         p.ethnic_group AS ethnicGroup,
         coalesce((SELECT t.name FROM membership m JOIN team t ON t.id = m.team_id
           WHERE m.person_id = p.id AND m.removed = 0 AND m.ceased_on IS NULL ORDER BY m.id LIMIT 1), '') AS teamName,
         ${home} AS communeId, EXISTS (${member}) AS isMediator, EXISTS (${trains}) AS isTrainer,
         ${sessionCount} AS sessionCount,
         ${nominationCount} AS nominationCount
       FROM person p ${parts.joins} ${where} ORDER BY ${parts.order} ${order.sql}, p.sort_key, p.id LIMIT ? OFFSET ?`,
    )
    .all<StoredRow>(...parts.withParameters, ...parameters, ...order.parameters, filter.limit, filter.offset);
  return {
    total,
    rows: rows.map((row) => ({ ...row, isMediator: row.isMediator === 1, isTrainer: row.isTrainer === 1 })),
    groups: countGroups(database, personColumns, arrangement, 'FROM person p', where, parameters),
  };
};
