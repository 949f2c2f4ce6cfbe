import { findProjected, listProjected, projectedColumns } from '#db/queries/projection.ts';
import { listMediators as findMediators, mediatorColumns } from '#db/queries/mediator.ts';
import { labelOf } from '#shared/catalogue/code-lists.ts';
import type { provenanceMethods } from '#shared/contract/provenance-methods.ts';
import type { recordMethods } from '#shared/contract/record-methods.ts';
import type { RecordView } from '#shared/contract/views.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { storedKindOf } from '#shared/domain/record.ts';
import { arrangementOf, groupsOf } from '#engine/arrange.ts';
import type { CommandContext, Handler, HandlersOf, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { listProvenance, revealProvenance } from '#engine/provenance.ts';
import { answerFinding, runCheck, takeBackAnswer } from './check.ts';
import { listHistory } from './history.ts';
import { getMediator, listMediators } from './mediators.ts';
import { putRecords } from './put.ts';
import { previewRevert, revertRecord } from './revert.ts';
import { getTeam, listTeams } from './teams.ts';
import { getView, viewOf } from '#engine/record-view.ts';

/** Person and membership as one record; its id is the membership's. */
const mediatorView = ({ database }: Pick<QueryContext, 'database'>, id: string): RecordView => {
  const membership = getView(database, 'membership', id);
  const person = findProjected(database, 'person', String(membership.values.personId ?? ''));
  return {
    ...membership,
    kind: 'mediator',
    conflictFields: [...membership.conflictFields, ...(person?.conflictFields ?? [])],
    values: { ...(person?.values as RecordView['values'] | undefined), ...membership.values },
  };
};

const listMediatorViews = (
  context: QueryContext,
  input: Parameters<Handler<'record.list'>>[1],
): ReturnType<Handler<'record.list'>> => {
  const arrangement = arrangementOf(mediatorColumns, input);
  const { rows } = findMediators(context.database, {
    arrangement: { ...arrangement, groupBy: undefined },
    find: input.find,
    officeId: input.officeId,
    includeCeased: true,
    limit: 1_000_000,
    offset: 0,
  });
  const views = rows
    .map((row) => mediatorView(context, row.membershipId))
    .filter((view) => Object.entries(input.where).every(([field, value]) => String(view.values[field] ?? '') === value));
  return { total: views.length, groups: [], rows: views.slice(input.offset, input.offset + input.limit) };
};

const listRecords: Handler<'record.list'> = (context, input) => {
  if (input.kind === 'mediator') return listMediatorViews(context, input);
  if (!findKind(input.kind)) throw failure('usage-wrong', { reason: input.kind });
  const arrangement = arrangementOf(projectedColumns(input.kind), input);
  const { total, rows, groups } = listProjected(context.database, { ...input, arrangement });
  const field = findKind(input.kind)?.fields[input.groupBy ?? ''];
  return {
    total,
    groups: groupsOf(groups).map((group) =>
      field?.codes && group.key !== null ? { ...group, label: labelOf(field.codes, group.key) } : group,
    ),
    rows: rows.map((row) => viewOf(context.database, row)),
  };
};

const knownKindOf = (kind: string): string => {
  if (kind !== 'mediator' && !findKind(kind)) throw failure('usage-wrong', { reason: kind });
  return storedKindOf(kind);
};

const viewAfter = (context: CommandContext, kind: string, id: string): RecordView =>
  kind === 'mediator' ? mediatorView(context, id) : getView(context.database, kind, id);

export const recordHandlers: HandlersOf<keyof typeof recordMethods | keyof typeof provenanceMethods> = {
  'record.provenance': (context, asked) => listProvenance(context, asked),
  'record.revealProvenance': revealProvenance,
  'record.put': putRecords,
  'record.list': listRecords,
  'record.get': (context, { kind, id }) =>
    kind === 'mediator' ? mediatorView(context, id) : getView(context.database, knownKindOf(kind), id),
  'record.history': (context, { kind, id }) => listHistory(context, { kind: knownKindOf(kind), id }),
  'record.remove': (context, { kind, id, reason }) => {
    context.records.remove({ kind: knownKindOf(kind), id, reason });
    return viewAfter(context, kind, id);
  },
  'record.restore': (context, { kind, id, reason }) => {
    context.records.restore({ kind: knownKindOf(kind), id, reason });
    return viewAfter(context, kind, id);
  },
  'record.previewRevert': (context, input) => previewRevert(context, { ...input, kind: knownKindOf(input.kind) }),
  'record.revert': (context, input) => revertRecord(context, { ...input, kind: knownKindOf(input.kind) }),
  'check.run': runCheck,
  'check.answer': answerFinding,
  'check.takeBackAnswer': takeBackAnswer,
  'team.list': listTeams,
  'team.get': getTeam,
  'mediator.list': listMediators,
  'mediator.get': getMediator,
};
