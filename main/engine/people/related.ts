import { listParticipants } from '#db/queries/session.ts';
import { findProjected, listProjected, type ProjectedRecord } from '#db/queries/projection.ts';
import {
  awardForms,
  awardLevels,
  decisionKinds,
  labelOf,
  nominationStages,
  officeTiers,
  residentialUnitKinds,
  sessionResults,
  teamRoles,
} from '#shared/catalogue/code-lists.ts';
import type { RelatedRow } from '#shared/contract/desk-methods.ts';
import { formatDate } from '#shared/domain/date.ts';
import type { CodeEntry, Field, FieldValue } from '#shared/domain/field.ts';
import { findKind, storedKinds } from '#shared/domain/kinds.ts';
import { relatedWords } from '#shared/text/related-words.vi.ts';
import { unitNameOf } from '#engine/communes.ts';
import type { Handler, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { viewOf } from '#engine/record-view.ts';

const limit = 5000;

const asText = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');
const label = (entries: readonly CodeEntry[], value: FieldValue | undefined): string =>
  typeof value === 'string' ? labelOf(entries, value) : '';
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

const titleOf = ({ database }: QueryContext, kind: string, id: FieldValue | undefined): string => {
  const found = typeof id === 'string' ? findProjected(database, kind, id) : undefined;
  return found === undefined ? '' : viewOf(database, found).title;
};

type Described = { readonly title: string; readonly detail: string; readonly day: string | null };
/** `to` is the kind whose card it stands on: what is known there already is not said again. */
type Describe = (context: QueryContext, record: ProjectedRecord, to: string) => Described;

const day = (value: FieldValue | undefined): string | null => (typeof value === 'string' ? value : null);

const period = (from: FieldValue | undefined, to: FieldValue | undefined): string =>
  typeof to === 'string'
    ? relatedWords.until(formatDate(to))
    : typeof from === 'string'
      ? relatedWords.since(formatDate(from))
      : '';

const membership: Describe = (context, { values }, to) => {
  const team = typeof values.teamId === 'string' ? findProjected(context.database, 'team', values.teamId) : undefined;
  return {
    title: to === 'person' ? (team?.title ?? '') : titleOf(context, 'person', values.personId),
    detail: joined(
      to === 'person' ? '' : (team?.title ?? ''),
      unitNameOf(day(team?.values.communeId)),
      label(teamRoles, values.role),
      period(values.recognizedOn, values.ceasedOn),
    ),
    day: day(values.ceasedOn) ?? day(values.recognizedOn),
  };
};

const participant: Describe = (context, { id, values }) => {
  const sessionId = asText(values.sessionId);
  const session = findProjected(context.database, 'session', sessionId);
  const sittings = Number(session?.values.sittingCount ?? 0);
  const present = listParticipants(context.database, sessionId).find((row) => row.id === id)?.present.length ?? 0;
  return {
    title: session?.title ?? '',
    detail: joined(
      sittings > 0 ? relatedWords.sittings(present, sittings) : '',
      label(sessionResults, values.result),
      asText(values.certificateNumber),
    ),
    day: day(session?.values.startsOn),
  };
};

const describers: Readonly<Record<string, Describe>> = {
  membership,
  participant,
  person: (_, { title, values }) => ({
    title,
    detail: typeof values.birthDate === 'string' ? formatDate(values.birthDate) : '',
    day: null,
  }),
  team: (_, { title, values }) => ({ title, detail: unitNameOf(day(values.communeId)), day: day(values.establishedOn) }),
  trainer: (context, { values }, to) => ({
    title: to === 'person' ? label(officeTiers, values.pool) : titleOf(context, 'person', values.personId),
    detail: joined(
      to === 'person' ? '' : label(officeTiers, values.pool),
      asText(values.position),
      period(values.appointedOn, values.endedOn),
    ),
    day: day(values.appointedOn),
  }),
  nomination: (_, { values }) => ({
    title: joined(label(awardForms, values.form), String(values.year ?? '')),
    detail: joined(label(awardLevels, values.level), label(nominationStages, values.stage), asText(values.decisionNumber)),
    day: day(values.decidedOn),
  }),
  decision: (_, { title, values }) => ({ title, detail: label(decisionKinds, values.kind), day: day(values.decidedOn) }),
  'residential-unit': (_, { title, values }) => ({
    title,
    detail: joined(label(residentialUnitKinds, values.kind), unitNameOf(day(values.communeId))),
    day: day(values.validFrom),
  }),
  'session-speaker': (context, { values }) => {
    const session = findProjected(context.database, 'session', asText(values.sessionId));
    return { title: session?.title ?? '', detail: asText(values.topic), day: day(session?.values.startsOn) };
  },
};

/** Parts of a session open the session. */
const opensOf = ({ kind, id, values }: ProjectedRecord): RelatedRow['opens'] =>
  kind === 'participant' || kind === 'session-speaker' ? { kind: 'session', id: asText(values.sessionId) } : { kind, id };

const referring = (to: string): readonly (readonly [kind: string, field: string])[] =>
  storedKinds.flatMap(({ kind, fields }) =>
    Object.entries(fields as Readonly<Record<string, Field>>)
      .filter(([, field]) => field.to === to && describers[kind] !== undefined)
      .map(([field]) => [kind, field] as const),
  );

/** Records that refer to this one, kind by kind, newest day first. Fails with `usage-wrong` for an unknown kind. */
export const listRelated: Handler<'record.related'> = (context, { kind, id }) => {
  if (!findKind(kind)) throw failure('usage-wrong', { reason: kind });
  const rows = referring(kind).flatMap(([from, field]) =>
    listProjected(context.database, { kind: from, where: { [field]: id }, includeRemoved: false, limit, offset: 0 }).rows.map(
      (record): RelatedRow => ({
        kind: from,
        id: record.id,
        field,
        ...(describers[from] as Describe)(context, record, kind),
        opens: opensOf(record),
      }),
    ),
  );
  return { rows: rows.sort((a, b) => (b.day ?? '').localeCompare(a.day ?? '')) };
};
