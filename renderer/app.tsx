import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Failure } from '#shared/contract/failure.ts';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';
import { forgetKept } from './components/kept-state.ts';
import { tellLook } from './components/look.ts';
import { rememberFor } from './components/stored-state.ts';
import { QuickAddProvider } from './forms/quick-add-context.ts';
import { QuickAdd } from './forms/quick-add.tsx';
import { Frame } from './frame.tsx';
import { call, onWorkspaceLost } from './rpc/engine.ts';
import { Screens } from './screens.tsx';
import { Start } from './screens/start/start.tsx';
import { ProvenanceHost } from './provenance/provenance-host.tsx';
import { SessionProvider, type Session } from './session.tsx';

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

type OpenedProps = { readonly summary: WorkspaceSummary; readonly setSummary: (summary: WorkspaceSummary) => void };

const Opened = ({ summary, setSummary }: OpenedProps) => {
  const [notice, notify] = useNotice();
  const session = useMemo<Session | null>(() => {
    const { office } = summary;
    if (office === null) return null;
    rememberFor(summary.user?.id ?? '');
    tellLook();
    return {
      summary,
      office,
      notify,
      lock: () => {
        void call('workspace.lock', {}).then((reply) => {
          if (reply.ok) setSummary(reply.value);
        });
      },
      refresh: async () => {
        const reply = await call('workspace.summary', {});
        if (reply.ok) setSummary(reply.value);
      },
    };
  }, [summary, notify, setSummary]);
  if (session === null) return null;
  return (
    <SessionProvider value={session}>
      <QuickAddProvider value={QuickAdd}>
        <Router hook={useHashLocation}>
          <ProvenanceHost>
            <Frame>
              <Screens />
            </Frame>
          </ProvenanceHost>
        </Router>
        {notice === null ? null : (
          <div className="toast" role="status">
            {notice}
          </div>
        )}
      </QuickAddProvider>
    </SessionProvider>
  );
};

const nothing: WorkspaceSummary = {
  state: 'none',
  folder: null,
  userCount: 0,
  office: null,
  user: null,
  installId: null,
  epoch: null,
  enrolled: false,
};

type State = { readonly summary: WorkspaceSummary; readonly failure: Failure | null };

/** What stands in a folder; a folder that cannot be opened is told with its reason. */
const lookAt = async (folder: string | null): Promise<State> => {
  if (folder === null) return { summary: nothing, failure: null };
  const reply = await call('workspace.choose', { folder });
  if (!reply.ok) return { summary: nothing, failure: reply.failure };
  return { summary: reply.value, failure: reply.value.state === 'none' ? { code: 'workspace-missing' } : null };
};

/** The page may have been loaded anew while the engine kept the workspace open. */
const findState = async (): Promise<State> => {
  const [{ lastWorkspace }, reply] = await Promise.all([window.desktop.settings(), call('workspace.summary', {})]);
  return reply.ok && reply.value.state === 'open' ? { summary: reply.value, failure: null } : lookAt(lastWorkspace);
};

/** Locked or open: the start screens or the frame with its screens. */
export const App = () => {
  const client = useQueryClient();
  const [state, setState] = useState<State | null>(null);
  useEffect(() => {
    void findState().then(setState);
  }, []);
  const setSummary = useCallback(
    (summary: WorkspaceSummary) => {
      if (summary.state !== 'open') {
        client.clear();
        forgetKept();
      }
      setState({ summary, failure: null });
    },
    [client],
  );
  const folder = state?.summary.state === 'open' ? state.summary.folder : null;
  useEffect(() => {
    onWorkspaceLost((failure) => {
      if (folder === null) return;
      void lookAt(folder).then((found) => {
        client.clear();
        forgetKept();
        setState({ summary: found.summary, failure: found.failure ?? failure });
      });
    });
  }, [client, folder]);
  const open = (opened: WorkspaceSummary): void => {
    if (opened.folder !== null) void window.desktop.rememberWorkspace(opened.folder);
    window.location.hash = '/';
    setSummary(opened);
  };
  if (state === null) return null;
  return state.summary.state === 'open' ? (
    <Opened summary={state.summary} setSummary={setSummary} />
  ) : (
    <Start summary={state.summary} failure={state.failure} onOpen={open} onChoose={setSummary} />
  );
};
