import { z } from 'zod';
import { command, query } from './method.ts';
import { listed, page } from './page.ts';
import { recordView } from './views.ts';

const id = z.uuid();

export const sessionRow = z.object({
  id: z.string(),
  officeId: z.string(),
  title: z.string(),
  kind: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  place: z.string().nullable(),
  communeId: z.string().nullable(),
  sittingCount: z.int().nullable(),
  /** People; a person who comes to three sittings is one. */
  participantCount: z.int(),
  /** Attendances (lượt): one for each person and sitting. */
  attendanceCount: z.int(),
  speakerCount: z.int(),
  hasResult: z.boolean(),
});
export type SessionRow = z.infer<typeof sessionRow>;

export const speakerRow = z.object({
  id: z.string(),
  trainerId: z.string().nullable(),
  name: z.string(),
  position: z.string().nullable(),
  isGuest: z.boolean(),
  topic: z.string().nullable(),
  periodCount: z.int().nullable(),
});
export type SpeakerRow = z.infer<typeof speakerRow>;

export const fundingRow = z.object({
  id: z.string(),
  source: z.string().nullable(),
  plannedAmount: z.number().nullable(),
  spentAmount: z.number().nullable(),
  note: z.string().nullable(),
});
export type FundingRow = z.infer<typeof fundingRow>;

export const participantRow = z.object({
  id: z.string(),
  personId: z.string().nullable(),
  fullName: z.string(),
  sex: z.string().nullable(),
  birthDate: z.string().nullable(),
  ethnicGroup: z.string().nullable(),
  position: z.string().nullable(),
  /** Team of the person now, or the unit a guest named. */
  unit: z.string(),
  communeId: z.string().nullable(),
  communeName: z.string(),
  onStatePayroll: z.boolean(),
  result: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  /** Numbers of the sittings (buổi, from 1) at which the person was present. */
  present: z.array(z.int()),
  /** The record of each sitting that was ever marked, present or not. */
  marks: z.array(z.object({ sitting: z.int(), id: z.string() })),
});
export type ParticipantRow = z.infer<typeof participantRow>;

/** Whom to add to a session. Several ways may be mixed; who is there already is passed over. */
const invited = z.object({
  personIds: z.array(id).max(100_000).default([]),
  /** All mediators in office of these teams. */
  teamIds: z.array(id).max(10_000).default([]),
  /** All mediators in office of these communes. */
  communeIds: z.array(z.string()).max(1_000).default([]),
  /** All trainers of the own pool. */
  pool: z.boolean().default(false),
});

export const nameMatch = z.object({
  personId: z.string(),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  teamName: z.string(),
  communeName: z.string(),
});
export type NameMatch = z.infer<typeof nameMatch>;

/** One line of a pasted list. `year` and `place` are what stood beside the name. */
export const resolvedName = z.object({
  line: z.int(),
  text: z.string(),
  name: z.string(),
  matches: z.array(nameMatch),
});
export type ResolvedName = z.infer<typeof resolvedName>;

export const coverageRow = z.object({
  communeId: z.string().nullable(),
  communeName: z.string(),
  officeId: z.string(),
  mediatorCount: z.int(),
  trainedCount: z.int(),
});
export type CoverageRow = z.infer<typeof coverageRow>;

export const untrainedRow = z.object({
  membershipId: z.string(),
  personId: z.string(),
  fullName: z.string(),
  birthDate: z.string().nullable(),
  teamName: z.string(),
  communeName: z.string(),
  /** Year in which the person was trained last; `null` when never. */
  lastTrainedYear: z.int().nullable(),
});
export type UntrainedRow = z.infer<typeof untrainedRow>;

const year = z.int().min(1990).max(2200);

export const sessionMethods = {
  'session.list': query(
    'clerk',
    z.object({
      find: z.string().optional(),
      year: year.optional(),
      kind: z.string().optional(),
      officeId: z.string().optional(),
      communeId: z.string().optional(),
      /** Only those that are over and have no result. */
      overdue: z.boolean().default(false),
      ...page,
    }),
    z.object({ ...listed, rows: z.array(sessionRow), years: z.array(z.int()) }),
  ),
  'session.get': query(
    'clerk',
    z.object({ id }),
    z.object({
      record: recordView,
      speakers: z.array(speakerRow),
      funding: z.array(fundingRow),
      participants: z.array(participantRow),
    }),
  ),
  /** Who would come: how many people, and how many of them are on the list already. */
  'session.invitedCount': query(
    'clerk',
    z.object({ sessionId: id, ...invited.shape }),
    z.object({ people: z.int(), already: z.int() }),
  ),
  /** Adds participants. Somebody taken off before comes back as the same record. */
  'session.addPeople': command(
    'clerk',
    z.object({ sessionId: id, ...invited.shape }),
    z.object({ added: z.int(), already: z.int() }),
  ),
  /** Finds the people of a pasted list, one a line: name, and in the same line perhaps year of birth, team or commune. */
  'session.resolveNames': query('clerk', z.object({ text: z.string().max(200_000) }), z.object({ lines: z.array(resolvedName) })),
  /** Presence at sittings; one record for each participant and sitting, so that two lists of one class merge. */
  'session.markPresence': command(
    'clerk',
    z.object({
      marks: z.array(z.object({ participantId: id, sitting: z.int().min(1).max(60), present: z.boolean() })).max(100_000),
    }),
    z.object({ changed: z.int() }),
  ),
  /** Who was trained in a year: present at a sitting of a mediators' training, or with a result "completed". */
  'coverage.get': query(
    'clerk',
    z.object({ year, officeId: z.string().optional() }),
    z.object({ communes: z.array(coverageRow), mediatorCount: z.int(), trainedCount: z.int() }),
  ),
  'coverage.untrained': query(
    'clerk',
    z.object({ year, find: z.string().optional(), officeId: z.string().optional(), communeId: z.string().optional(), ...page }),
    z.object({ ...listed, rows: z.array(untrainedRow) }),
  ),
} as const;
