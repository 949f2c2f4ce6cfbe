import { TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';

type FilterSearchProps = {
  readonly inputRef: Ref<HTMLInputElement>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: number;
};

/** The search field over a list. Arrow down and Enter go into the list, Escape empties the field. */
export const FilterSearch = ({ inputRef, value, onChange, width = 220 }: FilterSearchProps) => (
  <TextInput
    ref={inputRef}
    w={width}
    label={words.common.search}
    value={value}
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
    onKeyDown={(event) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'ArrowDown' || event.key === 'Enter') {
        event.preventDefault();
        document.querySelector<HTMLElement>('.grid-table .scroll')?.focus();
      } else if (event.key === 'Escape' && value !== '') {
        event.stopPropagation();
        onChange('');
      }
    }}
  />
);
