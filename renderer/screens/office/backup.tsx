import { Button } from '@mantine/core';
import { useState } from 'react';
import { attachmentWords } from '#shared/text/attachment-words.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

/** Today as the clock of the PC shows it. */
const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

export const Backup = () => {
  const { office } = useSession();
  const [file, setFile] = useState<string | null>(null);
  const [missingCount, setMissingCount] = useState(0);
  const status = useAnswer('status.get', {});
  const work = useWork('workspace.backup');
  const run = (): void => {
    void window.desktop.chooseSaveFile('backup', `${office.id}-${today()}.hgbackup`).then(async (chosen) => {
      if (chosen === null) return;
      const reply = await work.run({ file: chosen });
      if (!reply.ok) return;
      setFile(reply.value.file);
      setMissingCount(reply.value.missingFileCount);
    });
  };
  const last = status.data?.lastBackupAt;
  return (
    <Page
      title={words.backup.title}
      actions={
        <Button onClick={run} loading={work.isRunning}>
          {words.backup.action}
        </Button>
      }
    >
      <div className="stack narrow">
        <div>{words.backup.intro}</div>
        <FailureNotice failure={work.failure} />
        {file === null ? null : (
          <Notice>
            {missingCount === 0 ? null : <p>{attachmentWords.missing.backup(missingCount)}</p>}
            <div className="row">
              <span className="break">{words.backup.done(file)}</span>
              <Button
                variant="default"
                onClick={() => {
                  void window.desktop.showInFolder(file);
                }}
              >
                {words.common.showInFolder}
              </Button>
            </div>
          </Notice>
        )}
        <div className="sheet padded">
          <h2>{words.backup.last}</h2>
          <div>{last == null ? words.backup.none : formatTime(last)}</div>
        </div>
        <div className="muted">{words.backup.auto}</div>
      </div>
    </Page>
  );
};
