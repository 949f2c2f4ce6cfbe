import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { StepTaken, StepView } from '#shared/contract/step-methods.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { stepWords } from '#shared/text/step-words.vi.ts';
import { DataTable, type Column } from '#renderer/components/data-table.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatTime, formatValue } from '#renderer/components/format.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { useFocusBack } from '#renderer/components/use-focus-back.ts';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';

const stateOf = ({ state, undoable }: StepView): string =>
  undoable ? (state === 'done' ? stepWords.done : stepWords.undone) : stepWords.elsewhere;

const stepColumns: readonly Column<StepView>[] = [
  { key: 'time', title: stepWords.time, width: '150px', cell: (step) => formatTime(step.at) },
  { key: 'what', title: stepWords.what, width: 'minmax(260px, 3fr)', cell: (step) => step.sentence },
  { key: 'records', title: stepWords.records, width: '90px', number: true, cell: (step) => step.recordCount },
  { key: 'state', title: stepWords.state, width: '130px', cell: stateOf },
];

type Line = {
  readonly key: string;
  readonly title: string;
  readonly what: string;
  readonly fields: string;
  readonly stays: boolean;
};

const nameOf = ({ kind, title }: { readonly kind: string; readonly title: string }): string =>
  title === '' ? kindLabel(kind) : `${kindLabel(kind)}: ${title}`;

const namesOf = (titles: StepTaken['titles']): ReadonlyMap<string, string> => new Map(Object.entries(titles));

const linesOf = ({ items, kept, titles }: StepTaken): readonly Line[] => [
  ...kept.map((one) => ({
    key: `kept ${one.kind} ${one.id} ${one.reason}`,
    title: nameOf(one),
    what: stepWords.stays,
    fields: [one.message, one.fields.map((field) => fieldLabel(one.kind, field)).join(', ')]
      .filter((part) => part !== '')
      .join(': '),
    stays: true,
  })),
  ...items.map((one) => ({
    key: `${one.kind} ${one.id} ${one.change}`,
    title: nameOf(one),
    what: stepWords.changes[one.change],
    fields: one.fields
      .map(
        ({ field, from, to }) =>
          `${fieldLabel(one.kind, field)}: ${formatValue(one.kind, field, from, namesOf(titles))} → ${formatValue(one.kind, field, to, namesOf(titles))}`,
      )
      .join('; '),
    stays: false,
  })),
];

const lineColumns: readonly Column<Line>[] = [
  { key: 'title', title: stepWords.records, width: 'minmax(200px, 1.4fr)', cell: (line) => line.title },
  {
    key: 'what',
    title: stepWords.comesBack,
    width: '120px',
    cell: (line) => <span className={line.stays ? 'badge warn' : 'badge good'}>{line.what}</span>,
  },
  { key: 'fields', title: stepWords.what, width: 'minmax(260px, 2.6fr)', cell: (line) => line.fields },
];

type StepDialogProps = {
  /** The step that Ctrl+Z could not take back whole: shown at once. */
  readonly start: StepTaken | null;
  readonly onClose: () => void;
};

/** What was done since the workspace was opened; each can be looked at and taken back. */
export const StepDialog = ({ start, onClose }: StepDialogProps) => {
  const { notify } = useSession();
  const { data } = useAnswer('step.list', {});
  const [shown, setShown] = useState<StepTaken | null>(start);
  const [instead, setInstead] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const preview = useWork('step.preview');
  const undo = useWork('step.undo');
  const redo = useWork('step.redo');
  const working = [preview, undo, redo].find((work) => work.isRunning) ?? null;
  const isRunning = working !== null;
  useFocusBack(isRunning, button);
  const open = (step: StepView): void => {
    setInstead(step.instead);
    if (!step.undoable) return;
    void preview.run({ stepId: step.id }).then((reply) => {
      if (reply.ok) setShown(reply.value);
    });
  };
  const take = (): void => {
    if (shown === null || shown.items.length === 0 || isRunning) return;
    const isUndo = shown.direction === 'undo';
    void (isUndo ? undo : redo).run({ stepId: shown.step.id, partly: true }).then((reply) => {
      if (!reply.ok) return;
      notify((isUndo ? stepWords.undoneNotice : stepWords.redoneNotice)(reply.value.step.sentence));
      onClose();
    });
  };
  const back = (): void => {
    setShown(null);
    preview.clear();
  };
  useEffect(() => {
    if (shown !== null) button.current?.focus();
  }, [shown]);
  // The keyboard goes to the list as soon as there is one.
  if (data === undefined) return null;
  const { steps } = data;
  const lines = shown === null ? [] : linesOf(shown);
  const verb = shown?.direction === 'redo' ? stepWords.redo : stepWords.undo;
  const label = shown !== null && shown.kept.length > 0 ? stepWords.partly(shown.items.length) : verb;
  return (
    <Dialog
      onClose={working === null ? (shown === null || start !== null ? onClose : back) : working.cancel}
      title={shown === null ? stepWords.title : `${verb}: ${shown.step.sentence}`}
      size="wide"
    >
      <div className="stack" onKeyDown={formKeys(take)}>
        <FailureNotice failure={preview.failure ?? undo.failure ?? redo.failure} />
        {shown === null ? (
          <>
            <p className="muted">{stepWords.intro}</p>
            {instead === null ? null : <Notice>{instead}</Notice>}
            <div className="bulk-preview">
              <DataTable
                autoFocus
                label={stepWords.title}
                columns={stepColumns}
                total={steps.length}
                rowAt={(index) => steps[index]}
                onOpen={open}
                empty={<p className="muted padded">{stepWords.none}</p>}
              />
            </div>
          </>
        ) : (
          <>
            {shown.items.length === 0 ? <Notice tone="warn">{stepWords.nothing}</Notice> : null}
            <div className="bulk-preview">
              <DataTable
                label={stepWords.comesBack}
                columns={lineColumns}
                total={lines.length}
                rowAt={(index) => lines[index]}
                empty={stepWords.nothing}
              />
            </div>
          </>
        )}
        {working === null ? null : <Working progress={working.progress} onCancel={working.cancel} />}
        <div className="row">
          {shown === null ? null : (
            <Button ref={button} data-autofocus onClick={take} disabled={shown.items.length === 0} loading={isRunning}>
              {stepWords.confirm(label)}
            </Button>
          )}
          {shown === null || start !== null ? null : (
            <Button variant="default" onClick={back}>
              {stepWords.back}
            </Button>
          )}
          <Button variant="default" onClick={working === null ? onClose : working.cancel}>
            {words.common.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
