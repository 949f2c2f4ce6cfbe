import { z } from 'zod';
import { command, query } from './method.ts';
import { listed, page } from './page.ts';
import { finding, recordView } from './views.ts';

const id = z.uuid();

export const nominationRow = z.object({
  id: z.string(),
  officeId: z.string(),
  subjectKind: z.string().nullable(),
  subjectName: z.string(),
  /** Team of a mediator; empty otherwise. */
  teamName: z.string(),
  communeName: z.string(),
  level: z.string().nullable(),
  form: z.string().nullable(),
  basis: z.string().nullable(),
  year: z.int().nullable(),
  stage: z.string().nullable(),
  councilVotesFor: z.int().nullable(),
  councilMemberCount: z.int().nullable(),
  /** Papers of the dossier that are there. */
  paperCount: z.int(),
  decisionNumber: z.string().nullable(),
  decidedOn: z.string().nullable(),
});
export type NominationRow = z.infer<typeof nominationRow>;

/** A paper of a dossier; `id` of its record, `null` while nobody has ticked it. */
export const paperRow = z.object({
  id: z.string().nullable(),
  item: z.string(),
  present: z.boolean(),
  note: z.string().nullable(),
});
export type PaperRow = z.infer<typeof paperRow>;

export const trainerRow = z.object({
  id: z.string(),
  officeId: z.string(),
  personId: z.string().nullable(),
  fullName: z.string(),
  sex: z.string().nullable(),
  birthDate: z.string().nullable(),
  pool: z.string().nullable(),
  source: z.string().nullable(),
  position: z.string().nullable(),
  agency: z.string().nullable(),
  decision: z.string(),
  appointedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  /** Year of the last method training, as typed or from the sessions for trainers that the person attended. */
  methodTrainingYear: z.int().nullable(),
  /** Sessions at which the trainer spoke. */
  sessionCount: z.int(),
});
export type TrainerRow = z.infer<typeof trainerRow>;

/** Size of one pool against its target. */
export const poolView = z.object({
  pool: z.string(),
  count: z.int(),
  least: z.int(),
  most: z.int(),
  withoutMethodTraining: z.int(),
  article: z.string().nullable(),
});
export type PoolView = z.infer<typeof poolView>;

export const personRow = z.object({
  id: z.string(),
  officeId: z.string(),
  fullName: z.string(),
  sex: z.string().nullable(),
  birthDate: z.string().nullable(),
  ethnicGroup: z.string().nullable(),
  teamName: z.string(),
  communeName: z.string(),
  isMediator: z.boolean(),
  isTrainer: z.boolean(),
  sessionCount: z.int(),
  nominationCount: z.int(),
});
export type PersonRow = z.infer<typeof personRow>;

/** A record that refers to another one, as its card shows it. */
export const relatedRow = z.object({
  kind: z.string(),
  id: z.string(),
  /** The field that refers. */
  field: z.string(),
  title: z.string(),
  detail: z.string(),
  /** What opening it shows: itself, or the session that it is a part of. */
  opens: z.object({ kind: z.string(), id: z.string() }),
  /** The day that matters most for it, `YYYY-MM-DD`. */
  day: z.string().nullable(),
});
export type RelatedRow = z.infer<typeof relatedRow>;

export const deskMethods = {
  'nomination.list': query(
    'clerk',
    z.object({
      find: z.string().optional(),
      year: z.int().optional(),
      stage: z.string().optional(),
      subjectKind: z.string().optional(),
      officeId: z.string().optional(),
      ...page,
    }),
    z.object({ ...listed, rows: z.array(nominationRow), years: z.array(z.int()) }),
  ),
  'nomination.get': query(
    'clerk',
    z.object({ id }),
    z.object({
      record: recordView,
      subjectName: z.string(),
      papers: z.array(paperRow),
      /** Stages to which it may go from here. */
      nextStages: z.array(z.string()),
      /** Other nominations of the same subject. */
      others: z.array(nominationRow),
      findings: z.array(finding),
    }),
  ),
  /** Ticks a paper of the dossier; one record for each nomination and paper. */
  'nomination.markPaper': command(
    'clerk',
    z.object({ nominationId: id, item: z.string(), present: z.boolean(), note: z.string().max(300).nullish() }),
    z.object({ changed: z.boolean() }),
  ),
  'trainer.list': query(
    'clerk',
    z.object({
      find: z.string().optional(),
      officeId: z.string().optional(),
      pool: z.string().optional(),
      includeEnded: z.boolean().default(false),
      withoutMethodTraining: z.boolean().default(false),
      ...page,
    }),
    z.object({ ...listed, rows: z.array(trainerRow), pools: z.array(poolView) }),
  ),
  'person.list': query(
    'clerk',
    z.object({
      find: z.string().optional(),
      role: z.enum(['mediator', 'trainer', 'participant', 'nominee', 'none']).optional(),
      officeId: z.string().optional(),
      communeId: z.string().optional(),
      ...page,
    }),
    z.object({ ...listed, rows: z.array(personRow) }),
  ),
  /** What the office typed into a plain text field so far, most frequent first; never personal values. */
  'record.values': query('clerk', z.object({ kind: z.string(), field: z.string() }), z.object({ values: z.array(z.string()) })),
  /** Everything of the books that refers to a record: a person's roles, what a decision covers, the teams of a village. */
  'record.related': query('clerk', z.object({ kind: z.string(), id }), z.object({ rows: z.array(relatedRow) })),
} as const;
