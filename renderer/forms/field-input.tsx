import { Checkbox, MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import type { Field } from '#shared/domain/field.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { useOptions, type Option } from './options.ts';
import type { FormValues } from './read-form.ts';

type FieldInputProps = {
  readonly kind: string;
  readonly name: string;
  readonly field: Field;
  readonly autoFocus?: boolean | undefined;
  /** Options in place of the field's own, e.g. teams of one commune. */
  readonly options?: readonly Option[] | undefined;
};

const hintOf = (field: Field): string | undefined =>
  field.type === 'partial-date' || field.type === 'date' ? words.form.dateHint : undefined;

/** The input of one field: plain inputs, so that every input method works. */
export const FieldInput = ({ kind, name, field, autoFocus, options }: FieldInputProps) => {
  const { control, register, formState } = useFormContext<Record<string, FormValues[string]>>();
  const found = useOptions(field, options === undefined);
  const choices = options ?? found;
  const message = formState.errors[name]?.message;
  const error = typeof message === 'string' ? message : undefined;
  const label = fieldLabel(kind, name);
  const common = {
    label,
    error,
    withAsterisk: field.required,
    ...(autoFocus === true ? { 'data-autofocus': true, autoFocus: true } : {}),
  };
  if (field.type === 'boolean') return <Checkbox mt={26} label={label} error={error} {...register(name)} />;
  if (field.type === 'codes' || field.type === 'references')
    return (
      <Controller
        control={control}
        name={name}
        render={({ field: input }) => (
          <MultiSelect
            {...common}
            className="wide"
            searchable
            data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
            value={Array.isArray(input.value) ? [...(input.value as readonly string[])] : []}
            onChange={input.onChange}
            onBlur={input.onBlur}
            ref={input.ref}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
        )}
      />
    );
  if (field.codes || field.to !== undefined || field.type === 'unit')
    return (
      <Controller
        control={control}
        name={name}
        render={({ field: input }) => (
          <NativeSelect {...common} {...input} value={typeof input.value === 'string' ? input.value : ''}>
            <option value="">{words.common.notChosen}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </NativeSelect>
        )}
      />
    );
  if (field.type === 'paragraph') return <Textarea {...common} className="wide" {...register(name)} />;
  return <TextInput {...common} placeholder={hintOf(field)} autoComplete="off" {...register(name)} />;
};
