import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { FormProvider } from 'react-hook-form';
import { findKind } from '#shared/domain/kinds.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formKeys } from '../components/keys.ts';
import { useLeaveGuard } from '../components/leave-guard.tsx';
import { FieldInput } from './field-input.tsx';
import { FormNotices } from './form-notices.tsx';
import type { QuickAddProps } from './quick-add-context.ts';
import { useRecordForm } from './use-record-form.ts';

/** A small form in a dialog, to enter what a bigger form refers to without leaving it. */
export const QuickAdd = ({ kind, names, values, onDone, onClose }: QuickAddProps) => {
  const fields = findKind(kind)?.fields ?? {};
  const state = useRecordForm({ kind, fields, names, id: undefined, values, draftName: null });
  const guard = useLeaveGuard(state.isDirty, onClose);
  const save = (confirmed = false): void => {
    void state.save(confirmed).then((id) => {
      if (id !== null) onDone(id);
    });
  };
  const keys = formKeys(() => {
    save();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    keys(event);
    // React lets keys of a dialog rise to the form that opened it, which would save that one too.
    event.stopPropagation();
  };
  return (
    <Dialog onClose={guard.leave} title={`${words.form.addNew}: ${kindLabel(kind).toLowerCase()}`} size="xl">
      <FormProvider {...state.form}>
        <div className="stack" onKeyDown={onKeyDown}>
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
          </div>
        </div>
      </FormProvider>
      {guard.dialog}
    </Dialog>
  );
};
