import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { RecordView } from '#shared/contract/views.ts';
import { findKind } from '#shared/domain/kinds.ts';
import { fieldLabel, kindLabel } from '#shared/text/labels.vi.ts';
import { issueMessage } from '#shared/text/messages.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '../components/dialog.tsx';
import type { HistoryOf } from '../components/history-dialog.tsx';
import { formKeys } from '../components/keys.ts';
import { FailureNotice } from '../components/notices.tsx';
import { useAnswer, useWork } from '../rpc/use-engine.ts';
import { useSession } from '../session.tsx';
import { FieldInput } from './field-input.tsx';
import { FormPlaceProvider } from './options.ts';
import { formValuesOf, readForm, type FormValues } from './read-form.ts';

const text = words.decide;

type Target = HistoryOf & { readonly field: string };

const targetsOf = (of: readonly HistoryOf[]): readonly Target[] =>
  of.flatMap((one) => Object.keys(findKind(one.kind)?.fields ?? {}).map((field) => ({ ...one, field })));

type ValueFormProps = { readonly target: Target; readonly record: RecordView; readonly onClose: () => void };

const ValueForm = ({ target, record, onClose }: ValueFormProps) => {
  const { notify } = useSession();
  const fields = findKind(target.kind)?.fields ?? {};
  const form = useForm<Record<string, FormValues[string]>>({
    defaultValues: formValuesOf(fields, [target.field], record.values),
  });
  const [reason, setReason] = useState('');
  const make = useWork('proposal.make');
  const field = fields[target.field];
  const save = (): void => {
    const { draft, issues } = readForm(fields, [target.field], form.getValues());
    const [issue] = issues;
    if (issue) {
      form.setError(target.field, { message: issueMessage(issue) });
      return;
    }
    const value = draft[target.field] ?? null;
    void make.run({ kind: target.kind, id: target.id, field: target.field, value, reason }).then((reply) => {
      if (!reply.ok) return;
      notify(text.proposeMade);
      onClose();
    });
  };
  if (field === undefined) return null;
  const communeId = record.values.communeId;
  return (
    <FormProvider {...form}>
      <FormPlaceProvider
        value={{ communeId: typeof communeId === 'string' ? communeId : null, officeId: record.officeId, isReadOnly: false }}
      >
        <div className="stack" onKeyDown={formKeys(save)}>
          <FailureNotice failure={make.failure} />
          <FieldInput kind={target.kind} name={target.field} field={field} />
          <TextInput
            label={text.reason}
            required
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
          />
          <div className="row">
            <Button onClick={save} loading={make.isRunning} disabled={reason.trim() === ''}>
              {text.send} (Ctrl+Enter)
            </Button>
          </div>
        </div>
      </FormPlaceProvider>
    </FormProvider>
  );
};

/** The province proposes another value for one field of an office's record. */
export const ProposeDialog = ({ of, onClose }: { readonly of: readonly HistoryOf[]; readonly onClose: () => void }) => {
  const targets = targetsOf(of);
  const [index, setIndex] = useState(0);
  const target = targets[index];
  const { data } = useAnswer('record.get', { kind: target?.kind ?? '', id: target?.id ?? '' }, { enabled: target !== undefined });
  return (
    <Dialog title={text.proposeTitle} size="lg" onClose={onClose}>
      <div className="stack">
        <p className="muted">{text.proposeIntro}</p>
        <NativeSelect
          label={text.proposeField}
          data-autofocus
          value={String(index)}
          onChange={(event) => {
            setIndex(Number(event.currentTarget.value));
          }}
        >
          {targets.map((one, at) => (
            <option key={`${one.kind} ${one.field}`} value={String(at)}>
              {of.length > 1 ? `${kindLabel(one.kind)}: ` : ''}
              {fieldLabel(one.kind, one.field)}
            </option>
          ))}
        </NativeSelect>
        {target === undefined || data?.id !== target.id ? null : (
          <ValueForm key={`${target.id} ${target.field}`} target={target} record={data} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
};
