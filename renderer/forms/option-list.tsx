import { words } from '#shared/text/screen-words.vi.ts';
import type { Option } from './options.ts';

type OptionListProps = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly onPick: (option: Option) => void;
  readonly addLabel: string | null;
  readonly onAdd: () => void;
};

/** The list under a field: what matches, and where allowed a line that enters something new. */
export const OptionList = ({ id, label, options, active, onPick, addLabel, onAdd }: OptionListProps) => (
  <div className="options">
    <div id={id} role="listbox" aria-label={label}>
      {options.map((option, index) => (
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          ref={(element) => {
            if (index === active) element?.scrollIntoView({ block: 'nearest' });
          }}
          // The field keeps the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(option);
          }}
        >
          {option.label}
        </div>
      ))}
      {options.length === 0 ? (
        <div role="option" aria-selected={false} aria-disabled="true" className="none">
          {words.form.noOption}
        </div>
      ) : null}
    </div>
    {addLabel === null ? null : (
      <button
        type="button"
        tabIndex={-1}
        className="add link-button"
        style={{ display: 'block', width: '100%', padding: '6px 12px' }}
        onMouseDown={(event) => {
          event.preventDefault();
          onAdd();
        }}
      >
        {addLabel}
      </button>
    )}
  </div>
);
