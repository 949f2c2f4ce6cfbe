import type { ImportSheet } from '#shared/contract/import-methods.ts';
import { targetsOf, type ColumnTarget, type ImportKind } from '#shared/import/column-target.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { SettledSelect } from './settled-select.tsx';

const text = words.importing;

type TargetSelectProps = {
  readonly id: string;
  readonly column: ImportSheet['columns'][number];
  readonly kind: ImportKind | null;
  readonly labelOf: (target: ColumnTarget) => string;
  readonly onChange: (target: ColumnTarget | null) => void;
  /** The keyboard goes back to the cells. */
  readonly onDone: () => void;
};

/** What one column is taken for. */
export const TargetSelect = ({ id, column, kind, labelOf, onChange, onDone }: TargetSelectProps) => {
  const targets = kind === null ? [] : targetsOf(kind);
  return (
    <SettledSelect
      id={id}
      size="xs"
      variant="unstyled"
      disabled={kind === null}
      aria-label={text.targetOf(column.letter)}
      title={column.confidence === 'sure' ? undefined : text.unsure}
      value={column.target ?? ''}
      onSettle={(chosen) => {
        onChange(targets.find((one) => one === chosen) ?? null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <option value="">{text.ignored}</option>
      {targets.map((target) => (
        <option key={target} value={target}>
          {labelOf(target)}
        </option>
      ))}
    </SettledSelect>
  );
};
