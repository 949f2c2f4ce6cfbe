import type { ReadableDatabase } from '#db/open.ts';
import { exactFirst } from './projection.ts';
import { searchConditions, type Condition } from './search-text.ts';

/** A session as lists show it. Dates `YYYY-MM-DD`; `attendanceCount` is one for each person and sitting (lượt). */
export type SessionRow = {
  readonly id: string;
  readonly officeId: string;
  readonly title: string;
  readonly kind: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly place: string | null;
  readonly communeId: string | null;
  readonly sittingCount: number | null;
  readonly participantCount: number;
  readonly attendanceCount: number;
  readonly speakerCount: number;
  readonly hasResult: boolean;
};

export type SpeakerRow = {
  readonly id: string;
  readonly trainerId: string | null;
  readonly name: string;
  readonly position: string | null;
  readonly isGuest: boolean;
  readonly topic: string | null;
  readonly periodCount: number | null;
};

/** Money from one source, in đồng. */
export type FundingRow = {
  readonly id: string;
  readonly source: string | null;
  readonly plannedAmount: number | null;
  readonly spentAmount: number | null;
  readonly note: string | null;
};

export type ParticipantRow = {
  readonly id: string;
  readonly personId: string | null;
  readonly fullName: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly ethnicGroup: string | null;
  readonly position: string | null;
  /** Team of the person now, or the unit a guest named. */
  readonly unit: string;
  readonly communeId: string | null;
  readonly onStatePayroll: boolean;
  readonly result: string | null;
  readonly certificateNumber: string | null;
  /** Sittings at which the person was present, from 1. */
  readonly present: readonly number[];
  /** The record of each sitting that was ever marked, present or not. */
  readonly marks: readonly { readonly sitting: number; readonly id: string }[];
};

export type SessionFilter = {
  readonly find?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: string | undefined;
  readonly officeId?: string | undefined;
  readonly communeIds?: readonly string[] | undefined;
  /** Those that were over before this day and have no result. */
  readonly overdueOn?: string | undefined;
  readonly limit: number;
  readonly offset: number;
};

const equal = (column: string, value: string | undefined): readonly Condition[] =>
  value === undefined ? [] : [{ sql: `${column} = ?`, parameters: [value] }];

const within = (column: string, values: readonly string[] | undefined): readonly Condition[] =>
  values === undefined ? [] : [{ sql: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] }];

type StoredSession = Omit<SessionRow, 'hasResult'> & { readonly hasResult: number };

/** Sessions, newest first, with people and attendances counted apart. */
export const listSessions = (
  database: ReadableDatabase,
  filter: SessionFilter,
): { readonly total: number; readonly rows: readonly SessionRow[] } => {
  const conditions: readonly Condition[] = [
    { sql: 's.removed = 0', parameters: [] },
    ...equal('s.office_id', filter.officeId),
    ...equal('s.kind', filter.kind),
    ...(filter.year === undefined ? [] : [{ sql: 'substr(s.starts_on, 1, 4) = ?', parameters: [String(filter.year)] }]),
    ...within('s.commune_id', filter.communeIds),
    ...(filter.overdueOn === undefined
      ? []
      : [{ sql: 's.result IS NULL AND coalesce(s.ends_on, s.starts_on) < ?', parameters: [filter.overdueOn] }]),
    ...searchConditions('s.search', filter.find),
  ];
  const where = `WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}`;
  const parameters = conditions.flatMap((condition) => condition.parameters);
  const order = exactFirst('s.exact', filter.find);
  const total =
    database.prepare(`SELECT count(*) AS count FROM session s ${where}`).get<{ readonly count: number }>(...parameters)?.count ??
    0;
  const rows = database
    .prepare(
      `SELECT s.id, s.office_id AS officeId, coalesce(s.title, '') AS title, s.kind, s.starts_on AS startsOn, s.ends_on AS endsOn,
         s.place, s.commune_id AS communeId, s.sitting_count AS sittingCount,
         (SELECT count(*) FROM participant a WHERE a.session_id = s.id AND a.removed = 0) AS participantCount,
         (SELECT count(DISTINCT a.id || ' ' || r.sitting) FROM participant a JOIN presence r ON r.participant_id = a.id
           WHERE a.session_id = s.id AND a.removed = 0 AND r.removed = 0 AND r.present = 1) AS attendanceCount,
         (SELECT count(*) FROM session_speaker k WHERE k.session_id = s.id AND k.removed = 0) AS speakerCount,
         s.result IS NOT NULL AS hasResult
       FROM session s ${where} ORDER BY ${order.sql}, s.starts_on DESC, s.sort_key, s.id LIMIT ? OFFSET ?`,
    )
    .all<StoredSession>(...parameters, ...order.parameters, filter.limit, filter.offset);
  return { total, rows: rows.map((row) => ({ ...row, hasResult: row.hasResult === 1 })) };
};

/** Years in which sessions began, newest first. */
export const listSessionYears = (database: ReadableDatabase): readonly number[] =>
  database
    .prepare(
      `SELECT DISTINCT CAST(substr(starts_on, 1, 4) AS INTEGER) AS year FROM session
       WHERE removed = 0 AND starts_on IS NOT NULL ORDER BY year DESC`,
    )
    .all<{ readonly year: number }>()
    .map((row) => row.year);

type StoredSpeaker = Omit<SpeakerRow, 'isGuest'>;

/** Speakers of a session in the order in which they were entered. */
export const listSpeakers = (database: ReadableDatabase, sessionId: string): readonly SpeakerRow[] =>
  database
    .prepare(
      `SELECT k.id, k.trainer_id AS trainerId, coalesce(p.full_name, k.guest_name, '') AS name,
         coalesce(t.position, k.guest_position) AS position, k.topic, k.period_count AS periodCount
       FROM session_speaker k LEFT JOIN trainer t ON t.id = k.trainer_id LEFT JOIN person p ON p.id = t.person_id
       WHERE k.session_id = ? AND k.removed = 0 ORDER BY k.id`,
    )
    .all<StoredSpeaker>(sessionId)
    .map((row) => ({ ...row, isGuest: row.trainerId === null }));

/** Money of a session by source, in đồng. */
export const listFunding = (database: ReadableDatabase, sessionId: string): readonly FundingRow[] =>
  database
    .prepare(
      `SELECT id, source, planned_amount AS plannedAmount, spent_amount AS spentAmount, note
       FROM funding_line WHERE session_id = ? AND removed = 0 ORDER BY id`,
    )
    .all<FundingRow>(sessionId);

type StoredParticipant = Omit<ParticipantRow, 'onStatePayroll' | 'present' | 'marks'> & {
  readonly onStatePayroll: number | null;
  readonly marks: string;
  readonly present: string | null;
};

/** The team in which a person is a mediator now; the first by id where there are several. */
const currentTeam = `LEFT JOIN team t ON t.id = (
  SELECT m.team_id FROM membership m WHERE m.person_id = p.id AND m.removed = 0 AND m.ceased_on IS NULL ORDER BY m.id LIMIT 1)`;

/** Participants of a session by commune, then given name; guests of no commune last. */
export const listParticipants = (database: ReadableDatabase, sessionId: string): readonly ParticipantRow[] =>
  database
    .prepare(
      `SELECT a.id, a.person_id AS personId, coalesce(p.full_name, a.guest_name, '') AS fullName, p.sex, p.birth_date AS birthDate,
         p.ethnic_group AS ethnicGroup, coalesce(p.position, a.guest_position) AS position,
         coalesce(t.name, a.guest_unit, '') AS unit, t.commune_id AS communeId, a.on_state_payroll AS onStatePayroll, a.result,
         a.certificate_number AS certificateNumber,
         (SELECT json_group_array(DISTINCT r.sitting) FROM presence r
           WHERE r.participant_id = a.id AND r.removed = 0 AND r.present = 1) AS present,
         (SELECT json_group_array(json_object('sitting', r.sitting, 'id', r.id)) FROM presence r
           WHERE r.participant_id = a.id AND r.removed = 0 AND r.sitting IS NOT NULL) AS marks
       FROM participant a LEFT JOIN person p ON p.id = a.person_id ${currentTeam}
       WHERE a.session_id = ? AND a.removed = 0
       ORDER BY t.commune_id IS NULL, t.commune_id, coalesce(p.sort_key, a.sort_key), a.id`,
    )
    .all<StoredParticipant>(sessionId)
    .map((row) => ({
      ...row,
      onStatePayroll: row.onStatePayroll === 1,
      marks: JSON.parse(row.marks) as ParticipantRow['marks'],
      present: (JSON.parse(row.present ?? '[]') as readonly (number | null)[])
        .filter((sitting) => sitting !== null)
        .sort((a, b) => a - b),
    }));

/** Every participant record of a session that names a person, removed ones too. */
export const listParticipantIds = (
  database: ReadableDatabase,
  sessionId: string,
): readonly { readonly id: string; readonly personId: string; readonly removed: number }[] =>
  database
    .prepare(
      'SELECT id, person_id AS personId, removed FROM participant WHERE session_id = ? AND person_id IS NOT NULL ORDER BY id',
    )
    .all(sessionId);

/** The presence record of a participant at a sitting; one that was not removed first. */
export const findPresence = (
  database: ReadableDatabase,
  participantId: string,
  sitting: number,
): { readonly id: string; readonly removed: number } | undefined =>
  database
    .prepare('SELECT id, removed FROM presence WHERE participant_id = ? AND sitting = ? ORDER BY removed, id LIMIT 1')
    .get(participantId, sitting);

/** People who are mediators in office in one of the teams or communes. */
export const listMediatorPersonIds = (
  database: ReadableDatabase,
  filter: { readonly officeId: string; readonly teamIds: readonly string[]; readonly communeIds: readonly string[] },
): readonly string[] =>
  database
    .prepare(
      `SELECT DISTINCT m.person_id AS personId FROM membership m JOIN team t ON t.id = m.team_id JOIN person p ON p.id = m.person_id
       WHERE m.removed = 0 AND m.ceased_on IS NULL AND t.removed = 0 AND p.removed = 0 AND m.office_id = @office
         AND (t.id IN (SELECT value FROM json_each(@teams)) OR t.commune_id IN (SELECT value FROM json_each(@communes)))
       ORDER BY m.person_id`,
    )
    .all<{ readonly personId: string }>({
      office: filter.officeId,
      teams: JSON.stringify(filter.teamIds),
      communes: JSON.stringify(filter.communeIds),
    })
    .map((row) => row.personId);

/** People of an office's trainer pool who are in office. */
export const listTrainerPersonIds = (database: ReadableDatabase, officeId: string): readonly string[] =>
  database
    .prepare(
      `SELECT DISTINCT person_id AS personId FROM trainer
       WHERE removed = 0 AND ended_on IS NULL AND person_id IS NOT NULL AND office_id = ? ORDER BY person_id`,
    )
    .all<{ readonly personId: string }>(officeId)
    .map((row) => row.personId);

export type NamedPerson = {
  readonly personId: string;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly teamName: string;
  readonly communeId: string | null;
};

/** Every person of an office with the team now: for finding the people of a pasted list. */
export const listNamedPeople = (database: ReadableDatabase, officeId: string): readonly NamedPerson[] =>
  database
    .prepare(
      `SELECT p.id AS personId, coalesce(p.full_name, '') AS fullName, p.birth_date AS birthDate, coalesce(t.name, '') AS teamName,
         t.commune_id AS communeId
       FROM person p ${currentTeam} WHERE p.removed = 0 AND p.office_id = ? ORDER BY p.sort_key, p.id`,
    )
    .all<NamedPerson>(officeId);
