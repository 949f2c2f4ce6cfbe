import type { ImportOutcome, ImportRow, RowDecision } from '#shared/contract/import-methods.ts';
import type { FieldValue } from '#shared/domain/field.ts';
import { personFieldNames } from '#shared/domain/kinds.ts';
import type { RecordValues } from '#shared/domain/record.ts';
import { isJanuaryFirst } from '#shared/import/read-date.ts';
import type { ReadRow } from '#shared/import/read-rows.ts';
import type { RowIssue } from '#shared/import/row-issue.ts';
import type { Write } from './books.ts';
import { findCommune, findOrAddDecision, findOrAddUnit, type FoundPlace } from './place-of-row.ts';
import { startRow, type PlanFacts, type RowWork } from './row-work.ts';
import type { Candidate } from './same-person.ts';

/** What a row leads to: the outcome to show and, where it is in order, the records to write. */
export type PlannedRow = {
  readonly outcome: ImportOutcome;
  /** Id of the record the row is about; that of a new one too. */
  readonly id: string | null;
  readonly isNew: boolean;
  readonly writes: readonly Write[];
  readonly issues: readonly RowIssue[];
  readonly changes: ImportRow['changes'];
  readonly candidates: readonly Candidate[];
};

export type SheetFacts = {
  readonly communeId: string | null;
  /** So many births on 1 January that most of them stand for "year only". */
  readonly manyJanuaryFirst: boolean;
};

type Target = {
  readonly id: string | null;
  readonly candidates: readonly Candidate[];
  /** A person said that the row is none of the candidates. */
  readonly isAnother?: boolean;
};

/** Where the row's person lives or mediates, and who is there already. */
type PersonPlace = FoundPlace & { readonly holdsTheSame: (personId: string) => boolean };

const nobody = (): boolean => false;

const pick = (values: Readonly<Record<string, FieldValue>>, names: readonly string[]): RecordValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

const without = (values: Readonly<Record<string, FieldValue>>, names: readonly string[]): RecordValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

const textOf = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null);

/** Whom of the books the row means. Suspicions wait for a decision; without any, the person is new. */
const findPerson = (work: RowWork, row: ReadRow, place: PersonPlace): Target => {
  const { books, accepted } = work.facts;
  const candidates = books.people.find({
    fullName: textOf(row.values.fullName) ?? '',
    sex: textOf(row.values.sex),
    birthDate: textOf(row.values.birthDate),
    citizenId: textOf(row.values.citizenId),
    phone: textOf(row.values.phone),
    residentialUnitId: place.unitId,
    communeId: place.communeId,
    holdsTheSame: place.holdsTheSame,
  });
  const said = work.decision?.person;
  if (said === 'new') return { id: null, candidates, isAnother: true };
  if (said !== undefined) {
    if (work.valuesOf('person', said) === undefined) work.say('reference-missing', 'personId', 'error');
    return { id: said, candidates };
  }
  const certain = candidates.filter((candidate) => candidate.certain);
  const [first] = candidates;
  if (certain.length === 1) return { id: certain[0]?.id ?? null, candidates: [] };
  if (first === undefined) return { id: null, candidates };
  if (accepted.has('same-person') && candidates.length === 1) return { id: first.id, candidates };
  if (accepted.has('another-person')) return { id: null, candidates, isAnother: true };
  work.say(certain.length > 1 ? 'several-same-people' : 'same-person', 'fullName', 'decision', { count: candidates.length });
  return { id: null, candidates };
};

const birthOf = (work: RowWork, row: ReadRow, sheet: SheetFacts): FieldValue => {
  const birth = textOf(row.values.birthDate);
  if (birth === null || !isJanuaryFirst(birth) || !sheet.manyJanuaryFirst) return birth;
  if (work.facts.accepted.has('january-first:year')) return birth.slice(0, 4);
  if (!work.facts.accepted.has('january-first:day')) work.say('january-first', 'birthDate', 'decision');
  return birth;
};

type Planned = { readonly id: string | null; readonly candidates: readonly Candidate[] };

const putPerson = (work: RowWork, row: ReadRow, sheet: SheetFacts, place: PersonPlace): Target => {
  const birthDate = birthOf(work, row, sheet);
  const known = { ...row, values: { ...row.values, ...(birthDate === null ? {} : { birthDate }) } };
  const target = findPerson(work, known, place);
  const values = {
    ...pick(row.values, personFieldNames),
    ...(row.kind === 'trainer' ? { position: null } : {}),
    ...(birthDate === null ? {} : { birthDate }),
    ...(place.unitId === null ? {} : { residentialUnitId: place.unitId }),
  };
  const id = work.put('person', target.id, values);
  if (target.isAnother === true) for (const candidate of target.candidates) work.separate(id, candidate.id);
  return { id, candidates: target.candidates };
};

const planPerson = (work: RowWork, row: ReadRow, sheet: SheetFacts): Planned => {
  const communeId = findCommune(work, row.place, sheet.communeId);
  return putPerson(work, row, sheet, { communeId, unitId: findOrAddUnit(work, row.place, communeId), holdsTheSame: nobody });
};

/** The team a row names, that of its village, or a new one of that name. */
const findOrAddTeam = (work: RowWork, row: ReadRow, communeId: string | null, unitId: string | null): string | null => {
  const { books } = work.facts;
  const name = row.place.teamName;
  if (name === undefined && unitId === null) {
    work.say(
      communeId === null && row.place.residentialUnitName !== undefined ? 'commune-missing' : 'team-missing',
      'teamId',
      'error',
    );
    return null;
  }
  const unitName = unitId === null ? undefined : textOf(work.valuesOf('residential-unit', unitId)?.name);
  if (name === undefined && unitId !== null) {
    const teams = books.teamsOfUnit(unitId);
    if (teams.length === 1) return teams[0] ?? null;
  }
  const shown = name ?? `Tổ hòa giải ${(unitName ?? '').replace(/^\p{L}/u, (letter) => letter.toLowerCase())}`;
  if (communeId === null) {
    const everywhere = books.communeIds.flatMap((id) => books.teamNamed(id, shown) ?? []);
    if (everywhere.length === 1) return everywhere[0] ?? null;
    work.say('commune-missing', 'communeId', 'error');
    return null;
  }
  return (
    books.teamNamed(communeId, shown) ??
    work.put('team', null, { name: shown, communeId, ...(unitId === null ? {} : { residentialUnitIds: [unitId] }) })
  );
};

const membershipNames = [
  'role',
  'electedOn',
  'electionMethod',
  'voterCount',
  'votesFor',
  'recognizedOn',
  'ceasedOn',
  'ceaseReason',
];

const planMediator = (work: RowWork, row: ReadRow, sheet: SheetFacts): Planned => {
  const communeId = findCommune(work, row.place, sheet.communeId);
  const unitId = findOrAddUnit(work, row.place, communeId);
  const teamId = findOrAddTeam(work, row, communeId, unitId);
  const decision = findOrAddDecision(work, row.decision, 'mediator-recognised', communeId);
  const ofTeam = teamId === null ? null : textOf(work.valuesOf('team', teamId)?.communeId);
  const { id: personId, candidates } = putPerson(work, row, sheet, {
    communeId: communeId ?? ofTeam,
    unitId,
    holdsTheSame: (id) => work.facts.books.membershipsOf(id).some((membership) => membership.targetId === teamId),
  });
  if (teamId === null || personId === null) return { id: null, candidates };
  const current = work.facts.books.membershipsOf(personId);
  const own = current.find((membership) => membership.targetId === teamId);
  if (
    own === undefined &&
    current.length > 0 &&
    !work.facts.accepted.has('person-in-other-team') &&
    work.decision?.person === undefined
  )
    work.say('person-in-other-team', 'teamId', 'decision');
  const recognizedOn = row.values.recognizedOn ?? (own === undefined ? decision?.decidedOn : undefined);
  const values = {
    ...pick(row.values, membershipNames),
    ...(own === undefined && row.values.role === undefined ? { role: 'member' } : {}),
    ...(recognizedOn == null ? {} : { recognizedOn }),
    ...(decision === null ? {} : { decisionId: decision.id }),
    ...(own === undefined ? { personId, teamId } : {}),
  };
  return { id: work.put('membership', own?.id ?? null, values), candidates };
};

const trainerNames = [
  'pool',
  'source',
  'position',
  'agency',
  'qualification',
  'fieldOfLaw',
  'appointedOn',
  'endedOn',
  'endReason',
  'methodTrainingYear',
];

const planTrainer = (work: RowWork, row: ReadRow, sheet: SheetFacts): Planned => {
  const communeId = row.place.communeName === undefined ? null : findCommune(work, row.place, null);
  const unitId = findOrAddUnit(work, row.place, communeId);
  const decision = findOrAddDecision(work, row.decision, 'trainer-appointed', null);
  const pool = textOf(row.values.pool) ?? work.facts.officeTier;
  const { id: personId, candidates } = putPerson(work, row, sheet, {
    communeId,
    unitId,
    holdsTheSame: (id) => work.facts.books.trainersOf(id).some((trainer) => trainer.targetId === pool),
  });
  if (personId === null) return { id: null, candidates };
  const own = work.facts.books.trainersOf(personId).find((trainer) => trainer.targetId === pool);
  const appointedOn = row.values.appointedOn ?? (own === undefined ? decision?.decidedOn : undefined);
  const values = {
    ...pick(row.values, trainerNames),
    pool,
    ...(appointedOn == null ? {} : { appointedOn }),
    ...(decision === null ? {} : { decisionId: decision.id }),
    ...(own === undefined ? { personId } : {}),
  };
  return { id: work.put('trainer', own?.id ?? null, values), candidates };
};

const planTeam = (work: RowWork, row: ReadRow, sheet: SheetFacts): Planned => {
  const communeId = findCommune(work, row.place, sheet.communeId);
  const names = (row.place.residentialUnitName ?? '')
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const unitIds = names.flatMap((residentialUnitName) => findOrAddUnit(work, { residentialUnitName }, communeId) ?? []);
  const decision = findOrAddDecision(work, row.decision, 'team-established', communeId);
  const name = row.place.teamName;
  const known = communeId === null || name === undefined ? undefined : work.facts.books.teamNamed(communeId, name);
  const establishedOn = row.values.establishedOn ?? (known === undefined ? decision?.decidedOn : undefined);
  const values = {
    ...row.values,
    ...(known === undefined && name !== undefined ? { name } : {}),
    ...(known === undefined && communeId !== null ? { communeId } : {}),
    ...(unitIds.length === 0 ? {} : { residentialUnitIds: unitIds }),
    ...(establishedOn == null ? {} : { establishedOn }),
    ...(decision === null ? {} : { decisionId: decision.id }),
  };
  return { id: work.put('team', known ?? null, values), candidates: [] };
};

const planUnit = (work: RowWork, row: ReadRow, sheet: SheetFacts): Planned => {
  const communeId = findCommune(work, row.place, sheet.communeId);
  const name = row.place.residentialUnitName;
  const known = communeId === null || name === undefined ? undefined : work.facts.books.unitNamed(communeId, name);
  const values = known === undefined ? row.values : without(row.values, ['kind']);
  const named =
    known === undefined ? { ...(name === undefined ? {} : { name }), ...(communeId === null ? {} : { communeId }) } : {};
  return { id: work.put('residential-unit', known ?? null, { ...values, ...named }), candidates: [] };
};

const planners = {
  person: planPerson,
  mediator: planMediator,
  trainer: planTrainer,
  team: planTeam,
  'residential-unit': planUnit,
} as const;

const settled = (issue: RowIssue, facts: PlanFacts): RowIssue =>
  issue.severity === 'decision' && facts.accepted.has(issue.code) ? { ...issue, severity: 'question' } : issue;

const outcomeOf = (work: RowWork, issues: readonly RowIssue[], isNew: boolean): ImportOutcome => {
  if (work.decision?.leaveOut === true) return 'left-out';
  if (issues.some((issue) => issue.severity === 'error')) return 'error';
  if (issues.some((issue) => issue.severity === 'decision')) return 'needs-decision';
  if (work.writes.length === 0) return 'same';
  return isNew ? 'created' : 'updated';
};

const unique = (issues: readonly RowIssue[]): readonly RowIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.code} ${issue.field ?? ''} ${issue.severity}`, issue])).values(),
];

/** Plans one row on the books as the rows above leave them, and lets the rows below see what it writes. */
export const planRow = (facts: PlanFacts, row: ReadRow, sheet: SheetFacts, decision: RowDecision | undefined): PlannedRow => {
  const work = startRow(facts, decision, row.issues);
  const { id, candidates } = planners[row.kind](work, row, sheet);
  const issues = unique(work.issues.map((issue) => settled(issue, facts)));
  const isNew = work.writes.some((write) => write.id === id && write.isNew);
  const outcome = outcomeOf(work, issues, isNew);
  const isWritten = outcome === 'created' || outcome === 'updated';
  if (isWritten) facts.books.learn(work.writes);
  return { outcome, id, isNew, writes: isWritten ? work.writes : [], issues, changes: work.changes, candidates };
};
