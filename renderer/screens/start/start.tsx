import { useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Icon, type IconName } from '#renderer/components/icons.tsx';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { call } from '#renderer/rpc/engine.ts';
import { SetUp } from './set-up.tsx';
import { StartPage } from './start-page.tsx';
import { Unlock } from './unlock.tsx';

type StartProps = {
  readonly summary: WorkspaceSummary;
  /** Why the last workspace is not open, where that is not for a password alone. */
  readonly failure: Failure | null;
  readonly onOpen: (summary: WorkspaceSummary) => void;
  readonly onChoose: (summary: WorkspaceSummary) => void;
};

type Choice = { readonly icon: IconName; readonly title: string; readonly hint: string; readonly run: () => void };

/** Before a workspace is open: unlock the known one, set one up, open or restore another. */
export const Start = ({ summary, failure: initial, onOpen, onChoose }: StartProps) => {
  const [setUp, setSetUp] = useState<'district' | 'province' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(initial);
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
        failure={initial}
        onOpen={onOpen}
        onOther={() => {
          onChoose({ ...summary, state: 'none', folder: null });
        }}
      />
    );
  const choices: readonly Choice[] = [
    {
      icon: 'office',
      title: words.start.district,
      hint: words.start.districtHint,
      run: () => {
        setSetUp('district');
      },
    },
    {
      icon: 'trust',
      title: words.start.province,
      hint: words.start.provinceHint,
      run: () => {
        setSetUp('province');
      },
    },
    { icon: 'folder', title: words.start.openFolder, hint: words.start.openFolderHint, run: openFolder },
    { icon: 'restore', title: words.start.restore, hint: words.start.restoreHint, run: restore },
  ];
  return (
    <StartPage>
      <div className="stack">
        <h1>{words.start.begin}</h1>
        <FailureNotice failure={failure} />
        {choices.map((choice, index) => (
          <button key={choice.title} type="button" className="choice" autoFocus={index === 0} onClick={choice.run}>
            <Icon name={choice.icon} size={26} />
            <span>
              <strong>{choice.title}</strong>
              <span className="muted">{choice.hint}</span>
            </span>
          </button>
        ))}
      </div>
    </StartPage>
  );
};
