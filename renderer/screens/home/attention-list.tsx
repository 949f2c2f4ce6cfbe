import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Status } from '#shared/contract/workspace-methods.ts';
import { findLegalRule } from '#shared/domain/legal-rules.ts';
import { draftWords } from '#shared/text/draft-words.vi.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { addressOfDraft, kindOfDraft } from '#renderer/components/draft-address.ts';
import { formatTime } from '#renderer/components/format.ts';
import { wantDraft } from '#renderer/forms/wanted-draft.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { counted, useOverdue, type Attention } from './overdue-items.tsx';

type Draft = OutputOf<'draft.list'>[number];

const week = 7 * 24 * 60 * 60 * 1000;

const backupItems = ({ lastBackupAt }: Status): readonly Attention[] => {
  const base = { key: 'backup', action: words.home.backupAction, address: '/backup' };
  if (lastBackupAt === null) return [{ ...base, text: words.home.noBackup }];
  return Date.now() - new Date(lastBackupAt).getTime() > week ? [{ ...base, text: words.home.oldBackup }] : [];
};

/** The newest one at once; several are counted and stand in a list of their own. */
const draftItems = (drafts: readonly Draft[]): readonly Attention[] => {
  const known = drafts.flatMap((draft) => {
    const address = addressOfDraft(draft.form);
    return address === undefined ? [] : [{ ...draft, address }];
  });
  const [newest] = known;
  if (newest === undefined) return [];
  const { form, savedAt, title, address } = newest;
  const one = words.home.draftOf(kindLabel(kindOfDraft(form)), formatTime(savedAt));
  return [
    {
      key: `draft ${form}`,
      text: title === '' ? one : `${one}: ${title}`,
      action: words.home.draftAction,
      address,
      before: () => {
        wantDraft(form);
      },
    },
    ...(known.length === 1
      ? []
      : [{ key: 'drafts', text: counted(known.length, draftWords.count), action: draftWords.all, address: '/drafts' }]),
  ];
};

const waitingItems = (conflicts: number, proposals: number): readonly Attention[] => {
  const base = { isBad: true, action: words.decide.decide, address: '/to-decide' };
  return [
    ...(conflicts === 0 ? [] : [{ ...base, key: 'conflicts', text: counted(conflicts, words.decide.homeConflicts) }]),
    ...(proposals === 0 ? [] : [{ ...base, key: 'proposals', text: counted(proposals, words.decide.homeProposals) }]),
  ];
};

const upgradeItems = ({ readableNowCount }: Status): readonly Attention[] =>
  readableNowCount === 0
    ? []
    : [
        {
          key: 'readable',
          text: counted(readableNowCount, words.decide.homeReadable),
          action: words.nav.inbox,
          address: '/inbox',
        },
      ];

const forkItems = (count: number): readonly Attention[] =>
  count === 0
    ? []
    : [{ key: 'forks', isBad: true, text: counted(count, words.fork.home), action: words.fork.guide, address: '/inbox' }];

/** Against trainers in office, as their list counts them. */
const poolItems = (count: number, tier: 'province' | 'district', asOf: string): readonly Attention[] => {
  const least = findLegalRule(tier === 'province' ? 'province-pool' : 'district-pool-minimum', asOf)?.value ?? 0;
  const missing = least - count;
  if (missing <= 0) return [];
  return [{ key: 'pool', text: words.decide.homePool(missing), action: words.decide.homePoolAction, address: '/trainers' }];
};

const exchangeItems = (status: Status, isProvince: boolean): readonly Attention[] => {
  const late = status.offices.filter((office) => office.late).length;
  if (isProvince)
    return late === 0
      ? []
      : [{ key: 'late', text: counted(late, words.home.lateOffices), action: words.nav.inbox, address: '/inbox' }];
  const restored: readonly Attention[] =
    status.restoredAt === null || !status.enrolled
      ? []
      : [{ key: 'restored', isBad: true, text: words.fork.restoredHome, action: words.home.unsentAction, address: '/export' }];
  if (!status.enrolled)
    return [{ key: 'enrol', text: words.home.notEnrolled, action: words.home.enrolAction, address: '/enrolment' }];
  if (status.unsentChanges === 0) return restored;
  return [
    ...restored,
    {
      key: 'unsent',
      text: counted(status.unsentChanges, words.home.unsent),
      action: words.home.unsentAction,
      address: '/export',
    },
  ];
};

/** What somebody should do, the gravest first; each with the way to do it. */
export const AttentionList = ({ status }: { readonly status: Status }) => {
  const [, go] = useLocation();
  const { office } = useSession();
  const drafts = useAnswer('draft.list', {});
  const conflicts = useAnswer('conflict.list', {});
  const proposals = useAnswer('proposal.list', { openOnly: true });
  const forks = useAnswer('fork.list', {});
  const trainers = useAnswer('trainer.list', { officeId: office.id, limit: 1 }).data?.total;
  const overdue = useOverdue(status);
  const items: readonly Attention[] = [
    ...(status.findingCount === 0
      ? []
      : [
          {
            key: 'findings',
            isBad: true,
            text: counted(status.findingCount, words.home.findings),
            action: words.home.findingsAction,
            address: '/findings',
          },
        ]),
    ...forkItems(forks.data?.filter((one) => !one.settled).length ?? 0),
    ...waitingItems(
      conflicts.data?.filter((one) => one.decidable).length ?? 0,
      proposals.data?.filter((one) => one.answerable).length ?? 0,
    ),
    ...upgradeItems(status),
    ...(trainers === undefined ? [] : poolItems(trainers, office.tier, office.asOf)),
    ...overdue,
    ...draftItems(drafts.data ?? []),
    ...exchangeItems(status, office.tier === 'province'),
    ...backupItems(status),
  ];
  return (
    <section aria-label={words.home.attention} className="sheet">
      <div className="sheet-head">
        <h2>{words.home.attention}</h2>
      </div>
      <ul className="attention">
        {items.length === 0 ? <li className="muted">{words.home.nothing}</li> : null}
        {items.map((item) => (
          <li key={item.key}>
            <span className={item.isBad === true ? 'mark bad' : 'mark'} aria-hidden="true">
              !
            </span>
            <span>{item.text}</span>
            <span className="right">
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  item.before?.();
                  go(item.address);
                }}
              >
                {item.action}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
