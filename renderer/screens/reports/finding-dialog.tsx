import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { SeverityBadge } from '#renderer/components/finding-list.tsx';
import { unitName } from '#renderer/components/format.ts';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.findings;

type FindingDialogProps = {
  readonly finding: Finding;
  /** Goes to the record; none where the finding is about something that has no form. */
  readonly onOpen: (() => void) | undefined;
  readonly onClose: () => void;
};

/** A finding whole: what it is about, what the law says, how it is set right; a question may also be answered with: it is so. */
export const FindingDialog = ({ finding, onOpen, onClose }: FindingDialogProps) => {
  const { notify } = useSession();
  const [note, setNote] = useState('');
  const answer = useWork('check.answer');
  const takeBack = useWork('check.takeBackAnswer');
  const done = (sentence: string) => (reply: { readonly ok: boolean }) => {
    if (!reply.ok) return;
    notify(sentence);
    onClose();
  };
  const confirm = (): void => {
    const { rule, kind, id } = finding;
    void answer.run({ rule, kind, id, ...(note.trim() === '' ? {} : { note: note.trim() }) }).then(done(text.answerDone));
  };
  const { answerId } = finding;
  const isOpenQuestion = finding.severity === 'question' && answerId === null;
  return (
    <Dialog title={text.dialogTitle} size="lg" onClose={onClose}>
      <div className="stack">
        <FailureNotice failure={answer.failure ?? takeBack.failure} />
        <div>
          <strong>{finding.title}</strong>
          <div className="muted">{unitName(finding.unitId)}</div>
        </div>
        <p>
          <SeverityBadge severity={finding.severity} /> {finding.message}
          {finding.article === null ? null : <span className="muted"> ({finding.article})</span>}
        </p>
        <p>
          {text.fix}: {finding.fix}
        </p>
        {isOpenQuestion ? (
          <TextInput
            label={text.answerNote}
            description={text.answerHint}
            maxLength={500}
            value={note}
            onChange={(event) => {
              setNote(event.currentTarget.value);
            }}
          />
        ) : null}
        <div className="row">
          {onOpen === undefined ? null : (
            <Button data-autofocus onClick={onOpen}>
              {text.open}
            </Button>
          )}
          {isOpenQuestion ? (
            <Button variant="default" loading={answer.isRunning} onClick={confirm}>
              {text.answer}
            </Button>
          ) : null}
          {answerId === null ? null : (
            <Button
              variant="default"
              loading={takeBack.isRunning}
              onClick={() => void takeBack.run({ answerId }).then(done(text.takenBack))}
            >
              {text.takeBack}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {words.common.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
