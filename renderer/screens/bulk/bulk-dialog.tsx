import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { BulkResult } from '#shared/contract/bulk-methods.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { bulkWords } from '#shared/text/bulk-words.vi.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formKeys } from '#renderer/components/keys.ts';
import { FailureNotice, Notice, Working } from '#renderer/components/notices.tsx';
import { useFocusBack } from '#renderer/components/use-focus-back.ts';
import { FieldInput } from '#renderer/forms/field-input.tsx';
import { readForm, type FormValues } from '#renderer/forms/read-form.ts';
import { useWork } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { BulkPreview } from './bulk-preview.tsx';
import {
  fieldsOfOperation,
  firstAnswers,
  operationOf,
  operationsOf,
  ownerOf,
  settableFields,
  type OperationName,
} from './operation-form.ts';

type Values = Record<string, FormValues[string]>;
type Input = InputOf<'bulk.preview'>;
type Shown = { readonly input: Input; readonly result: BulkResult };

type BulkDialogProps = {
  readonly kind: string;
  readonly ids: readonly string[];
  readonly start: OperationName;
  readonly onClose: () => void;
};

/** One thing for all chosen records: choose it, see what becomes of each record, write, and take it back if it was wrong. */
export const BulkDialog = ({ kind, ids, start, onClose }: BulkDialogProps) => {
  const { notify } = useSession();
  const operations = operationsOf(kind);
  const settable = settableFields(kind);
  const [operation, setOperation] = useState<OperationName>(start);
  const [setField, setSetField] = useState(settable[0] ?? '');
  const [shown, setShown] = useState<Shown | null>(null);
  const [leavesOut, setLeavesOut] = useState(false);
  const [done, setDone] = useState<BulkResult | null>(null);
  const closeButton = useRef<HTMLButtonElement>(null);
  const goButton = useRef<HTMLButtonElement>(null);
  const form = useForm<Values>({ defaultValues: firstAnswers });
  const answers = form.watch();
  const preview = useWork('bulk.preview');
  const apply = useWork('bulk.apply');
  const undo = useWork('step.undo');
  const inputs = fieldsOfOperation(kind, operation, setField, answers);
  const working =
    [
      { work: preview, label: bulkWords.lookStep },
      { work: apply, label: bulkWords.writeStep },
      { work: undo, label: bulkWords.undoStep },
    ].find(({ work }) => work.isRunning) ?? null;
  const isRunning = working !== null;
  useFocusBack(isRunning, done === null ? goButton : closeButton);
  // Whoever leaves while it works stops it first: nothing is written behind a closed dialog.
  const close = (): void => {
    if (working === null) onClose();
    else working.work.cancel();
  };
  const forget = (): void => {
    setShown(null);
    setLeavesOut(false);
    preview.clear();
    apply.clear();
  };
  useEffect(() => {
    const subscription = form.watch(() => {
      setShown(null);
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [form]);
  useEffect(() => {
    if (done !== null) closeButton.current?.focus();
  }, [done]);
  const readInput = (): Input | null => {
    form.clearErrors();
    const fields = Object.fromEntries(inputs.map(({ name, field }) => [name, field]));
    const { draft, issues } = readForm(fields, Object.keys(fields), form.getValues());
    for (const issue of issues) form.setError(issue.field ?? '', { message: issueMessage(issue) });
    const first = issues[0]?.field;
    if (first != null) form.setFocus(first);
    return issues.length > 0 ? null : { kind, select: { ids: [...ids] }, change: operationOf(operation, setField, draft) };
  };
  const look = async (): Promise<void> => {
    const input = readInput();
    if (input === null) return;
    const reply = await preview.run(input);
    if (reply.ok) setShown({ input, result: reply.value });
  };
  const write = async ({ input, result }: Shown): Promise<void> => {
    const reply = await apply.run({ ...input, hash: result.hash, leaveOutRefused: leavesOut });
    if (reply.ok) setDone(reply.value);
  };
  const canWrite = shown !== null && shown.result.counts.change > 0 && (shown.result.counts.refused === 0 || leavesOut);
  const goOn = (): void => {
    if (isRunning) return;
    if (done !== null) onClose();
    else if (shown === null) void look();
    else if (canWrite) void write(shown);
  };
  const takeBack = (): void => {
    void undo.run({}).then((reply) => {
      if (!reply.ok) return;
      notify(bulkWords.undone(reply.value.step.sentence));
      onClose();
    });
  };
  const onFormKey = formKeys(goOn);
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    if (done !== null && event.ctrlKey && event.key.toLowerCase() === 'z') takeBack();
    else onFormKey(event);
  };
  const failure = undo.failure ?? apply.failure ?? preview.failure;
  return (
    <Dialog onClose={close} title={bulkWords.title(ids.length, kindLabel(kind))} size="wide">
      <FormProvider {...form}>
        <div className="stack" onKeyDown={keys}>
          {failure?.issues === undefined ? (
            <FailureNotice failure={failure} />
          ) : (
            <Notice tone="bad" role="alert">
              {[...new Set(failure.issues.map(issueMessage))].join(' ')}
            </Notice>
          )}
          {done === null ? (
            <>
              <div className="fields">
                <NativeSelect
                  label={bulkWords.operation}
                  data-autofocus
                  value={operation}
                  onChange={(event) => {
                    setOperation(event.currentTarget.value as OperationName);
                    forget();
                  }}
                >
                  {operations.map((one) => (
                    <option key={one} value={one}>
                      {bulkWords.operations[one]}
                    </option>
                  ))}
                </NativeSelect>
                {operation === 'set-field' ? (
                  <NativeSelect
                    label={bulkWords.field}
                    value={setField}
                    onChange={(event) => {
                      setSetField(event.currentTarget.value);
                      forget();
                    }}
                  >
                    {settable.map((name) => (
                      <option key={name} value={name}>
                        {fieldLabel(ownerOf(kind, name), name)}
                      </option>
                    ))}
                  </NativeSelect>
                ) : null}
                {inputs.map(({ kind: owner, name, field }) => (
                  <FieldInput key={`${operation} ${name}`} kind={owner} name={name} field={field} />
                ))}
              </div>
              {operation === 'set-field' ? <p className="muted small">{bulkWords.emptyHint}</p> : null}
              {shown === null ? null : <BulkPreview result={shown.result} leavesOut={leavesOut} onLeaveOut={setLeavesOut} />}
            </>
          ) : (
            <Notice>{bulkWords.done(done.counts.change, done.counts.refused)}</Notice>
          )}
          {working === null ? null : (
            <Working label={working.label} progress={working.work.progress} onCancel={working.work.cancel} />
          )}
          <div className="row">
            {done === null ? (
              <>
                <Button ref={goButton} onClick={goOn} disabled={shown !== null && !canWrite} loading={isRunning}>
                  {shown === null ? bulkWords.look : bulkWords.write(shown.result.counts.change)}
                </Button>
                <Button variant="default" onClick={close}>
                  {words.common.cancel}
                </Button>
              </>
            ) : (
              <>
                <Button ref={closeButton} onClick={onClose}>
                  {words.common.close}
                </Button>
                <Button variant="default" onClick={takeBack} loading={undo.isRunning}>
                  {bulkWords.undo}
                </Button>
              </>
            )}
          </div>
        </div>
      </FormProvider>
    </Dialog>
  );
};
