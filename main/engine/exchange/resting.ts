import type { ReadableDatabase } from '#db/open.ts';
import { listProposals } from '#db/queries/proposal.ts';
import { iterateLinkLines, iterateStateLines } from '#db/queries/record.ts';
import type { QueryContext } from '#engine/context.ts';
import { proposalState } from '#engine/proposals.ts';
import { removalOf, winningValues } from '#shared/exchange/heads.ts';
import type { RecordState } from '#shared/exchange/state.ts';
import { recordTitle } from './merge-result.ts';

export type StatesByKey = ReadonlyMap<string, string>;

/** Every record of an office as stored, by `kind/id`. */
export const statesOf = (database: ReadableDatabase, officeId: string): StatesByKey =>
  new Map([...iterateStateLines(database, officeId)].map(({ kind, id, state }) => [`${kind}/${id}`, state]));

/** Records that are gone and records that are different now. */
export const vanishedSince = (
  before: StatesByKey,
  after: StatesByKey,
): { readonly removed: ReadonlySet<string>; readonly changed: ReadonlySet<string> } => ({
  removed: new Set([...before.keys()].filter((key) => !after.has(key))),
  changed: new Set([...before].flatMap(([key, state]) => (after.has(key) && after.get(key) !== state ? [key] : []))),
});

export type RestingDecision = {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** Records it is about, as `kind/id`. */
  readonly restsOn: readonly string[];
};

const linkedPeople = (state: string): readonly string[] => {
  const record = JSON.parse(state) as RecordState;
  if (removalOf(record)) return [];
  const { firstId, secondId } = winningValues(record);
  return [firstId, secondId].filter((id) => typeof id === 'string');
};

/** What was decided here about records of an office: who is one person, and proposals that wait for its answer. */
export const listDecisionsOn = (context: QueryContext, officeId: string): readonly RestingDecision[] => {
  const { database, identity } = context;
  const links = [...iterateLinkLines(database, identity.officeId)].map(({ kind, id, state }) => {
    const people = linkedPeople(state);
    return {
      kind,
      id,
      title: people.map((personId) => recordTitle(context, 'person', personId)).join(' – '),
      restsOn: people.map((personId) => `person/${personId}`),
    };
  });
  const proposals = listProposals(database, officeId)
    .filter((one) => proposalState(database, one) === 'open')
    .map(({ id, kind, recordId }) => ({
      kind: 'proposal',
      id,
      title: recordTitle(context, kind, recordId),
      restsOn: [`${kind}/${recordId}`],
    }));
  return [...links, ...proposals];
};
