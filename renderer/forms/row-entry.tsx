import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import type { Fields } from '#shared/domain/record.ts';
import { formKeys } from '../components/keys.ts';
import { FieldInput } from './field-input.tsx';
import { FormNotices } from './form-notices.tsx';
import { FormPlaceProvider, type FormPlace } from './options.ts';
import { useRecordForm } from './use-record-form.ts';

type RowEntryProps = {
  readonly kind: string;
  readonly fields: Fields;
  /** One input for each column, in their order. */
  readonly names: readonly string[];
  /** Columns of the table behind the inputs. */
  readonly moreColumns?: number;
  /** What the first row starts from. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** What every following row starts from; sticky ones keep what was typed. */
  readonly next?: Readonly<Record<string, string>>;
  readonly sticky?: readonly string[];
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly place: FormPlace;
  readonly draftName: string;
  readonly addLabel: string;
  readonly hint: ReactNode;
  readonly autoFocus?: boolean;
  readonly onAdded: () => void;
};

const nothing: Readonly<Record<string, string>> = {};

/** A row at the end of a table in which the next record is typed, as in a spreadsheet: Enter to the next cell, Ctrl+Enter to the next row. */
export const RowEntry = (props: RowEntryProps) => {
  const { kind, fields, names, moreColumns = 0, values = nothing, next = nothing, sticky = [], fixed, place } = props;
  const { draftName, addLabel, hint, autoFocus = false, onAdded } = props;
  const [start] = useState(values);
  const [count, setCount] = useState(0);
  const state = useRecordForm({ kind, fields, names, id: undefined, values: start, fixed, draftName });
  const { setFocus } = state.form;
  const first = names[0] ?? '';
  // A reset forgets its inputs until they are drawn again; only then the first one can take the focus.
  useEffect(() => {
    if (count > 0) setFocus(first);
  }, [count, first, setFocus]);
  const save = (confirmed = false): void => {
    const typed = state.form.getValues();
    void state.save(confirmed).then((id) => {
      if (id === null) return;
      onAdded();
      state.startOver(
        Object.fromEntries(names.map((name) => [name, sticky.includes(name) ? (typed[name] ?? '') : (next[name] ?? '')])),
      );
      setCount((now) => now + 1);
    });
  };
  const hasNotices =
    state.draftSavedAt !== null || state.failure !== null || state.issues.length > 0 || state.questions.length > 0;
  const notices = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (hasNotices) notices.current?.scrollIntoView({ block: 'nearest' });
  }, [hasNotices]);
  const width = names.length + moreColumns;
  return (
    <FormProvider {...state.form}>
      <FormPlaceProvider value={place}>
        <tr
          className="entry-row"
          onKeyDown={formKeys(() => {
            save();
          })}
        >
          {names.map((name) => {
            const field = fields[name];
            return (
              <td key={name} style={{ padding: '4px 4px 4px 6px' }}>
                {field ? (
                  <FieldInput kind={kind} name={name} field={field} isBare autoFocus={autoFocus && name === first} />
                ) : null}
              </td>
            );
          })}
          {moreColumns > 0 ? <td colSpan={moreColumns} /> : null}
        </tr>
        {hasNotices ? (
          <tr ref={notices}>
            <td colSpan={width}>
              <div className="stack">
                <FormNotices
                  kind={kind}
                  state={state}
                  onConfirm={() => {
                    save(true);
                  }}
                />
              </div>
            </td>
          </tr>
        ) : null}
        <tr className="entry-row">
          <td colSpan={width} style={{ padding: '0 6px 8px' }}>
            <div className="row">
              <Button
                size="xs"
                loading={state.isSaving}
                onClick={() => {
                  save();
                }}
              >
                {addLabel}
              </Button>
              <span className="muted small">{hint}</span>
            </div>
          </td>
        </tr>
      </FormPlaceProvider>
    </FormProvider>
  );
};
