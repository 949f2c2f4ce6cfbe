import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import type { Field } from '#shared/domain/field.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { ChoiceInput } from './choice-input.tsx';
import { ManyChoiceInput } from './many-choice-input.tsx';
import { useFormPlace, useOptions } from './options.ts';
import { useQuickAdd } from './quick-add-context.ts';
import { decisionKindOf, quickKinds } from './quick-kinds.ts';
import type { FormValues } from './read-form.ts';
import { SuggestInput, suggestedNames } from './suggest-input.tsx';

type FieldInputProps = {
  readonly kind: string;
  readonly name: string;
  readonly field: Field;
  readonly autoFocus?: boolean | undefined;
  /** In a table the head carries the label. */
  readonly isBare?: boolean;
};

/** Fields whose values are mostly long: two columns of the form. */
const longFields: readonly string[] = [
  'team.name',
  'teamId',
  'decisionId',
  'leaderDecisionId',
  'ceaseDecisionId',
  'note',
  'issuer',
  'agency',
  'session.title',
  'session.kind',
  'place',
  'hostAgency',
  'leadAgency',
  'coordinatingAgencies',
  'combinedWith',
  'organisationName',
  'decision.kind',
  'electionMethod',
  'generalEducation',
  'mediator.position',
  'person.position',
  'trainer.source',
  'ceaseReason',
  'nomination.personId',
  'nomination.teamId',
  'trainer.personId',
  'refusalReason',
  'subject',
];

/** Short lists are a native list; longer ones are searched by typing. */
const shortList = 12;

const placeholderOf = (field: Field): string => {
  if (field.type === 'partial-date') return words.form.partialDateHint;
  return field.type === 'date' ? words.form.dateHint : '';
};

type Adding = { readonly typed: string };

/** The input of one field, marked with its name, so that its value can be asked where it comes from. */
export const FieldInput = (props: FieldInputProps) => (
  <div style={{ display: 'contents' }} data-value={`${props.kind}.${props.name}`}>
    <FieldControl {...props} />
  </div>
);

/** Plain inputs, so that every input method works. */
const FieldControl = ({ kind, name, field, autoFocus = false, isBare = false }: FieldInputProps) => {
  const { control, register, formState } = useFormContext<Record<string, FormValues[string]>>();
  const place = useFormPlace();
  const QuickAdd = useQuickAdd();
  const [typed, setTyped] = useState('');
  const value = useWatch({ control, name, disabled: field.to === undefined });
  const choices = useOptions(field, { typed, chosen: chosenOf(value) });
  const [adding, setAdding] = useState<Adding | null>(null);
  const message = formState.errors[name]?.message;
  const error = typeof message === 'string' ? message : undefined;
  const label = fieldLabel(kind, name);
  const disabled = place.isReadOnly === true;
  const isLong = !isBare && (longFields.includes(name) || longFields.includes(`${kind}.${name}`));
  const className = isLong ? { className: 'double' } : {};
  const common = {
    ...className,
    ...(isBare ? { 'aria-label': label } : { label }),
    error,
    disabled,
    withAsterisk: field.required && !isBare,
    ...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {}),
  };
  const quick = field.to === undefined || disabled ? undefined : quickKinds[field.to];
  const choice = {
    label,
    isBare,
    error,
    disabled,
    autoFocus,
    required: field.required,
    ...className,
    options: choices,
    onType: field.to === undefined ? undefined : setTyped,
    ...(isBare ? { placeholder: '' } : {}),
    ...(quick === undefined
      ? {}
      : {
          onAdd: (typed: string) => {
            setAdding({ typed });
          },
        }),
  };
  const quickAdd = (take: (id: string) => void) =>
    adding === null || quick === undefined || field.to === undefined || QuickAdd === null ? null : (
      <QuickAdd
        kind={field.to}
        names={quick.names}
        values={{ [quick.typedInto]: adding.typed, communeId: place.communeId, ...kindOfDecision(kind, name) }}
        onClose={() => {
          setAdding(null);
        }}
        onDone={(id) => {
          setAdding(null);
          take(id);
        }}
      />
    );
  if (field.type === 'boolean') return <Checkbox mt={26} label={label} error={error} disabled={disabled} {...register(name)} />;
  if (field.type === 'codes' || field.type === 'references')
    return (
      <Controller
        control={control}
        name={name}
        render={({ field: input }) => {
          const values = Array.isArray(input.value) ? (input.value as readonly string[]) : [];
          return (
            <>
              <ManyChoiceInput {...choice} values={values} onChange={input.onChange} onBlur={input.onBlur} inputRef={input.ref} />
              {quickAdd((id) => {
                input.onChange([...values, id]);
              })}
            </>
          );
        }}
      />
    );
  if (field.codes && field.codes.length <= shortList)
    return (
      <Controller
        control={control}
        name={name}
        render={({ field: input }) => (
          <NativeSelect {...common} {...input} disabled={disabled} value={typeof input.value === 'string' ? input.value : ''}>
            <option value="">{isBare ? '' : words.common.notChosen}</option>
            {choices.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </NativeSelect>
        )}
      />
    );
  if (field.codes || field.to !== undefined || field.type === 'unit')
    return (
      <Controller
        control={control}
        name={name}
        render={({ field: input }) => (
          <>
            <ChoiceInput
              {...choice}
              value={typeof input.value === 'string' ? input.value : ''}
              onChange={input.onChange}
              onBlur={input.onBlur}
              inputRef={input.ref}
            />
            {quickAdd(input.onChange)}
          </>
        )}
      />
    );
  if (field.type === 'paragraph') return <Textarea {...common} className="wide" {...register(name)} disabled={disabled} />;
  if (field.type === 'text' && suggestedNames.includes(name))
    return (
      <Controller
        control={control}
        name={name}
        render={({ field: input }) => {
          const { label: _label, 'aria-label': _bareLabel, ...rest } = { label: '', 'aria-label': '', ...common };
          return (
            <SuggestInput
              {...rest}
              kind={kind}
              name={name}
              title={label}
              isBare={isBare}
              ref={input.ref}
              value={typeof input.value === 'string' ? input.value : ''}
              onChange={input.onChange}
              onBlur={input.onBlur}
            />
          );
        }}
      />
    );
  return (
    <TextInput
      {...common}
      placeholder={isBare || disabled ? '' : placeholderOf(field)}
      autoComplete="off"
      {...register(name)}
      disabled={disabled}
    />
  );
};

const chosenOf = (value: FormValues[string] | undefined): readonly string[] => {
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === 'string' && value !== '' ? [value] : [];
};

const kindOfDecision = (kind: string, name: string): Readonly<Record<string, string>> => {
  const found = decisionKindOf[`${kind} ${name}`];
  return found === undefined ? {} : { kind: found };
};
