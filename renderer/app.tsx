import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';
import { Frame } from './frame.tsx';
import { call } from './rpc/engine.ts';
import { Enrolment } from './screens/exchange/enrolment.tsx';
import { ExportPackage } from './screens/exchange/export-package.tsx';
import { Inbox } from './screens/exchange/inbox.tsx';
import { Receipts } from './screens/exchange/receipts.tsx';
import { TrustListScreen } from './screens/exchange/trust-list.tsx';
import { Home } from './screens/home/home.tsx';
import { MediatorForm } from './screens/mediators/mediator-form.tsx';
import { MediatorList } from './screens/mediators/mediator-list.tsx';
import { Backup } from './screens/office/backup.tsx';
import { Help } from './screens/office/help.tsx';
import { Settings } from './screens/office/settings.tsx';
import { Findings } from './screens/reports/findings.tsx';
import { Roster } from './screens/reports/roster.tsx';
import { Start } from './screens/start/start.tsx';
import { TeamForm } from './screens/teams/team-form.tsx';
import { TeamList } from './screens/teams/team-list.tsx';
import { SessionProvider, type Session } from './session.tsx';

const Screens = () => (
  <Switch>
    <Route path="/teams" component={TeamList} />
    <Route path="/teams/new">{() => <TeamForm id={undefined} />}</Route>
    <Route path="/teams/:id">{({ id }) => <TeamForm id={id} />}</Route>
    <Route path="/mediators" component={MediatorList} />
    <Route path="/mediators/new">{() => <MediatorForm />}</Route>
    <Route path="/mediators/new/:teamId">{({ teamId }) => <MediatorForm teamId={teamId} />}</Route>
    <Route path="/mediators/:id">{({ id }) => <MediatorForm id={id} />}</Route>
    <Route path="/findings" component={Findings} />
    <Route path="/roster" component={Roster} />
    <Route path="/export" component={ExportPackage} />
    <Route path="/receipts" component={Receipts} />
    <Route path="/inbox" component={Inbox} />
    <Route path="/enrolment" component={Enrolment} />
    <Route path="/trust" component={TrustListScreen} />
    <Route path="/backup" component={Backup} />
    <Route path="/settings" component={Settings} />
    <Route path="/help" component={Help} />
    <Route component={Home} />
  </Switch>
);

const noticeTime = 4000;

const useNotice = (): readonly [text: string | null, notify: (text: string) => void] => {
  const [text, setText] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const notify = useCallback((next: string) => {
    clearTimeout(timer.current);
    setText(next);
    timer.current = setTimeout(() => {
      setText(null);
    }, noticeTime);
  }, []);
  return [text, notify];
};

const Opened = ({
  summary,
  setSummary,
}: {
  readonly summary: WorkspaceSummary;
  readonly setSummary: (summary: WorkspaceSummary) => void;
}) => {
  const [notice, notify] = useNotice();
  const client = useQueryClient();
  const session = useMemo<Session | null>(() => {
    const { office } = summary;
    if (office === null) return null;
    return {
      summary,
      office,
      notify,
      lock: () => {
        void call('workspace.lock', {}).then((reply) => {
          client.clear();
          if (reply.ok) setSummary(reply.value);
        });
      },
      refresh: async () => {
        const reply = await call('workspace.summary', {});
        if (reply.ok) setSummary(reply.value);
      },
    };
  }, [summary, notify, setSummary, client]);
  if (session === null) return null;
  return (
    <SessionProvider value={session}>
      <Router hook={useHashLocation}>
        <Frame>
          <Screens />
        </Frame>
      </Router>
      {notice === null ? null : (
        <div className="toast" role="status">
          {notice}
        </div>
      )}
    </SessionProvider>
  );
};

/** Locked or open: the start screens or the frame with its screens. */
export const App = () => {
  const [summary, setSummary] = useState<WorkspaceSummary | null>(null);
  useEffect(() => {
    void window.desktop.settings().then(async ({ lastWorkspace }) => {
      const reply =
        lastWorkspace === null ? await call('workspace.summary', {}) : await call('workspace.choose', { folder: lastWorkspace });
      if (reply.ok) setSummary(reply.value);
    });
  }, []);
  const open = (opened: WorkspaceSummary): void => {
    if (opened.folder !== null) void window.desktop.rememberWorkspace(opened.folder);
    window.location.hash = '/';
    setSummary(opened);
  };
  if (summary === null) return null;
  return summary.state === 'open' ? (
    <Opened summary={summary} setSummary={setSummary} />
  ) : (
    <Start summary={summary} onOpen={open} onChoose={setSummary} />
  );
};
