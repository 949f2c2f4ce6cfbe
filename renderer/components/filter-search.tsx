import { TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useAction } from '#renderer/actions/use-action.ts';
import { words } from '#shared/text/screen-words.vi.ts';

type FilterSearchProps = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: number;
};

/** The search field over a list. Arrow down and Enter go into the list, Escape empties the field. */
export const FilterSearch = ({ inputRef, value, onChange, width = 220 }: FilterSearchProps) => {
  useAction('app.find', () => {
    inputRef.current?.focus();
    inputRef.current?.select();
  });
  return (
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
};
