import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { ForkAlarms } from './fork-alarms.tsx';
import { ImportList } from './import-list.tsx';
import { InboxLog } from './inbox-log.tsx';
import { MissingFiles } from './missing-files.tsx';
import { SetAsideList } from './set-aside-list.tsx';

const views = ['imports', 'waiting', 'aside', 'missing', 'log'] as const;
type View = (typeof views)[number];

const viewLabel = (view: View): string => (view === 'missing' ? attachmentWords.missing.tab : words.inbox.views[view]);

/** What has come in so far: imports, files that wait for somebody, fields that stand aside, everything. */
export const InboxOverview = () => {
  const [view, setView] = useState<View>('imports');
  const { data: entries } = useAnswer('inbox.list', {});
  const { data: imports } = useAnswer('imports.list', {});
  const { data: aside } = useAnswer('setAside.list', {});
  const { data: missing } = useAnswer('attachment.missing', {});
  if (entries === undefined || imports === undefined || aside === undefined || missing === undefined) return null;
  const waiting = entries.filter((entry) => entry.waiting);
  const counts: Readonly<Record<View, number>> = {
    imports: imports.length,
    waiting: waiting.length,
    aside: aside.length,
    missing: missing.length,
    log: entries.length,
  };
  if (entries.length === 0) return <InboxLog entries={entries} isWaiting={false} />;
  return (
    <>
      <ForkAlarms />
      <div className="row">
        <SegmentedControl
          size="xs"
          aria-label={words.inbox.viewsLabel}
          value={view}
          onChange={(value) => {
            setView(views.find((one) => one === value) ?? 'imports');
          }}
          data={views
            .filter((one) => one !== 'missing' || missing.length > 0)
            .map((one) => ({ value: one, label: `${viewLabel(one)} (${formatCount(counts[one])})` }))}
        />
      </div>
      {view === 'imports' ? <ImportList imports={imports} /> : null}
      {view === 'waiting' ? <InboxLog key="waiting" entries={waiting} isWaiting /> : null}
      {view === 'log' ? <InboxLog key="log" entries={entries} isWaiting={false} /> : null}
      {view === 'missing' ? <MissingFiles rows={missing} /> : null}
      {view === 'aside' ? <SetAsideList rows={aside} /> : null}
    </>
  );
};
