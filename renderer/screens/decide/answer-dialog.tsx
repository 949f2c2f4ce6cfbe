import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProposalView } from '#shared/contract/proposal-methods.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime } from '#renderer/components/format.ts';
import { FailureNotice, Notice } from '#renderer/components/notices.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { proposedText } from './proposed-text.ts';

const text = words.decide;

type AnswerDialogProps = { readonly proposal: ProposalView; readonly onClose: () => void };

/** What the province proposes beside what stands there now, with its reason: taken over or refused. */
export const AnswerDialog = ({ proposal, onClose }: AnswerDialogProps) => {
  const { notify } = useSession();
  const [reason, setReason] = useState('');
  const isAnswered = proposal.state === 'accepted' || proposal.state === 'refused';
  const accept = useWork('proposal.accept');
  const refuse = useWork('proposal.refuse');
  const answer = (work: typeof accept | typeof refuse, done: string): void => {
    void work
      .run({ id: proposal.id, again: isAnswered, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })
      .then((reply) => {
        if (!reply.ok) return;
        notify(done);
        onClose();
      });
  };
  const isOutdated = proposal.state === 'outdated';
  const { state } = proposal;
  return (
    <Dialog title={`${text.answerTitle}: ${proposal.title}`} size="lg" onClose={onClose}>
      <div className="stack">
        <FailureNotice failure={accept.failure ?? refuse.failure} />
        {isOutdated ? <Notice tone="warn">{text.outdatedText}</Notice> : null}
        {state === 'accepted' ? <Notice>{text.changeAcceptedText}</Notice> : null}
        {state === 'refused' ? <Notice>{text.changeRefusedText}</Notice> : null}
        <dl className="facts">
          <dt>{text.field}</dt>
          <dd>{fieldLabel(proposal.kind, proposal.field)}</dd>
          <dt>{text.now}</dt>
          <dd className="break">{proposedText(proposal, proposal.current)}</dd>
          <dt>{text.proposed}</dt>
          <dd className="break">
            <strong>{proposedText(proposal, proposal.value)}</strong>
          </dd>
          <dt>{text.reason}</dt>
          <dd className="break">{proposal.reason}</dd>
          <dt />
          <dd className="muted">{text.by(proposal.authorName, formatTime(proposal.proposedAt))}</dd>
        </dl>
        <TextInput
          label={text.answerReason}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <div className="row">
          {state === 'accepted' ? null : (
            <Button
              disabled={isOutdated}
              loading={accept.isRunning}
              onClick={() => {
                answer(accept, text.accepted);
              }}
            >
              {text.accept}
            </Button>
          )}
          {state === 'refused' ? null : (
            <Button
              variant="default"
              loading={refuse.isRunning}
              onClick={() => {
                answer(refuse, text.refused);
              }}
            >
              {state === 'accepted' ? text.changeToRefused : text.refuse}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
};
