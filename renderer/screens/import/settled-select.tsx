import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

type SettledSelectProps = Omit<NativeSelectProps, 'value' | 'onChange'> & {
  readonly value: string;
  readonly onSettle: (value: string) => void;
};

/** Longer than between two presses of an arrow key, shorter than anybody waits. */
const delay = 600;

/**
 * A list whose choice has the file read anew: the keyboard passes over entries on its way, and only the one it stays on counts. Enter and
 * leaving the list settle at once.
 */
export const SettledSelect = ({ value, onSettle, onKeyDown, children, ...props }: SettledSelectProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  const settle = (chosen: string | null): void => {
    window.clearTimeout(timer.current);
    if (chosen !== null && chosen !== value) onSettle(chosen);
  };
  return (
    <NativeSelect
      {...props}
      value={typed ?? value}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        setTyped(chosen);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => {
          settle(chosen);
        }, delay);
      }}
      onBlur={() => {
        settle(typed);
        setTyped(null);
      }}
      onKeyDown={(event: KeyboardEvent<HTMLSelectElement>) => {
        if (event.key === 'Enter') settle(typed);
        onKeyDown?.(event);
      }}
    >
      {children}
    </NativeSelect>
  );
};
