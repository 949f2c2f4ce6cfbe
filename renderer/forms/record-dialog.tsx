import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { FormProvider } from 'react-hook-form';
import { findKind } from '#shared/domain/kinds.ts';
import type { Fields } from '#shared/domain/record.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '../components/dialog.tsx';
import { formKeys } from '../components/keys.ts';
import { useLeaveGuard } from '../components/leave-guard.tsx';
import { FailureNotice } from '../components/notices.tsx';
import { recordsText } from '../provenance/records-text.ts';
import { useWork } from '../rpc/use-engine.ts';
import { FieldInput } from './field-input.tsx';
import { FormNotices } from './form-notices.tsx';
import { useRecordForm } from './use-record-form.ts';

type RecordDialogProps = {
  readonly title: string;
  readonly kind: string;
  /** Record that is changed; absent for a new one. */
  readonly id?: string;
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  /** Fields that must be filled here though the kind does not ask for them. */
  readonly required?: readonly string[];
  /** Fields that are saved along without an input. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Offers to remove the record, with this as the reason. */
  readonly removeReason?: string;
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
};

const withRequired = (fields: Fields, required: readonly string[] = []): Fields => ({
  ...fields,
  ...Object.fromEntries(
    required.flatMap((name) => {
      const field = fields[name];
      return field ? [[name, { ...field, required: true }]] : [];
    }),
  ),
});

/** A short record in a dialog: what a bigger form refers to or consists of. */
export const RecordDialog = (props: RecordDialogProps) => {
  const { title, kind, id, names, values, fixed, required, removeReason, onDone, onClose } = props;
  const fields = useMemo(() => withRequired(findKind(kind)?.fields ?? {}, required), []); // eslint-disable-line react-hooks/exhaustive-deps -- as the dialog was opened
  const kept = useMemo(() => values, []); // eslint-disable-line react-hooks/exhaustive-deps -- the dialog starts from what it was opened with
  const state = useRecordForm({
    kind,
    fields,
    names,
    id,
    values: kept,
    draftName: null,
    ...(fixed === undefined ? {} : { fixed }),
  });
  const guard = useLeaveGuard(state.isDirty, onClose);
  const remove = useWork('record.remove');
  const save = (confirmed = false): void => {
    void state.save(confirmed).then((saved) => {
      if (saved !== null) onDone(saved);
    });
  };
  return (
    <Dialog onClose={guard.leave} title={title} size="xl">
      <FormProvider {...state.form}>
        <div
          className="stack"
          data-records={id === undefined ? undefined : recordsText({ kind, id })}
          onKeyDown={formKeys(() => {
            save();
          })}
        >
          <FailureNotice failure={remove.failure} />
          <FormNotices
            kind={kind}
            state={state}
            onConfirm={() => {
              save(true);
            }}
          />
          <div className="fields">
            {names.map((name, index) => {
              const field = fields[name];
              return field ? <FieldInput key={name} kind={kind} name={name} field={field} autoFocus={index === 0} /> : null;
            })}
          </div>
          <div className="row">
            <Button
              onClick={() => {
                save();
              }}
              loading={state.isSaving}
            >
              {words.common.saveHint}
            </Button>
            <Button variant="default" onClick={guard.leave}>
              {words.common.cancel}
            </Button>
            {id === undefined || removeReason === undefined ? null : (
              <Button
                variant="default"
                ml="auto"
                loading={remove.isRunning}
                onClick={() => {
                  void remove.run({ kind, id, reason: removeReason }).then((reply) => {
                    if (reply.ok) onDone(id);
                  });
                }}
              >
                {words.common.remove}
              </Button>
            )}
          </div>
        </div>
      </FormProvider>
      {guard.dialog}
    </Dialog>
  );
};
