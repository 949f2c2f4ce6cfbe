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
 * leaving the list settle at once, Escape takes it back.
 */
export const SettledSelect = ({ value, onSettle, onKeyDown, children, ...props }: SettledSelectProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const pending = useRef<string | null>(null);
  const settled = useRef<string | null>(null);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
    },
    [],
  );
  const drop = (): void => {
    window.clearTimeout(timer.current);
    pending.current = null;
  };
  const settle = (): void => {
    const chosen = pending.current;
    drop();
    // Back to what is shown counts while another choice is still being read.
    if (chosen === null || (chosen === value && chosen === (settled.current ?? value))) return;
    settled.current = chosen;
    onSettle(chosen);
  };
  return (
    <NativeSelect
      {...props}
      value={typed ?? value}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        setTyped(chosen);
        drop();
        pending.current = chosen;
        timer.current = window.setTimeout(settle, delay);
      }}
      onBlur={() => {
        settle();
        setTyped(null);
      }}
      onKeyDown={(event: KeyboardEvent<HTMLSelectElement>) => {
        if (event.key === 'Enter') settle();
        if (event.key === 'Escape') {
          drop();
          setTyped(null);
        }
        onKeyDown?.(event);
      }}
    >
      {children}
    </NativeSelect>
  );
};
