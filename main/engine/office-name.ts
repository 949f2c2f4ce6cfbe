import type { QueryContext } from './context.ts';
import { currentTrustList } from './trust.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';

/** Finds names of offices: the own one from the workspace, others from the trust list; the id where there is none. */
export const officeNamer = ({
  database,
  identity,
}: Pick<QueryContext, 'database' | 'identity'>): ((officeId: string) => string) => {
  const list = currentTrustList(database);
  return (officeId) =>
    officeId === identity.officeId ? identity.officeName : ((list && findTrustedOffice(list, officeId)?.name) ?? officeId);
};
