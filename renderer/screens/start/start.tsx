import { useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { call } from '#renderer/rpc/engine.ts';
import { SetUp } from './set-up.tsx';
import { Unlock } from './unlock.tsx';

type StartProps = {
  readonly summary: WorkspaceSummary;
  readonly onOpen: (summary: WorkspaceSummary) => void;
  readonly onChoose: (summary: WorkspaceSummary) => void;
};

type Choice = { readonly title: string; readonly hint: string; readonly run: () => void };

/** Before a workspace is open: unlock the known one, set one up, open or restore another. */
export const Start = ({ summary, onOpen, onChoose }: StartProps) => {
  const [setUp, setSetUp] = useState<'district' | 'province' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const openFolder = (): void => {
    setFailure(null);
    void window.desktop.chooseFolder().then(async (folder) => {
      if (folder === null) return;
      const reply = await call('workspace.choose', { folder });
      if (!reply.ok) setFailure(reply.failure);
      else if (reply.value.state === 'none') setFailure({ code: 'workspace-missing' });
      else onChoose(reply.value);
    });
  };
  const restore = (): void => {
    setFailure(null);
    void window.desktop.chooseFiles('backup', false).then(async ([backup]) => {
      if (backup === undefined) return;
      const folder = await window.desktop.chooseFolder();
      if (folder === null) return;
      const reply = await call('workspace.restore', { backup, folder });
      if (reply.ok) onChoose(reply.value);
      else setFailure(reply.failure);
    });
  };
  if (setUp !== null)
    return (
      <SetUp
        tier={setUp}
        onBack={() => {
          setSetUp(null);
        }}
        onOpen={onOpen}
      />
    );
  if (summary.state === 'locked')
    return (
      <Unlock
        summary={summary}
        onOpen={onOpen}
        onOther={() => {
          onChoose({ ...summary, state: 'none', folder: null });
        }}
      />
    );
  const choices: readonly Choice[] = [
    {
      title: words.start.district,
      hint: words.start.districtHint,
      run: () => {
        setSetUp('district');
      },
    },
    {
      title: words.start.province,
      hint: words.start.provinceHint,
      run: () => {
        setSetUp('province');
      },
    },
    { title: words.start.openFolder, hint: words.start.openFolderHint, run: openFolder },
    { title: words.start.restore, hint: words.start.restoreHint, run: restore },
  ];
  return (
    <div className="center-screen">
      <main className="stack">
        <div>
          <h1 style={{ margin: 0, fontSize: 28 }}>{words.start.welcome}</h1>
          <div className="muted">{words.start.tagline}</div>
        </div>
        <FailureNotice failure={failure} />
        {choices.map((choice, index) => (
          <button key={choice.title} type="button" className="choice" autoFocus={index === 0} onClick={choice.run}>
            <strong>{choice.title}</strong>
            <span className="muted">{choice.hint}</span>
          </button>
        ))}
      </main>
    </div>
  );
};
