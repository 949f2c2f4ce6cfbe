import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ImportPlan, ImportRow, MappingDefinition } from '#shared/contract/import-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { Page } from '#renderer/components/page.tsx';
import { useAnswer, useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { ImportStart } from './import-start.tsx';
import { MappingDialog } from './mapping-dialog.tsx';
import { QuestionList } from './question-list.tsx';
import { RowDialog } from './row-dialog.tsx';
import { RowTable } from './row-table.tsx';
import { SheetPanel } from './sheet-panel.tsx';
import { useImportPlan, type PlanInput, type TypedDecision } from './use-import-plan.ts';

const text = words.importing;

const fileNameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

type RowPlace = { readonly sheet: number; readonly row: number; readonly part?: number | undefined };

const isSameRow = (a: RowPlace, b: RowPlace): boolean =>
  a.sheet === b.sheet && a.row === b.row && (a.part ?? 1) === (b.part ?? 1);

const readyOf = (plan: ImportPlan | null): number => (plan?.counts.created ?? 0) + (plan?.counts.updated ?? 0);
const refusedOf = (plan: ImportPlan | null): number => (plan?.counts.error ?? 0) + (plan?.counts['needs-decision'] ?? 0);

/** The saved ways to read columns, where there are any. */
const MappingChoice = ({ input, onChange }: { readonly input: PlanInput; readonly onChange: (input: PlanInput) => void }) => {
  const { data } = useAnswer('import.listMappings', {});
  if (data === undefined || data.length === 0) return null;
  return (
    <NativeSelect
      w={260}
      label={text.mapping}
      value={typeof input.mapping === 'string' ? input.mapping : ''}
      onChange={(event) => {
        const { mapping: _before, sheets: _sheets, ...rest } = input;
        onChange(event.currentTarget.value === '' ? rest : { ...rest, mapping: event.currentTarget.value });
      }}
    >
      <option value="">{text.noMapping}</option>
      {data.map((one) => (
        <option key={one.name} value={one.name}>
          {one.name}
        </option>
      ))}
    </NativeSelect>
  );
};

/** Takes a spreadsheet in: how it was understood, what would happen to every row, and only then the books. */
export const ImportScreen = () => {
  const { notify } = useSession();
  const planning = useImportPlan();
  const { input, plan } = planning;
  const [opened, setOpened] = useState<ImportRow | null>(null);
  const [mapping, setMapping] = useState<MappingDefinition | null>(null);
  const run = useWork('import.run');
  const errors = useWork('import.writeErrors');
  const ready = readyOf(plan);
  const refused = refusedOf(plan);
  const choose = (): void => {
    void window.desktop.chooseFiles('spreadsheet', false).then(([file]) => {
      if (file !== undefined) planning.read({ file });
    });
  };
  const start = (): void => {
    if (input === null || plan === null || ready === 0 || planning.isReading) return;
    void run.run({ ...input, planHash: plan.planHash }).then((reply) => {
      if (!reply.ok) return;
      notify(text.done(readyOf(reply.value)));
      if (refusedOf(reply.value) > 0) planning.read(input);
      else planning.clear();
    });
  };
  const saveErrors = (): void => {
    if (input === null) return;
    void window.desktop.chooseSaveFile('workbook', fileNameOf(input.file).replace(/\.\w+$/, '-can-sua.xlsx')).then((out) => {
      if (out === null) return;
      void errors.run({ ...input, out }).then((reply) => {
        if (reply.ok) notify(text.errorsSaved(reply.value.rowCount, reply.value.file));
      });
    });
  };
  useAction('form.saveNext', start, { enabled: ready > 0 && opened === null });
  useAction('list.openFile', choose);
  const decide = (decision: TypedDecision): void => {
    if (input === null) return;
    const others = (input.decisions ?? []).filter((one) => !isSameRow(decision, one));
    planning.read({ ...input, decisions: [...others, decision] });
    setOpened(null);
  };
  return (
    <Page
      title={text.title}
      note={input === null ? '' : fileNameOf(input.file)}
      actions={
        input === null ? null : (
          <>
            <Button variant="default" onClick={choose}>
              {text.again}
            </Button>
            {refused > 0 ? (
              <Button variant="default" loading={errors.isRunning} onClick={saveErrors}>
                {text.errorsFile}
              </Button>
            ) : null}
            <Button disabled={ready === 0 || planning.isReading} loading={run.isRunning} onClick={start}>
              {text.run(ready)}
            </Button>
          </>
        )
      }
    >
      {input === null ? <ImportStart onChoose={choose} /> : null}
      <FailureNotice failure={planning.failure ?? run.failure ?? errors.failure} />
      {planning.isReading ? <Working progress={planning.progress} onCancel={planning.cancel} /> : null}
      {run.isRunning ? <Working progress={run.progress} onCancel={run.cancel} /> : null}
      {input === null || plan === null ? null : (
        <>
          <div className="stack" style={{ marginTop: 10 }}>
            <MappingChoice input={input} onChange={planning.read} />
            {plan.sheets.map((sheet) =>
              sheet.used || sheet.columns.length > 0 ? (
                <details key={sheet.index} open={plan.sheets.length <= 2} className="import-sheet">
                  <summary>
                    {text.sheet} <strong>{sheet.name}</strong>
                    {sheet.kind === null ? '' : `: ${text.kinds[sheet.kind]}`}
                    {sheet.communeName === '' ? '' : `, ${sheet.communeName}`}
                  </summary>
                  <SheetPanel
                    sheet={sheet}
                    choice={input.sheets?.[String(sheet.index)] ?? {}}
                    onChange={(choice) => {
                      planning.read({ ...input, sheets: { ...input.sheets, [String(sheet.index)]: choice } });
                    }}
                    onSaveMapping={() => {
                      setMapping(sheet.definition);
                    }}
                  />
                </details>
              ) : (
                <p key={sheet.index} className="muted small">
                  {text.sheet} {sheet.name}: {text.sheetReasons[sheet.reason ?? ''] ?? ''}
                </p>
              ),
            )}
            <QuestionList
              questions={plan.questions}
              accepted={input.accept ?? []}
              onAccept={(accept) => {
                planning.read({ ...input, accept: [...accept] });
              }}
            />
            {plan.companions.length === 0 ? null : <Notice>{text.companions(plan.companions.length)}</Notice>}
          </div>
          <RowTable plan={plan} onOpen={setOpened} />
        </>
      )}
      {opened === null || input === null ? null : (
        <RowDialog
          row={opened}
          decision={input.decisions?.find((one) => isSameRow(one, opened))}
          onDone={decide}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
      {mapping === null ? null : (
        <MappingDialog
          definition={mapping}
          onClose={() => {
            setMapping(null);
          }}
        />
      )}
    </Page>
  );
};
