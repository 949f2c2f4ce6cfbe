import { listSetAside } from '#db/queries/context.ts';
import type { Handler } from '#engine/context.ts';
import { currentTrustList } from '#engine/trust.ts';
import { setAsideReasons, type SetAsideReason } from '#shared/contract/set-aside.ts';
import { findTrustedOffice } from '#shared/exchange/trust-list.ts';
import { setAsideSentences } from '#shared/text/inbox-words.vi.ts';
import { recordTitle } from './merge-result.ts';

const reasonOf = (stored: string | null): SetAsideReason => setAsideReasons.find((one) => one === stored) ?? 'by-sender';

/** Everything that stands aside, by office and record. */
export const listSetAsideFields: Handler<'setAside.list'> = (context, { officeId }) => {
  const { database, identity } = context;
  const list = currentTrustList(database);
  const offices = officeId === undefined ? (list?.offices.map((one) => one.officeId) ?? [identity.officeId]) : [officeId];
  return offices.flatMap((office) =>
    listSetAside(database, office).map(({ kind, id, field, reason }) => ({
      office,
      officeName: (list && findTrustedOffice(list, office)?.name) ?? '',
      kind,
      id,
      title: recordTitle(context, kind, id),
      field,
      reason: reasonOf(reason),
      message: setAsideSentences[reasonOf(reason)],
    })),
  );
};
