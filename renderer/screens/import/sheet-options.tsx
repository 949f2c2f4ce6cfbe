import { Button, Checkbox, NumberInput } from '@mantine/core';
import type { ImportSheet, SheetChoice } from '#shared/contract/import-methods.ts';
import { importKinds } from '#shared/import/column-target.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { ChoiceInput } from '#renderer/forms/choice-input.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { SettledSelect } from './settled-select.tsx';
import type { PlanInput } from './use-import-plan.ts';

const text = words.importing;

type SheetOptionsProps = {
  readonly sheet: ImportSheet;
  readonly choice: SheetChoice;
  readonly input: PlanInput;
  readonly fitting: readonly string[];
  readonly onChoice: (choice: SheetChoice) => void;
  readonly onInput: (input: PlanInput) => void;
  readonly onSaveMapping: () => void;
};

/** The saved ways to read columns, where there are any; those that fit the file say so. */
const MappingChoice = ({ input, fitting, onInput }: Pick<SheetOptionsProps, 'input' | 'fitting' | 'onInput'>) => {
  const { data } = useAnswer('import.listMappings', {});
  if (data === undefined || data.length === 0) return null;
  return (
    <SettledSelect
      w={210}
      label={text.mapping}
      value={typeof input.mapping === 'string' ? input.mapping : ''}
      onSettle={(mapping) => {
        const { mapping: _before, sheets: _sheets, ...rest } = input;
        onInput(mapping === '' ? rest : { ...rest, mapping });
      }}
    >
      <option value="">{text.noMapping}</option>
      {data.map(({ name }) => (
        <option key={name} value={name}>
          {fitting.includes(name) ? text.mappingFits(name) : name}
        </option>
      ))}
    </SettledSelect>
  );
};

/** What holds for a whole sheet: whether it is taken in, what it lists, whose it is, where its head is. */
export const SheetOptions = ({ sheet, choice, input, fitting, onChoice, onInput, onSaveMapping }: SheetOptionsProps) => {
  const communes = useAnswer('catalogue.officeCommunes', {});
  const { kind, headerRows } = sheet;
  const first = headerRows?.first ?? 1;
  const last = headerRows?.last ?? first;
  const setHeader = (from: number, to: number): void => {
    const { columns: _before, ...rest } = choice;
    if (from >= 1 && from <= to && to - from < 10) onChoice({ ...rest, headerRows: { first: from, last: to } });
  };
  return (
    <div className="filters sheet-options">
      <Checkbox
        mb={8}
        label={sheet.hidden ? `${text.use} (${text.useHidden})` : text.use}
        checked={sheet.used || choice.use === true}
        onChange={(event) => {
          onChoice({ ...choice, use: event.currentTarget.checked });
        }}
      />
      <SettledSelect
        w={170}
        label={text.kind}
        value={kind ?? ''}
        onSettle={(typed) => {
          const chosen = importKinds.find((one) => one === typed);
          const { columns: _before, ...rest } = choice;
          if (chosen) onChoice({ ...rest, kind: chosen });
        }}
      >
        {kind === null ? <option value="">{words.common.notChosen}</option> : null}
        {importKinds.map((one) => (
          <option key={one} value={one}>
            {text.kinds[one]}
          </option>
        ))}
      </SettledSelect>
      <ChoiceInput
        width={230}
        label={text.commune}
        placeholder={words.common.notChosen}
        options={(communes.data ?? []).map((unit) => ({ value: unit.id, label: unit.fullName }))}
        value={sheet.communeId ?? ''}
        onChange={(communeId) => {
          const { communeId: _before, ...rest } = choice;
          onChoice(communeId === '' ? rest : { ...rest, communeId });
        }}
      />
      <NumberInput
        key={`from ${first}`}
        w={104}
        min={1}
        hideControls
        label={text.headerFrom}
        defaultValue={headerRows === null ? '' : first}
        onBlur={(event) => {
          const typed = Number(event.currentTarget.value);
          if (typed !== first || headerRows === null) setHeader(typed, Math.max(typed, typed + last - first));
        }}
      />
      <NumberInput
        key={`to ${last}`}
        w={80}
        min={1}
        hideControls
        label={text.headerTo}
        defaultValue={headerRows === null ? '' : last}
        onBlur={(event) => {
          const typed = Number(event.currentTarget.value);
          if (typed !== last) setHeader(Math.min(first, typed), typed);
        }}
      />
      {choice.headerRows === undefined ? null : (
        <Button
          variant="default"
          onClick={() => {
            const { headerRows: _rows, columns: _columns, ...rest } = choice;
            onChoice(rest);
          }}
        >
          {text.headerRecognise}
        </Button>
      )}
      <MappingChoice input={input} fitting={fitting} onInput={onInput} />
      {sheet.definition === null ? null : (
        <Button variant="default" onClick={onSaveMapping}>
          {text.saveMapping}
        </Button>
      )}
    </div>
  );
};
