import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImportRow } from '#shared/contract/import-methods.ts';
import { targetOfField } from '#shared/import/column-target.ts';
import { targetLabel } from '#shared/text/import-screen-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { formatValue } from '#renderer/components/format.ts';
import { formKeys } from '#renderer/components/keys.ts';
import { Notice } from '#renderer/components/notices.tsx';
import type { TypedDecision } from './use-import-plan.ts';

const text = words.importing;

type RowDialogProps = {
  readonly row: ImportRow;
  readonly decision: TypedDecision | undefined;
  readonly onDone: (decision: TypedDecision) => void;
  readonly onClose: () => void;
};

const without = <T,>(record: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

type Issue = ImportRow['issues'][number];

/** What was read for a target whose text is not in a cell of the row, as a hint in its field. */
const readOf = (row: ImportRow, kind: string, target: string): string => {
  const { commune, team, residentialUnit, decision } = row.belongs;
  const named: Readonly<Record<string, string | null | undefined>> = {
    commune,
    teamName: team,
    residentialUnit,
    decisionNumber: decision?.number,
  };
  if (target in named) return named[target] ?? '';
  return row.values[target] === undefined ? '' : formatValue(kind, target, row.values[target]);
};

/** What is wrong with a target, to stand under its field. */
const errorOf = (row: ImportRow, target: string): string | undefined => {
  const wrong = row.issues.filter(
    ({ field, severity }) => severity === 'error' && field !== null && targetOfField(field) === target,
  );
  return wrong.length === 0 ? undefined : [...new Set(wrong.map(({ message }) => message))].join(' ');
};

/** The days that a date may mean, to be chosen with a key. */
const daysOf = (issue: Issue): readonly string[] =>
  issue.field !== null && typeof issue.details?.options === 'string' ? issue.details.options.split(' / ') : [];

/** One row: what is wrong or doubtful with it, and every way to settle that. */
export const RowDialog = ({ row, decision, onDone, onClose }: RowDialogProps) => {
  const [person, setPerson] = useState(decision?.person ?? '');
  const [take, setTake] = useState<Record<string, 'file' | 'books'>>({ ...decision?.take });
  const [texts, setTexts] = useState<Record<string, string>>({ ...decision?.texts });
  const [leaveOut, setLeaveOut] = useState(decision?.leaveOut ?? false);
  const wrongTargets = [
    ...new Set([
      ...row.issues.flatMap((issue) => (issue.field === null ? [] : [targetOfField(issue.field)])),
      ...Object.keys(texts),
    ]),
  ];
  const done = (): void => {
    onDone({
      sheet: row.sheet,
      row: row.row,
      part: row.part,
      ...(leaveOut ? { leaveOut } : {}),
      ...(person === '' ? {} : { person }),
      ...(Object.keys(take).length === 0 ? {} : { take }),
      ...(Object.keys(texts).length === 0 ? {} : { texts }),
    });
  };
  const { kind } = row;
  // What is wrong with a field stands under the field.
  const doubts = row.issues.filter(({ severity, field }) => severity !== 'error' || field === null);
  return (
    <Dialog title={`${text.rowTitle(row.row)}: ${row.title}`} size="xl" onClose={onClose}>
      <div className="stack" onKeyDown={formKeys(done)}>
        {doubts.length === 0 ? null : (
          <Notice tone="warn">
            <ul>
              {doubts.map((issue) => (
                <li key={`${issue.code} ${issue.field ?? ''}`}>
                  {issue.field === null ? '' : `${fieldLabel(kind, issue.field)}: `}
                  {issue.message}
                  {daysOf(issue).map((day) => (
                    <Button
                      key={day}
                      size="xs"
                      variant={texts[issue.field ?? ''] === day ? 'filled' : 'default'}
                      ml={8}
                      onClick={() => {
                        setTexts({ ...texts, [issue.field ?? '']: day });
                      }}
                    >
                      {day}
                    </Button>
                  ))}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {row.candidates.length === 0 ? null : (
          <Radio.Group label={text.candidates} value={person} onChange={setPerson}>
            <div className="stack" style={{ gap: 6, marginTop: 6 }}>
              {row.candidates.map((candidate) => (
                <Radio
                  key={candidate.id}
                  value={candidate.id}
                  label={`${candidate.title}${candidate.about === '' ? '' : ` (${candidate.about})`}`}
                  description={candidate.reasons.map((reason) => reason.sentence).join(' · ')}
                />
              ))}
              <Radio value="new" label={text.newPerson} />
            </div>
          </Radio.Group>
        )}
        {row.changes.length === 0 ? null : (
          <table className="plain-table sheet">
            <thead>
              <tr>
                <th>{text.changes}</th>
                <th>{text.inBooks}</th>
                <th>{text.inFile}</th>
                <th>{text.take}</th>
              </tr>
            </thead>
            <tbody>
              {row.changes.map((change) => (
                <tr key={`${change.kind} ${change.field}`}>
                  <td>{fieldLabel(change.kind, change.field)}</td>
                  <td className="break">{formatValue(change.kind, change.field, change.old)}</td>
                  <td className="break">{formatValue(change.kind, change.field, change.new)}</td>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={`${text.take}: ${fieldLabel(change.kind, change.field)}`}
                      value={take[change.field] ?? change.take ?? ''}
                      onChange={(event) => {
                        const { value } = event.currentTarget;
                        setTake(
                          value === 'file' || value === 'books'
                            ? { ...take, [change.field]: value }
                            : without(take, change.field),
                        );
                      }}
                    >
                      <option value="">{text.notDecided}</option>
                      <option value="file">{text.takeFile}</option>
                      <option value="books">{text.takeBooks}</option>
                    </NativeSelect>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {wrongTargets.length === 0 ? null : (
          <fieldset>
            <legend>{text.correct}</legend>
            <div className="fields">
              {wrongTargets.map((target) => (
                <TextInput
                  key={target}
                  className="double"
                  label={targetLabel(target, (field) => fieldLabel(kind, field))}
                  autoComplete="off"
                  placeholder={readOf(row, kind, target)}
                  description={texts[target] === undefined ? undefined : text.written(row.written[target] ?? '')}
                  error={texts[target] === decision?.texts?.[target] ? errorOf(row, target) : undefined}
                  value={texts[target] ?? row.written[target] ?? ''}
                  onFocus={(event) => {
                    event.currentTarget.select();
                  }}
                  onChange={(event) => {
                    const typed = event.currentTarget.value;
                    setTexts(typed === (row.written[target] ?? '') ? without(texts, target) : { ...texts, [target]: typed });
                  }}
                />
              ))}
            </div>
          </fieldset>
        )}
        <Checkbox
          label={text.leaveOut}
          checked={leaveOut}
          onChange={(event) => {
            setLeaveOut(event.currentTarget.checked);
          }}
        />
        <div className="row">
          <Button onClick={done}>{text.apply}</Button>
          <Button variant="default" onClick={onClose}>
            {words.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
