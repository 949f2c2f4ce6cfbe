import type { ReactNode } from 'react';
import type { Status } from '#shared/contract/workspace-methods.ts';
import { yearOf } from '#shared/domain/date.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { formatTime } from '#renderer/components/format.ts';
import { keep } from '#renderer/components/kept-state.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

export type Attention = {
  readonly key: string;
  readonly isBad?: boolean;
  readonly text: ReactNode;
  readonly action: string;
  readonly address: string;
  /** Sets up the list that the address leads to. */
  readonly before?: () => void;
};

export const counted = (count: number, text: string): ReactNode => (
  <>
    <strong>{formatCount(count)}</strong> {text}
  </>
);

const receiptItems = ({ receiptOverdue, lastPackage }: Status): readonly Attention[] => {
  if (!receiptOverdue || lastPackage === null) return [];
  const { seq, createdAt } = lastPackage;
  const text = words.home.noReceipt(seq, formatTime(createdAt));
  return [{ key: 'receipt', text, action: words.home.noReceiptAction, address: '/receipts' }];
};

/** What a district is behind with: sessions over without a result, mediators not trained in the year of the books, packages without a receipt. */
export const useOverdue = (status: Status): readonly Attention[] => {
  const { office } = useSession();
  const enabled = office.tier === 'district';
  const year = yearOf(office.asOf);
  const sessions = useAnswer('session.list', { overdue: true, officeId: office.id, limit: 1 }, { enabled }).data?.total ?? 0;
  const coverage = useAnswer('coverage.get', { year, officeId: office.id }, { enabled }).data;
  const untrained = coverage === undefined ? 0 : coverage.mediatorCount - coverage.trainedCount;
  return [
    ...(sessions === 0
      ? []
      : [
          {
            key: 'sessions',
            isBad: true,
            text: counted(sessions, words.home.overdueSessions),
            action: words.home.overdueSessionsAction,
            address: '/sessions',
            before: () => {
              keep('sessions overdue', true);
            },
          },
        ]),
    ...(untrained === 0
      ? []
      : [
          {
            key: 'untrained',
            text: counted(untrained, words.home.untrained(year)),
            action: words.home.untrainedAction,
            address: '/sessions/coverage',
          },
        ]),
    ...receiptItems(status),
  ];
};
