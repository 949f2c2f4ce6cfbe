import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LinkRow } from '#shared/contract/identity-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { usePagedRows } from '#renderer/components/paged-rows.ts';
import { Empty, Page } from '#renderer/components/page.tsx';
import { ask } from '#renderer/rpc/engine.ts';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { IdentityTabs } from './identity-tabs.tsx';
import { PersonCell } from './person-cell.tsx';

const text = words.duplicates;

const decisionOf = (row: LinkRow): string => (row.decision === 'same' ? text.link : text.separate);

const columns: readonly Column<LinkRow>[] = [
  { key: 'decision', title: text.decision, width: '170px', cell: decisionOf },
  { key: 'first', title: text.first, width: 'minmax(220px, 2fr)', cell: (row) => <PersonCell person={row.first} /> },
  { key: 'second', title: text.second, width: 'minmax(220px, 2fr)', cell: (row) => <PersonCell person={row.second} /> },
  { key: 'note', title: text.note, width: 'minmax(140px, 1fr)', cell: (row) => row.note ?? '' },
  { key: 'by', title: text.by, width: 'minmax(140px, 1fr)', cell: (row) => row.decidedBy },
  { key: 'at', title: text.at, width: '140px', cell: (row) => formatTime(row.decidedAt) },
];

/** What was decided on entries that looked like one person; each decision can be taken back. */
export const DecidedIdentities = () => {
  const { notify } = useSession();
  const [opened, setOpened] = useState<LinkRow | null>(null);
  const takeBack = useWork('identity.takeBack');
  const rows = usePagedRows<LinkRow>(['identity.list'], (limit, offset) => ask('identity.list', { limit, offset }));
  const close = (): void => {
    setOpened(null);
  };
  return (
    <Page title={text.decidedTitle} note={rows.isReady ? formatCount(rows.total) : ''} tabs={<IdentityTabs />}>
      {rows.isReady ? (
        <DataTable
          name="identities"
          autoFocus
          label={text.decidedTitle}
          columns={columns}
          total={rows.total}
          rowAt={rows.rowAt}
          onVisible={rows.onVisible}
          onOpen={setOpened}
          empty={<Empty title={text.noDecisions} />}
        />
      ) : null}
      {opened === null ? null : (
        <Dialog title={decisionOf(opened)} size="lg" onClose={close}>
          <div className="stack">
            <FailureNotice failure={takeBack.failure} />
            <p>
              <PersonCell person={opened.first} />
              <br />
              <PersonCell person={opened.second} />
            </p>
            {opened.note === null ? null : <p className="muted">{opened.note}</p>}
            <div className="row">
              {opened.own ? (
                <Button
                  data-autofocus
                  loading={takeBack.isRunning}
                  onClick={() => {
                    void takeBack.run({ id: opened.id }).then((reply) => {
                      if (!reply.ok) return;
                      notify(text.takenBack);
                      close();
                    });
                  }}
                >
                  {text.takeBack}
                </Button>
              ) : null}
              <Button variant="default" onClick={close}>
                {words.common.close}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </Page>
  );
};
