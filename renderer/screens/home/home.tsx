import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Status } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { OfficeTable } from './office-table.tsx';

type Attention = {
  readonly key: string;
  readonly tone: 'warn' | 'bad' | 'plain';
  readonly text: ReactNode;
  readonly action: string;
  readonly address: string;
};

const week = 7 * 24 * 60 * 60 * 1000;

const backupAttention = ({ lastBackupAt }: Status): readonly Attention[] => {
  const base = { key: 'backup', tone: 'warn', action: words.home.backupAction, address: '/backup' } as const;
  if (lastBackupAt === null) return [{ ...base, text: words.home.noBackup }];
  return Date.now() - new Date(lastBackupAt).getTime() > week ? [{ ...base, text: words.home.oldBackup }] : [];
};

const listAttention = (status: Status, isProvince: boolean): readonly Attention[] => {
  const late = status.offices.filter((office) => office.late).length;
  return [
    ...(status.findingCount > 0
      ? [
          {
            key: 'findings',
            tone: 'bad',
            text: (
              <>
                <strong>{formatCount(status.findingCount)}</strong> {words.home.findings}
              </>
            ),
            action: words.home.findingsAction,
            address: '/findings',
          } as const,
        ]
      : []),
    ...(isProvince || status.enrolled
      ? []
      : [
          {
            key: 'enrol',
            tone: 'warn',
            text: words.home.notEnrolled,
            action: words.home.enrolAction,
            address: '/enrolment',
          } as const,
        ]),
    ...(!isProvince && status.enrolled && status.unsentChanges > 0
      ? [
          {
            key: 'unsent',
            tone: 'warn',
            text: (
              <>
                <strong>{formatCount(status.unsentChanges)}</strong> {words.home.unsent}
              </>
            ),
            action: words.home.unsentAction,
            address: '/export',
          } as const,
        ]
      : []),
    ...(late > 0
      ? [
          {
            key: 'late',
            tone: 'warn',
            text: (
              <>
                <strong>{late}</strong> {words.home.lateOffices}
              </>
            ),
            action: words.nav.inbox,
            address: '/inbox',
          } as const,
        ]
      : []),
    ...backupAttention(status),
  ];
};

const cards = [
  ['team', words.home.teams],
  ['membership', words.home.mediators],
  ['trainer', words.home.trainers],
  ['session', words.home.sessions],
] as const;

/** What needs attention, what the books hold and, at the province, who has sent. */
export const Home = () => {
  const [, go] = useLocation();
  const { office } = useSession();
  const { data: status } = useAnswer('status.get', {});
  if (status === undefined) return null;
  const isProvince = office.tier === 'province';
  const attention = listAttention(status, isProvince);
  const isEmpty = !isProvince && (status.counts.team ?? 0) === 0;
  return (
    <Page title={office.name}>
      <div className="stack">
        <section aria-label={words.home.attention} className="sheet padded">
          <strong>{words.home.attention}</strong>
          {attention.length === 0 ? <div className="muted">{words.home.nothing}</div> : null}
          {attention.map((one) => (
            <div key={one.key} className="row" style={{ marginTop: 8 }}>
              <span className={`badge ${one.tone}`}>!</span>
              <span>{one.text}</span>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  go(one.address);
                }}
              >
                {one.action}
              </Button>
            </div>
          ))}
        </section>
        {isEmpty ? (
          <div className="sheet">
            <Empty
              title={words.home.emptyTitle}
              text={words.home.emptyText}
              action={
                <Button
                  onClick={() => {
                    go('/teams/new');
                  }}
                >
                  {words.home.emptyAction}
                </Button>
              }
            />
          </div>
        ) : null}
        {isProvince || isEmpty ? null : (
          <div className="cards">
            {cards.map(([kind, label]) => (
              <div key={kind} className="sheet card">
                <div className="figure">{formatCount(status.counts[kind] ?? 0)}</div>
                <div className="muted">{label}</div>
              </div>
            ))}
          </div>
        )}
        {isProvince ? <OfficeTable offices={status.offices} /> : null}
      </div>
    </Page>
  );
};
