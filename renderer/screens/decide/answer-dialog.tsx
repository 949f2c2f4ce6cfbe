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

type AnswerDialogProps = {
  readonly proposal: ProposalView;
  /** Whether this office answers, or has answered and may answer otherwise; else the proposal is only read. */
  readonly canAnswer: boolean;
  readonly onClose: () => void;
};

/** What the province proposes beside what stands there now, with its reason: taken over or refused. */
export const AnswerDialog = ({ proposal, canAnswer, onClose }: AnswerDialogProps) => {
  const { notify } = useSession();
  const [reason, setReason] = useState('');
  const isAnswered = proposal.state === 'accepted' || proposal.state === 'refused';
  const accept = useWork('proposal.accept');
  const refuse = useWork('proposal.refuse');
  const send = (work: typeof accept | typeof refuse, done: string): void => {
    void work
      .run({ id: proposal.id, again: isAnswered, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })
      .then((reply) => {
        if (!reply.ok) return;
        notify(done);
        onClose();
      });
  };
  const isOutdated = proposal.state === 'outdated';
  const { state, answer } = proposal;
  return (
    <Dialog title={`${canAnswer ? text.answerTitle : text.proposeTitle}: ${proposal.title}`} size="lg" onClose={onClose}>
      <div className="stack">
        <FailureNotice failure={accept.failure ?? refuse.failure} />
        {isOutdated && canAnswer ? <Notice tone="warn">{text.outdatedText}</Notice> : null}
        {state === 'accepted' && canAnswer ? <Notice>{text.changeAcceptedText}</Notice> : null}
        {state === 'refused' && canAnswer ? <Notice>{text.changeRefusedText}</Notice> : null}
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
          <dt>{text.state}</dt>
          <dd>{text.states[state]}</dd>
          {answer === null ? null : (
            <>
              <dt>{text.answer}</dt>
              <dd className="break">
                {answer.reason}
                <div className="muted">{text.by(answer.authorName ?? '', answer.at === null ? '' : formatTime(answer.at))}</div>
              </dd>
            </>
          )}
        </dl>
        {canAnswer ? (
          <>
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
                    send(accept, text.accepted);
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
                    send(refuse, text.refused);
                  }}
                >
                  {state === 'accepted' ? text.changeToRefused : text.refuse}
                </Button>
              )}
            </div>
          </>
        ) : null}
      </div>
    </Dialog>
  );
};
