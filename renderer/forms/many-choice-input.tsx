import type { Ref } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { ChoiceInput } from './choice-input.tsx';
import type { Option } from './options.ts';

type ManyChoiceInputProps = {
  readonly label: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly onType?: ((typed: string) => void) | undefined;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onAdd?: ((typed: string) => void) | undefined;
};

/** Several values of a list: chosen one after the other, each shown as a tag that a click takes away. */
export const ManyChoiceInput = ({ values, onChange, options, ...rest }: ManyChoiceInputProps) => (
  <div className="double">
    <ChoiceInput
      {...rest}
      isMany
      value=""
      options={options.filter((option) => !values.includes(option.value))}
      onChange={(value) => {
        if (value !== '') onChange([...values, value]);
      }}
    />
    <div className="chips">
      {values.map((value) => {
        const label = options.find((option) => option.value === value)?.label ?? value.slice(0, 8);
        return (
          <button
            key={value}
            type="button"
            disabled={rest.disabled}
            aria-label={words.form.takeAway(label)}
            onClick={() => {
              onChange(values.filter((one) => one !== value));
            }}
          >
            {label} {rest.disabled === true ? '' : '×'}
          </button>
        );
      })}
    </div>
  </div>
);
