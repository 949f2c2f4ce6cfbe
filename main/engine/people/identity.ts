import { listIdentityLinks, type IdentityLinkRow } from '#db/queries/identity.ts';
import { listChangesOf } from '#db/queries/change-log.ts';
import { findProjected } from '#db/queries/projection.ts';
import { findRecord } from '#db/queries/record.ts';
import type { LinkRow } from '#shared/contract/identity-methods.ts';
import { removalOf } from '#shared/exchange/heads.ts';
import { matchingWords } from '#shared/text/matching-sentences.vi.ts';
import type { CommandContext, Handler, QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';
import { linkIdOf } from '#engine/identity-decisions.ts';
import { officeNamer } from '#engine/office-name.ts';
import { cardsOf } from './person-cards.ts';

const kind = 'identity-link';

const checkPeople = ({ database }: CommandContext, ids: readonly string[]): void => {
  if (new Set(ids).size < ids.length) throw failure('identity-with-itself');
  for (const id of ids) {
    const person = findProjected(database, 'person', id);
    if (person === undefined || person.removed) throw failure('record-not-found', { kind: 'person' });
  }
};

/** Writes the decision as a record of this office; a decision that was taken back before comes into force again. */
const decide =
  (decision: 'same' | 'different'): Handler<'identity.link'> =>
  (context, { firstId, secondId, note }) => {
    const pair = [firstId, secondId].sort() as [string, string];
    checkPeople(context, pair);
    const id = linkIdOf(context.identity.officeId, ...pair);
    const stored = findRecord(context.database, kind, id);
    if (stored && removalOf(stored.state)) context.records.restore({ kind, id });
    const values = { firstId: pair[0], secondId: pair[1], decision, note: note ?? null };
    return { id, changed: context.records.write({ kind, id, values }) !== null };
  };

export const linkPeople = decide('same');
export const separatePeople = decide('different');

export const takeBack: Handler<'identity.takeBack'> = ({ records }, { id, reason }) => {
  records.remove({ kind, id, reason: reason ?? matchingWords.takenBack });
  return { id, changed: true };
};

const rowOf = (
  context: QueryContext,
  link: IdentityLinkRow,
  card: ReturnType<typeof cardsOf>,
  nameOf: (officeId: string) => string,
): LinkRow => {
  const change = listChangesOf(context.database, kind, link.id)[0];
  return {
    id: link.id,
    officeId: link.officeId,
    officeName: nameOf(link.officeId),
    decision: link.decision === 'same' ? 'same' : 'different',
    note: link.note,
    first: card(link.firstId) ?? null,
    second: card(link.secondId) ?? null,
    decidedBy: change?.entry.author.name ?? '',
    decidedAt: change?.entry.at ?? '',
    own: link.officeId === context.identity.officeId,
  };
};

/** Decisions in force. At the province also what districts decided on their own people. */
export const listLinks: Handler<'identity.list'> = (context, input) => {
  const chosen = listIdentityLinks(context.database).filter(
    (link) =>
      (input.decision === undefined || link.decision === input.decision) &&
      (input.officeId === undefined || link.officeId === input.officeId) &&
      (input.personId === undefined || link.firstId === input.personId || link.secondId === input.personId),
  );
  const card = cardsOf(
    context,
    chosen.flatMap(({ firstId, secondId }) => [firstId, secondId]),
  );
  const nameOf = officeNamer(context);
  const rows = chosen
    .map((link) => rowOf(context, link, card, nameOf))
    .sort((a, b) => b.decidedAt.localeCompare(a.decidedAt) || a.id.localeCompare(b.id));
  return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) };
};
