import { listMediators } from '#db/queries/mediator.ts';
import { listProjected } from '#db/queries/projection.ts';
import type { ParsedInputOf } from '#shared/contract/contract.ts';
import { findKind, membershipFieldNames } from '#shared/domain/kinds.ts';
import { communeIdsOf } from '#engine/communes.ts';
import type { QueryContext } from '#engine/context.ts';
import { failure } from '#engine/failure.ts';

type Input = Pick<ParsedInputOf<'bulk.preview'>, 'kind' | 'select'>;
type Filter = Extract<Input['select'], { readonly filter: unknown }>['filter'];

const noLimit = { limit: 1_000_000, offset: 0 };

const idsOfKind = (context: QueryContext, kind: string, { find, where }: Filter): readonly string[] =>
  listProjected(context.database, {
    kind,
    find,
    where,
    officeId: context.identity.officeId,
    includeRemoved: false,
    ...noLimit,
  }).rows.map(({ id }) => id);

const partOf = (where: Filter['where'], isIn: (name: string) => boolean): Filter['where'] =>
  Object.fromEntries(Object.entries(where).filter(([name]) => isIn(name)));

/** Mediators in office by fields of person and membership; those who have ceased only where `ceasedOn` is asked for. */
const mediatorIds = (context: QueryContext, { find, where, communeId }: Filter): readonly string[] => {
  const ofMembership = (name: string): boolean => name === 'id' || membershipFieldNames.includes(name);
  const memberships = new Set(idsOfKind(context, 'membership', { where: partOf(where, ofMembership) }));
  const personWhere = partOf(where, (name) => !ofMembership(name));
  const people =
    Object.keys(personWhere).length === 0 ? undefined : new Set(idsOfKind(context, 'person', { where: personWhere }));
  return listMediators(context.database, {
    find,
    officeId: context.identity.officeId,
    communeIds: communeId === undefined ? undefined : communeIdsOf(context, communeId),
    includeCeased: Object.hasOwn(where, 'ceasedOn'),
    ...noLimit,
  })
    .rows.filter((row) => memberships.has(row.membershipId) && (people === undefined || people.has(row.personId)))
    .map((row) => row.membershipId);
};

/** Ids of the chosen records, each once, in the order of the list. Fails with `usage-wrong` for an unknown kind. */
export const selectIds = (context: QueryContext, { kind, select }: Input): readonly string[] => {
  if (kind !== 'mediator' && !findKind(kind)) throw failure('usage-wrong', { reason: kind });
  if ('ids' in select) return [...new Set(select.ids)];
  return kind === 'mediator' ? mediatorIds(context, select.filter) : idsOfKind(context, kind, select.filter);
};
