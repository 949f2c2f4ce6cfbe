import type { ReadableDatabase } from '#db/open.ts';
import { exactFirst } from './projection.ts';
import { searchConditions, type Condition } from './search-text.ts';

/** A trainer as lists show it; `methodTrainingYear` as typed or from the sessions for trainers that the person attended. */
export type TrainerRow = {
  readonly id: string;
  readonly officeId: string;
  readonly personId: string | null;
  readonly fullName: string;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly pool: string | null;
  readonly source: string | null;
  readonly position: string | null;
  readonly agency: string | null;
  readonly decision: string;
  /** Day of the decision. */
  readonly decidedOn: string | null;
  readonly appointedOn: string | null;
  readonly endedOn: string | null;
  readonly methodTrainingYear: number | null;
  readonly sessionCount: number;
};

export type TrainerFilter = {
  readonly find?: string | undefined;
  readonly officeId?: string | undefined;
  readonly pool?: string | undefined;
  readonly includeEnded: boolean;
};

/** Last year in which the person attended a session for trainers. */
const attendedYear = `(SELECT max(CAST(substr(s.starts_on, 1, 4) AS INTEGER)) FROM participant a JOIN session s ON s.id = a.session_id
  WHERE a.person_id = t.person_id AND a.removed = 0 AND s.removed = 0 AND s.kind = 'trainer-training'
    AND (a.result = 'completed'
      OR EXISTS (SELECT 1 FROM presence r WHERE r.participant_id = a.id AND r.removed = 0 AND r.present = 1)))`;

/** Trainers by pool (the province first), those in office before the others, then by given name. */
export const listTrainers = (database: ReadableDatabase, filter: TrainerFilter): readonly TrainerRow[] => {
  const conditions: readonly Condition[] = [
    { sql: 't.removed = 0', parameters: [] },
    ...(filter.includeEnded ? [] : [{ sql: 't.ended_on IS NULL', parameters: [] }]),
    ...(filter.officeId === undefined ? [] : [{ sql: 't.office_id = ?', parameters: [filter.officeId] }]),
    ...(filter.pool === undefined ? [] : [{ sql: 't.pool = ?', parameters: [filter.pool] }]),
    ...searchConditions('p.search', filter.find),
  ];
  const order = exactFirst('p.exact', filter.find);
  return database
    .prepare(
      `SELECT t.id, t.office_id AS officeId, t.person_id AS personId, coalesce(p.full_name, '') AS fullName, p.sex,
         p.birth_date AS birthDate, t.pool, t.source, t.position, t.agency,
         coalesce(d.number, '') AS decision, d.decided_on AS decidedOn, t.appointed_on AS appointedOn, t.ended_on AS endedOn,
         nullif(max(coalesce(t.method_training_year, 0), coalesce(${attendedYear}, 0)), 0) AS methodTrainingYear,
         (SELECT count(DISTINCT k.session_id) FROM session_speaker k JOIN session s ON s.id = k.session_id
           WHERE k.trainer_id = t.id AND k.removed = 0 AND s.removed = 0) AS sessionCount
       FROM trainer t LEFT JOIN person p ON p.id = t.person_id LEFT JOIN decision d ON d.id = t.decision_id
       WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}
       ORDER BY ${order.sql}, t.pool <> 'province', t.office_id, t.ended_on IS NOT NULL, p.sort_key, t.id`,
    )
    .all<TrainerRow>(...conditions.flatMap((condition) => condition.parameters), ...order.parameters);
};
