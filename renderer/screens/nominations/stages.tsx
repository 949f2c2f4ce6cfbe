import { Button } from '@mantine/core';
import { useState } from 'react';
import { labelOf, nominationStages } from '#shared/catalogue/code-lists.ts';
import type { RecordView } from '#shared/contract/views.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FailureNotice } from '#renderer/components/notices.tsx';
import { RecordDialog } from '#renderer/forms/record-dialog.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const text = words.nominations;
/** The way of a nomination that goes well. */
const way = ['draft', 'proposed', 'examined', 'submitted', 'awarded'] as const;

/** Steps that ask for something before they can be taken. */
const asks: Readonly<Record<string, { readonly title: string; readonly names: readonly string[] }>> = {
  awarded: { title: text.awardTitle, names: ['decisionNumber', 'decidedOn'] },
  refused: { title: text.refuseTitle, names: ['refusalReason'] },
};

const isBack = (from: string, to: string): boolean => {
  const [a, b] = [way.findIndex((one) => one === from), way.findIndex((one) => one === to)];
  return b >= 0 && (a < 0 || b < a);
};

const moveLabel = (from: string, to: string): string => {
  const name = labelOf(nominationStages, to);
  return isBack(from, to) ? text.backTo(name) : text.moveTo(name);
};

/** The next step forward stands out; the way back and out does not. */
const isForward = (from: string, to: string): boolean => !isBack(from, to) && way.some((one) => one === to);

type StagesProps = {
  readonly record: RecordView;
  readonly nextStages: readonly string[];
  readonly canChange: boolean;
  /** Something is typed that was not saved. */
  readonly isDirty: boolean;
};

/** The way of a nomination drawn as steps, and the buttons that take it further or back. */
export const Stages = ({ record, nextStages, canChange, isDirty }: StagesProps) => {
  const { notify } = useSession();
  const [asking, setAsking] = useState<string | null>(null);
  const put = useWork('record.put');
  const stage = String(record.values.stage ?? 'draft');
  const reached = way.findIndex((one) => one === stage);
  const isEnded = reached < 0;
  const moved = (to: string): void => {
    setAsking(null);
    notify(text.moved(labelOf(nominationStages, to)));
  };
  const move = (to: string): void => {
    void put.run({ kind: 'nomination', lines: [{ id: record.id, stage: to }] }).then((reply) => {
      if (reply.ok) moved(to);
    });
  };
  const choose = (to: string): void => {
    if (asks[to] !== undefined || to === 'withdrawn') setAsking(to);
    else move(to);
  };
  const asked = asking === null ? undefined : asks[asking];
  const close = (): void => {
    setAsking(null);
  };
  return (
    <section className="sheet padded stages" aria-label={text.steps}>
      <ol>
        {way.map((one, index) => (
          <li
            key={one}
            className={index < reached ? 'past' : index === reached ? 'now' : ''}
            aria-current={index === reached ? 'step' : undefined}
          >
            {labelOf(nominationStages, one)}
          </li>
        ))}
        {isEnded ? (
          <li className="now ended" aria-current="step">
            {labelOf(nominationStages, stage)}
          </li>
        ) : null}
      </ol>
      <FailureNotice failure={put.failure} />
      {canChange && nextStages.length > 0 ? (
        <div className="row">
          {nextStages.map((to) => (
            <Button
              key={to}
              size="xs"
              variant={isForward(stage, to) ? 'filled' : 'default'}
              disabled={isDirty}
              loading={put.isRunning}
              onClick={() => {
                choose(to);
              }}
            >
              {moveLabel(stage, to)}
            </Button>
          ))}
          {isDirty ? <span className="muted small">{text.dirty}</span> : null}
        </div>
      ) : null}
      {asking !== null && asked !== undefined ? (
        <RecordDialog
          title={asked.title}
          kind="nomination"
          id={record.id}
          names={asked.names}
          required={asked.names}
          values={record.values}
          fixed={{ stage: asking }}
          onClose={close}
          onDone={() => {
            moved(asking);
          }}
        />
      ) : null}
      {asking === 'withdrawn' ? (
        <Dialog onClose={close} title={text.withdrawTitle}>
          <div className="stack">
            <p>{text.withdrawText}</p>
            <div className="row">
              <Button
                data-autofocus
                onClick={() => {
                  move('withdrawn');
                }}
              >
                {text.withdraw}
              </Button>
              <Button variant="default" onClick={close}>
                {words.common.cancel}
              </Button>
            </div>
          </div>
        </Dialog>
      ) : null}
    </section>
  );
};
