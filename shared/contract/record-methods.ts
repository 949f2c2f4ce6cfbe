import { z } from 'zod';
import { command, query } from './method.ts';
import { listed, page } from './page.ts';
import { finding, historyEntry, issue, recordValues, recordView } from './views.ts';

const kind = z.string();
const id = z.uuid();

export const memberRow = z.object({
  membershipId: z.string(),
  personId: z.string(),
  fullName: z.string(),
  sex: z.string().nullable(),
  birthDate: z.string().nullable(),
  ethnicGroup: z.string().nullable(),
  role: z.string().nullable(),
  recognizedOn: z.string().nullable(),
  ceasedOn: z.string().nullable(),
  professionalLevel: z.string().nullable(),
  phone: z.string().nullable(),
  position: z.string().nullable(),
});
export type MemberRow = z.infer<typeof memberRow>;

export const teamRow = z.object({
  id: z.string(),
  officeId: z.string(),
  name: z.string(),
  communeId: z.string().nullable(),
  communeName: z.string(),
  residentialUnitNames: z.string(),
  memberCount: z.int(),
  womenCount: z.int(),
  minorityCount: z.int(),
  leaderName: z.string().nullable(),
  findingCount: z.int(),
});
export type TeamRow = z.infer<typeof teamRow>;

export const mediatorRow = memberRow.extend({
  officeId: z.string(),
  teamId: z.string().nullable(),
  teamName: z.string(),
  communeId: z.string().nullable(),
  communeName: z.string(),
});
export type MediatorRow = z.infer<typeof mediatorRow>;

export const putResult = z.object({
  line: z.int(),
  id: z.string(),
  change: z.enum(['added', 'changed', 'same']),
  questions: z.array(issue),
});

/** A change by its replica and number there, as a history names it. */
const change = z.object({ replica: z.string().max(80), n: z.int().min(1) });

/** Which fields a revert gives back; all that differ unless told. */
const revertChoice = { kind, id, to: change, fields: z.array(z.string()).min(1).optional() };

export const revertView = z.object({
  title: z.string(),
  removedNow: z.boolean(),
  removedThen: z.boolean(),
  /** Fields whose value then was another than now. */
  fields: z.array(z.object({ field: z.string(), now: z.unknown(), then: z.unknown() })),
  /** Records that one command removed together with this one, where it is removed now and was not then. */
  together: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })),
});
export type RevertView = z.infer<typeof revertView>;

export const recordMethods = {
  /**
   * Adds or changes records, all or none. A line with a known `id` changes only the fields it names, `null` empties one;
   * otherwise a record is added, with that id or a new one. Fails with `validation-failed` and one issue per refusal.
   */
  'record.put': command(
    'clerk',
    z.object({
      kind,
      lines: z.array(z.record(z.string(), z.unknown())).max(100_000),
      reason: z.string().max(500).optional(),
      /** Stop at questions too, so that a form can ask; the command line reports them and goes on. */
      stopAtQuestions: z.boolean().default(false),
    }),
    z.object({ results: z.array(putResult) }),
  ),
  'record.list': query(
    'clerk',
    z.object({
      kind,
      find: z.string().optional(),
      where: z.record(z.string(), z.string()).default({}),
      officeId: z.string().optional(),
      includeRemoved: z.boolean().default(false),
      ...page,
    }),
    z.object({ ...listed, rows: z.array(recordView) }),
  ),
  'record.get': query('clerk', z.object({ kind, id }), recordView),
  'record.history': query('clerk', z.object({ kind, id }), z.array(historyEntry)),
  'record.remove': command('clerk', z.object({ kind, id, reason: z.string().min(1).max(500) }), recordView),
  'record.restore': command('clerk', z.object({ kind, id, reason: z.string().max(500).optional() }), recordView),
  /** How a record stood after one of its changes, against how it stands now. Fails with `record-not-found`, `state-not-found`. */
  'record.previewRevert': query('clerk', z.object(revertChoice), revertView),
  /**
   * Writes the values that stood after an earlier change as a new change with a reason, under the same rules as any line; a removed record
   * comes back, on request with those removed together with it. Fails also with `validation-failed`, `record-not-owned`, `bulk-nothing`.
   */
  'record.revert': command(
    'clerk',
    z.object({ ...revertChoice, reason: z.string().trim().min(1).max(500), together: z.boolean().default(false) }),
    z.object({ record: recordView, fields: z.array(z.string()), restored: z.int() }),
  ),
  /** Rules over the books as they are; `unit` narrows to one commune or office. Questions that were answered are left out unless asked for. */
  'check.run': query(
    'clerk',
    z.object({
      unit: z.string().optional(),
      kind: z.string().optional(),
      id: z.string().optional(),
      withAnswered: z.boolean().default(false),
    }),
    z.array(finding),
  ),
  /** Answers a question of the rules: looked at, it is so. Fails with `finding-not-found`. */
  'check.answer': command(
    'clerk',
    z.object({ rule: z.string(), kind: z.string(), id: z.string(), note: z.string().trim().max(500).optional() }),
    z.object({ answerId: z.string() }),
  ),
  /** Takes such an answer back, so that the question stands again. Fails with `record-not-found`, `record-not-owned`. */
  'check.takeBackAnswer': command('clerk', z.object({ answerId: z.uuid() }), z.object({ answerId: z.string() })),
  'team.list': query(
    'clerk',
    z.object({
      find: z.string().optional(),
      communeId: z.string().optional(),
      officeId: z.string().optional(),
      withFindingsOnly: z.boolean().default(false),
      ...page,
    }),
    z.object({ ...listed, rows: z.array(teamRow) }),
  ),
  'team.get': query(
    'clerk',
    z.object({ id }),
    z.object({ record: recordView, members: z.array(memberRow), formerMembers: z.array(memberRow), findings: z.array(finding) }),
  ),
  'mediator.list': query(
    'clerk',
    z.object({
      find: z.string().optional(),
      communeId: z.string().optional(),
      teamId: z.string().optional(),
      officeId: z.string().optional(),
      sex: z.string().optional(),
      ethnicGroup: z.string().optional(),
      role: z.string().optional(),
      includeCeased: z.boolean().default(false),
      ...page,
    }),
    z.object({ ...listed, rows: z.array(mediatorRow) }),
  ),
  /** Person and membership together, as `shg put mediator` takes them; id is that of the membership. */
  'mediator.get': query(
    'clerk',
    z.object({ id }),
    z.object({ person: recordView, membership: recordView, values: recordValues }),
  ),
} as const;
