import { writeAuditEntry } from '#db/queries/audit.ts';
import { listChangesOf, type LoggedChange } from '#db/queries/change-log.ts';
import { findProjected } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import type { ProvenanceCard, ValueVersion } from '#shared/contract/provenance-methods.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { installationOf } from '#shared/exchange/dot.ts';
import { winningHead, winningValues } from '#shared/exchange/heads.ts';
import { removedField, type Head, type HeadValue, type RecordState } from '#shared/exchange/state.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { provenanceWords } from '#shared/text/provenance-words.vi.ts';
import type { CommandContext, QueryContext } from './context.ts';
import { failure } from './failure.ts';
import { officeNamer } from './office-name.ts';
import { trailOf, type Trail } from './provenance-trail.ts';
import { viewOf } from './record-view.ts';
import { valueText } from './value-text.ts';

export type ProvenanceInput = { readonly kind: string; readonly id: string; readonly field?: string | undefined };

type Facts = {
  readonly context: QueryContext;
  readonly officeId: string;
  readonly state: RecordState;
  readonly changes: readonly LoggedChange[];
  readonly trail: Trail;
  readonly nameOf: (officeId: string) => string;
  readonly isRevealed: boolean;
};

const versionOf = (
  { context, officeId, state, trail, nameOf, isRevealed }: Facts,
  field: string,
  replica: string,
  n: number,
  value: HeadValue,
  change: LoggedChange | undefined,
): ValueVersion => {
  const isErased = change?.entry.fields[field]?.erased === true;
  return {
    replica,
    installId: installationOf(replica),
    n,
    text: isErased ? provenanceWords.erased : valueText(context.database, state.kind, field, value, isRevealed),
    isErased,
    at: change?.entry.at ?? null,
    authorName: change?.entry.author.name ?? null,
    officeId: change?.officeId ?? officeId,
    officeName: nameOf(change?.officeId ?? officeId),
    reason: change?.entry.reason ?? null,
    carrier: trail.carrierOf([replica, n]),
    confirmation: trail.confirmationOf([replica, n]),
  };
};

/** Changes that a head came to replace, itself left out: followed from change to change. */
const replacedBy = (changes: readonly LoggedChange[], heads: readonly Head[], field: string): readonly LoggedChange[] => {
  const byDot = new Map(changes.map((change) => [`${change.replica} ${change.n}`, change]));
  const seen = new Set(heads.map(([replica, n]) => `${replica} ${n}`));
  const found: LoggedChange[] = [];
  const waiting = [...seen];
  for (let dot = waiting.pop(); dot !== undefined; dot = waiting.pop())
    for (const [replica, n] of byDot.get(dot)?.entry.fields[field]?.replaces ?? []) {
      const before = `${replica} ${n}`;
      if (seen.has(before)) continue;
      seen.add(before);
      waiting.push(before);
      const change = byDot.get(before);
      if (change) found.push(change);
    }
  return found.sort((a, b) => b.n - a.n || (a.replica < b.replica ? 1 : -1));
};

const cardOf = (facts: Facts, title: string, field: string): ProvenanceCard => {
  const { officeId, state, changes, nameOf, isRevealed } = facts;
  const heads = state.fields[field] ?? [];
  const winner = winningHead(heads);
  const changeOf = ([replica, n]: Head): LoggedChange | undefined =>
    changes.find((change) => change.replica === replica && change.n === n);
  const ofHead = (head: Head): ValueVersion => versionOf(facts, field, head[0], head[1], head[2], changeOf(head));
  return {
    kind: state.kind,
    id: state.id,
    title,
    officeId,
    officeName: nameOf(officeId),
    field,
    isMasked: findKind(state.kind)?.fields[field]?.privacy === 'masked' && !isRevealed,
    current: winner === undefined ? null : ofHead(winner),
    beside: heads.filter((head) => head !== winner).map(ofHead),
    earlier: replacedBy(changes, heads, field).map((change) =>
      versionOf(facts, field, change.replica, change.n, change.entry.fields[field]?.value ?? null, change),
    ),
  };
};

/** Fields of a record in the order of its kind, unknown ones after them, the removal last. */
const fieldsOf = ({ kind, fields }: RecordState): readonly string[] => {
  const described = Object.keys(findKind(kind)?.fields ?? {});
  const others = Object.keys(fields).filter((name) => !described.includes(name) && name !== removedField);
  return [...described.filter((name) => name in fields), ...others, ...(removedField in fields ? [removedField] : [])];
};

const titleOf = ({ database }: QueryContext, kind: string, id: string): string => {
  const found = findProjected(database, kind, id);
  return found === undefined ? kindLabel(kind) : viewOf(database, found).title;
};

/** Person and membership stand behind a mediator; a field belongs to one of them. */
const recordsBehind = ({ database }: QueryContext, { kind, id, field }: ProvenanceInput): readonly ProvenanceInput[] => {
  if (kind !== 'mediator') return [{ kind, id, field }];
  const membership = findRecord(database, 'membership', id);
  if (!membership) throw failure('record-not-found', { kind });
  const personId = winningValues(membership.state).personId;
  const person = typeof personId === 'string' ? [{ kind: 'person', id: personId, field }] : [];
  const both = [{ kind: 'membership', id, field }, ...person];
  return field === undefined ? both : both.filter((one) => findKind(one.kind)?.fields[field] !== undefined).slice(0, 1);
};

const ofRecord = (
  context: QueryContext,
  { kind, id, field }: ProvenanceInput,
  isRevealed: boolean,
): readonly ProvenanceCard[] => {
  const stored = findRecord(context.database, kind, id);
  if (!stored) throw failure('record-not-found', { kind });
  const { state, officeId } = stored;
  const isKnown = field === undefined || field in state.fields || findKind(kind)?.fields[field] !== undefined;
  if (!isKnown) throw failure('usage-wrong', { reason: `${kind} ${field}` });
  const facts: Facts = {
    context,
    officeId,
    state,
    changes: listChangesOf(context.database, kind, id),
    trail: trailOf(context, officeId),
    nameOf: officeNamer(context),
    isRevealed,
  };
  const title = titleOf(context, kind, id);
  return (field === undefined ? fieldsOf(state) : [field]).map((name) => cardOf(facts, title, name));
};

/** Where the values of a record come from. Fails with `record-not-found`, `usage-wrong` for a field that the kind does not have. */
export const listProvenance = (context: QueryContext, asked: ProvenanceInput, isRevealed = false): ProvenanceCard[] => {
  const records = recordsBehind(context, asked);
  if (records.length === 0) throw failure('usage-wrong', { reason: `${asked.kind} ${asked.field ?? ''}` });
  return records.flatMap((one) => ofRecord(context, one, isRevealed));
};

/** The same with whole numbers of people; the reason is written down first. */
export const revealProvenance = (
  context: CommandContext,
  { reason, ...asked }: ProvenanceInput & { readonly reason: string },
): ProvenanceCard[] => {
  const cards = listProvenance(context, asked, true);
  writeAuditEntry(context.database, {
    at: context.clock.now().toISOString(),
    userId: context.actor.id,
    action: 'person-revealed',
    subject: `${asked.kind}/${asked.id}`,
    reason,
  });
  return cards;
};
