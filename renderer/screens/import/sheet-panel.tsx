import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { ImportSheet, SheetChoice } from '#shared/contract/import-methods.ts';
import { importKinds, targetsOf, type ColumnTarget, type ImportKind } from '#shared/import/column-target.ts';
import { encodings } from '#shared/import/encoding.ts';
import { targetLabel } from '#shared/text/import-screen-words.vi.ts';
import { fieldLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { ChoiceInput } from '#renderer/forms/choice-input.tsx';
import { useAnswer } from '#renderer/rpc/use-engine.ts';

const text = words.importing;

type SheetPanelProps = {
  readonly sheet: ImportSheet;
  readonly choice: SheetChoice;
  readonly onChange: (choice: SheetChoice) => void;
  readonly onSaveMapping: () => void;
};

const labelOf = (kind: ImportKind | null, target: string): string =>
  targetLabel(target, (field) => fieldLabel(kind ?? 'person', field));

/** Where the text of the file may be in an old code: what it says and how it is read. */
const Encoding = ({ sheet, choice, onChange }: Omit<SheetPanelProps, 'onSaveMapping'>) => {
  const { encoding, reason, needsAnswer, samples } = sheet.encoding;
  const why = text.encodingReasons[reason];
  return (
    <div className="row end">
      <NativeSelect
        w={220}
        label={text.encoding}
        value={encoding}
        error={needsAnswer}
        onChange={(event) => {
          const chosen = encodings.find((one) => one === event.currentTarget.value);
          if (chosen) onChange({ ...choice, encoding: chosen });
        }}
      >
        {encodings.map((one) => (
          <option key={one} value={one}>
            {text.encodings[one]}
          </option>
        ))}
      </NativeSelect>
      {why === '' ? null : <span className={needsAnswer ? 'badge warn' : 'muted small'}>{why}</span>}
      {needsAnswer ? (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            onChange({ ...choice, encoding });
          }}
        >
          {text.accept}
        </Button>
      ) : null}
      {samples.slice(0, 2).map((sample) => (
        <span key={sample.before} className="small">
          <span className="muted">{text.before}:</span> {sample.before} <span className="muted">→ {text.after}:</span>{' '}
          <strong>{sample.after}</strong>
        </span>
      ))}
    </div>
  );
};

/** How one sheet is understood, to be corrected: kind, commune, code of the text, and what each column holds. */
export const SheetPanel = ({ sheet, choice, onChange, onSaveMapping }: SheetPanelProps) => {
  const communes = useAnswer('catalogue.officeCommunes', {});
  const kind = sheet.kind;
  const targets = kind === null ? [] : targetsOf(kind);
  const setColumn = (column: number, target: ColumnTarget | null): void => {
    // What was recognised of the other columns stays as it is shown.
    const shown = Object.fromEntries(sheet.columns.map((one) => [String(one.column), one.target]));
    onChange({ ...choice, columns: { ...shown, [String(column)]: target } });
  };
  return (
    <section className="sheet padded" aria-label={`${text.sheet} ${sheet.name}`}>
      <div className="stack">
        <div className="filters" style={{ marginBottom: 0 }}>
          <Checkbox
            mb={8}
            label={text.use}
            checked={sheet.used}
            onChange={(event) => {
              onChange({ ...choice, use: event.currentTarget.checked });
            }}
          />
          <NativeSelect
            w={210}
            label={text.kind}
            value={kind ?? ''}
            onChange={(event) => {
              const chosen = importKinds.find((one) => one === event.currentTarget.value);
              if (chosen) onChange({ ...choice, kind: chosen });
            }}
          >
            {kind === null ? <option value="">{words.common.notChosen}</option> : null}
            {importKinds.map((one) => (
              <option key={one} value={one}>
                {text.kinds[one]}
              </option>
            ))}
          </NativeSelect>
          <ChoiceInput
            width={260}
            label={text.commune}
            placeholder={words.common.notChosen}
            options={(communes.data ?? []).map((unit) => ({ value: unit.id, label: unit.fullName }))}
            value={sheet.communeId ?? ''}
            onChange={(communeId) => {
              const { communeId: _before, ...rest } = choice;
              onChange(communeId === '' ? rest : { ...rest, communeId });
            }}
          />
        </div>
        {sheet.encoding.reason === 'none' ? null : <Encoding sheet={sheet} choice={choice} onChange={onChange} />}
        {sheet.columns.length === 0 ? null : (
          <details className="column-list" open={sheet.columns.some((column) => column.confidence !== 'sure')}>
            <summary>
              {text.columns} <span className="muted">{sheet.columns.length}</span>
            </summary>
            <div className="scroll-x">
              <table className="plain-table">
                <thead>
                  <tr>
                    <th>{text.column}</th>
                    <th>{text.header}</th>
                    <th>{text.samples}</th>
                    <th>{text.target}</th>
                  </tr>
                </thead>
                <tbody>
                  {sheet.columns.map((column) => (
                    <tr key={column.column}>
                      <td>{column.letter}</td>
                      <td className="break">{column.header.join(' / ')}</td>
                      <td className="muted break">{column.samples.slice(0, 3).join(' · ')}</td>
                      <td>
                        <div className="row" style={{ flexWrap: 'nowrap' }}>
                          <NativeSelect
                            size="xs"
                            w={250}
                            aria-label={`${text.column} ${column.letter}: ${text.target}`}
                            value={column.target ?? ''}
                            onChange={(event) => {
                              setColumn(column.column, targets.find((one) => one === event.currentTarget.value) ?? null);
                            }}
                          >
                            <option value="">{text.ignored}</option>
                            {targets.map((target) => (
                              <option key={target} value={target}>
                                {labelOf(kind, target)}
                              </option>
                            ))}
                          </NativeSelect>
                          {column.confidence === 'sure' ? null : <span className="badge warn">{text.unsure}</span>}
                        </div>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <Button size="xs" variant="default" mt={8} onClick={onSaveMapping}>
              {text.saveMapping}
            </Button>
          </details>
        )}
      </div>
    </section>
  );
};
