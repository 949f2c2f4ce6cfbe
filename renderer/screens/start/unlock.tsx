import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { SecretInput } from './secret-input.tsx';
import { StartPage } from './start-page.tsx';

type UnlockProps = {
  readonly summary: WorkspaceSummary;
  readonly failure: Failure | null;
  readonly onOpen: (summary: WorkspaceSummary) => void;
  readonly onOther: () => void;
};

export const Unlock = ({ summary, failure, onOpen, onOther }: UnlockProps) => {
  const [mode, setMode] = useState<'password' | 'recovery'>('password');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const unlock = useWork('workspace.unlock');
  const recover = useWork('workspace.recover');
  const isRecovery = mode === 'recovery';
  const work = isRecovery ? recover : unlock;
  const named = user.trim() === '' ? {} : { user: user.trim() };
  const run = async (): Promise<void> => {
    const reply = isRecovery
      ? await recover.run({ recoveryCode: code, newPassword: password, ...named })
      : await unlock.run({ password, ...named });
    if (reply.ok) onOpen(reply.value);
  };
  return (
    <StartPage aside={words.start.asideUnlock}>
      <div
        className="stack"
        onKeyDown={(event) => {
          // One field and one thing to do: here Enter opens.
          if (event.key === 'Enter' && !isRecovery && !event.nativeEvent.isComposing && event.target instanceof HTMLInputElement)
            void run();
          else
            formKeys(() => {
              void run();
            })(event);
        }}
      >
        <h1>{isRecovery ? words.start.recoverTitle : words.start.unlockTitle}</h1>
        <div className="muted small break">{summary.folder}</div>
        <FailureNotice failure={work.failure ?? failure} />
        {summary.userCount > 1 ? (
          <TextInput
            label={words.start.user}
            autoFocus={!isRecovery}
            value={user}
            onChange={(event) => {
              setUser(event.currentTarget.value);
            }}
          />
        ) : null}
        {isRecovery ? (
          <TextInput
            label={words.start.recoveryCode}
            value={code}
            autoFocus
            onChange={(event) => {
              setCode(event.currentTarget.value);
            }}
          />
        ) : null}
        <SecretInput
          key={mode}
          label={isRecovery ? words.start.newPassword : words.start.password}
          {...(isRecovery ? { description: words.start.passwordHint } : {})}
          value={password}
          autoFocus={!isRecovery && summary.userCount < 2}
          onChange={setPassword}
        />
        <div className="row">
          <Button
            onClick={() => {
              void run();
            }}
            loading={work.isRunning}
            disabled={password === ''}
          >
            {isRecovery ? words.start.recover : words.start.unlock}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              setMode(isRecovery ? 'password' : 'recovery');
              setPassword('');
            }}
          >
            {isRecovery ? words.common.back : words.start.forgot}
          </Button>
          <Button variant="default" onClick={onOther}>
            {words.start.otherFolder}
          </Button>
        </div>
      </div>
    </StartPage>
  );
};
