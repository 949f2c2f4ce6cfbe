import { useState } from 'react';
import type { ImportRow, ImportSheet, MappingDefinition, SheetChoice } from '#shared/contract/import-methods.ts';
import { targetLabel } from '#shared/text/import-screen-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { Notice } from '#renderer/components/notices.tsx';
import { CellTable } from './cell-table.tsx';
import { EncodingQuestion } from './encoding-question.tsx';
import { MappingDialog } from './mapping-dialog.tsx';
import { SheetOptions } from './sheet-options.tsx';
import type { PlanInput, PlanState } from './use-import-plan.ts';

const text = words.importing;

type SheetViewProps = {
  readonly input: PlanInput;
  readonly planning: PlanState;
  readonly onChange: (input: PlanInput) => void;
  readonly onOpen: (row: ImportRow) => void;
};

const stateOf = (sheet: ImportSheet): string => {
  if (sheet.used) return sheet.kind === null ? '' : text.kinds[sheet.kind];
  return text.sheetReasons[sheet.reason ?? ''] ?? '';
};

const nameOf = (sheet: ImportSheet): string => (sheet.name === '' ? text.sheet : sheet.name);

/** The sheets of a file: what was recognised of each above its cells as the file has them, all of it to be corrected. */
export const SheetView = ({ input, planning, onChange, onOpen }: SheetViewProps) => {
  const { sheets, plan, failure, fitting } = planning;
  const [chosen, setChosen] = useState<number | null>(null);
  const [mapping, setMapping] = useState<MappingDefinition | null>(null);
  const sheet = sheets.find((one) => one.index === chosen) ?? sheets.find((one) => one.used) ?? sheets[0];
  if (sheet === undefined) return null;
  const choice = input.sheets?.[String(sheet.index)] ?? {};
  const change = (next: SheetChoice): void => {
    onChange({ ...input, sheets: { ...input.sheets, [String(sheet.index)]: next } });
  };
  const hiddenColumns = sheet.columns.filter((column) => column.hidden && column.filled > 0).length;
  const rows = plan?.rows.filter((row) => row.sheet === sheet.index) ?? [];
  return (
    <>
      {sheets.length === 1 ? null : (
        <div className="sheet-list" role="group" aria-label={text.sheets}>
          {sheets.map((one) => (
            <button
              key={one.index}
              type="button"
              aria-pressed={one.index === sheet.index}
              className={one.used ? '' : 'unused'}
              onClick={() => {
                setChosen(one.index);
              }}
            >
              <strong>{nameOf(one)}</strong> <span className="small">{stateOf(one)}</span>
            </button>
          ))}
        </div>
      )}
      <SheetOptions
        sheet={sheet}
        choice={choice}
        input={input}
        fitting={fitting}
        onChoice={change}
        onInput={onChange}
        onSaveMapping={() => {
          setMapping(sheet.definition);
        }}
      />
      {sheet.encoding.reason === 'none' ? null : <EncodingQuestion sheet={sheet} choice={choice} onChange={change} />}
      {failure?.code === 'spreadsheet-no-table' ? <Notice tone="warn">{text.noTable}</Notice> : null}
      {hiddenColumns === 0 ? null : <Notice>{text.hiddenTold(hiddenColumns)}</Notice>}
      <CellTable
        key={sheet.index}
        input={input}
        sheet={sheet}
        rows={rows}
        labelOf={(target) => targetLabel(target, (field) => fieldLabel(sheet.kind ?? 'person', field))}
        onTarget={(column, target) => {
          // What was recognised of the other columns stays as it is shown.
          const shown = Object.fromEntries(sheet.columns.map((one) => [String(one.column), one.target]));
          change({ ...choice, columns: { ...shown, ...choice.columns, [String(column)]: target } });
        }}
        onHeader={(headerRows) => {
          const { columns: _before, ...rest } = choice;
          change({ ...rest, use: true, headerRows });
        }}
        onOpen={onOpen}
      />
      {mapping === null ? null : (
        <MappingDialog
          definition={mapping}
          onClose={() => {
            setMapping(null);
          }}
        />
      )}
    </>
  );
};
