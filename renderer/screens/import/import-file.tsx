import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '#shared/contract/failure.ts';
import type { ImportPlan, ImportRow } from '#shared/contract/import-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { fileNameOf } from '#renderer/components/file-name.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { PartTabs, type Part } from './part-tabs.tsx';
import { QuestionList } from './question-list.tsx';
import { RowDialog } from './row-dialog.tsx';
import { RowTable } from './row-table.tsx';
import { SheetView } from './sheet-view.tsx';
import { refusedOf, writtenOf, type ImportFileEntry, type ImportFiles } from './use-import-files.ts';
import { useImportPlan, type PlanInput, type TypedDecision } from './use-import-plan.ts';

const text = words.importing;

type RowPlace = { readonly sheet: number; readonly row: number; readonly part?: number | undefined };

const isSameRow = (a: RowPlace, b: RowPlace): boolean =>
  a.sheet === b.sheet && a.row === b.row && (a.part ?? 1) === (b.part ?? 1);

const stepNames: Readonly<Record<string, string>> = {
  read: text.readingStep,
  plan: text.planningStep,
  write: text.writingStep,
};

type ImportFileProps = { readonly files: ImportFiles; readonly entry: ImportFileEntry; readonly onChoose: () => void };

/** One file: how its cells are understood, what would happen to every row, and taking it in. */
export const ImportFile = ({ files, entry, onChoose }: ImportFileProps) => {
  const { notify } = useSession();
  const { edit } = files;
  const isTaken = entry.state === 'done';
  const onPlanned = useCallback(
    (input: PlanInput, plan: ImportPlan | null, failure: Failure | null) => {
      // What was taken in stays told, and a stopped reading says nothing about the file.
      if (isTaken || failure?.code === 'cancelled') return;
      edit(
        entry.file,
        plan === null ? { input, state: 'refused', failure } : { input, state: 'ready', counts: plan.counts, failure: null },
      );
    },
    [edit, entry.file, isTaken],
  );
  const planning = useImportPlan(onPlanned);
  const { plan, read } = planning;
  const [part, setPart] = useState<Part>('sheet');
  const [opened, setOpened] = useState<ImportRow | null>(null);
  const run = useWork('import.run');
  const errors = useWork('import.writeErrors');
  const { input } = entry;
  const isAlone = files.entries.length === 1;
  const ready = planning.isReading ? 0 : writtenOf(plan?.counts ?? null);
  const refused = refusedOf(plan?.counts ?? null);
  // What was said before the file was left is still there when it is opened again.
  useEffect(() => {
    void read(input);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each file; later answers are read where they are given
  }, [entry.file, read]);
  const answer = useCallback(
    (next: PlanInput): void => {
      edit(entry.file, { input: next, state: 'waiting', counts: null, failure: null });
      void read(next);
    },
    [edit, entry.file, read],
  );
  const leave = (): void => {
    if (isAlone) files.clear();
    else files.open(null);
  };
  const start = (): void => {
    if (plan === null || ready === 0 || run.isRunning) return;
    void run.run({ ...input, planHash: plan.planHash }).then((reply) => {
      if (!reply.ok) return;
      edit(entry.file, { state: 'done', counts: reply.value.counts });
      notify(text.done(writtenOf(reply.value.counts)));
      if (refusedOf(reply.value.counts) === 0) leave();
      else {
        setPart('rows');
        void read(input);
      }
    });
  };
  const saveErrors = (): void => {
    void window.desktop.chooseSaveFile('workbook', fileNameOf(input.file).replace(/\.\w+$/, '-can-sua.xlsx')).then((out) => {
      if (out === null) return;
      void errors.run({ ...input, out }).then((reply) => {
        if (reply.ok) notify(text.errorsSaved(reply.value.rowCount, reply.value.file));
      });
    });
  };
  const decide = (decision: TypedDecision): void => {
    const others = (input.decisions ?? []).filter((one) => !isSameRow(decision, one));
    answer({ ...input, decisions: [...others, decision] });
    setOpened(null);
  };
  useAction('form.saveNext', start, { enabled: ready > 0 && opened === null });
  useAction('app.close', leave, { enabled: opened === null && !run.isRunning });
  // Where no table is found, the cells below say what to do.
  const isAsked = part === 'sheet' && planning.sheets.length > 0 && planning.failure?.code === 'spreadsheet-no-table';
  const shownFailure = isAsked ? null : planning.failure;
  const working = run.isRunning ? run : planning.isReading ? planning : null;
  return (
    <Page
      title={text.title}
      note={fileNameOf(entry.file)}
      actions={
        <>
          {isAlone ? (
            <Button variant="default" onClick={onChoose}>
              {text.again}
            </Button>
          ) : (
            <Button variant="default" onClick={leave}>
              {text.toFiles}
            </Button>
          )}
          {refused > 0 ? (
            <Button variant="default" loading={errors.isRunning} onClick={saveErrors}>
              {text.errorsFile}
            </Button>
          ) : null}
          <Button disabled={ready === 0 || run.isRunning} onClick={start}>
            {text.run(ready)}
          </Button>
        </>
      }
      tabs={<PartTabs part={part} plan={plan} onChange={setPart} />}
    >
      <FailureNotice failure={shownFailure ?? run.failure ?? errors.failure} />
      {working === null ? null : (
        <Working
          label={stepNames[working.progress?.step ?? 'read'] ?? words.common.working}
          progress={working.progress}
          onCancel={working.cancel}
        />
      )}
      {part === 'sheet' && planning.sheets.length > 0 ? (
        <SheetView input={input} planning={planning} onChange={answer} onOpen={setOpened} />
      ) : null}
      {part === 'rows' && plan !== null ? (
        <>
          <QuestionList
            questions={plan.questions}
            accepted={input.accept ?? []}
            onAccept={(accept) => {
              answer({ ...input, accept: [...accept] });
            }}
          />
          {plan.companions.length === 0 ? null : <Notice>{text.companions(plan.companions.length)}</Notice>}
          <RowTable plan={plan} onOpen={setOpened} />
        </>
      ) : null}
      {opened === null ? null : (
        <RowDialog
          row={opened}
          decision={input.decisions?.find((one) => isSameRow(one, opened))}
          onDone={decide}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </Page>
  );
};
