import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';

type UnlockProps = {
  readonly summary: WorkspaceSummary;
  readonly onOpen: (summary: WorkspaceSummary) => void;
  readonly onOther: () => void;
};

export const Unlock = ({ summary, onOpen, onOther }: UnlockProps) => {
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
    <div className="center-screen">
      <main
        className="sheet padded stack"
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
        <h1 style={{ margin: 0, fontSize: 22 }}>{isRecovery ? words.start.recoverTitle : words.start.unlockTitle}</h1>
        <div className="muted small" style={{ overflowWrap: 'anywhere' }}>
          {summary.folder}
        </div>
        <FailureNotice failure={work.failure} />
        {summary.userCount > 1 ? (
          <TextInput
            label={words.start.user}
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
        <PasswordInput
          key={mode}
          label={isRecovery ? words.start.newPassword : words.start.password}
          description={isRecovery ? words.start.passwordHint : undefined}
          value={password}
          autoFocus={!isRecovery}
          visibilityToggleButtonProps={{ 'aria-label': words.start.password }}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
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
      </main>
    </div>
  );
};
