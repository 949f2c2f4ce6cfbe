import { Popover, TextInput } from '@mantine/core';
import { useId, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { useAnswer } from '#renderer/rpc/use-engine.ts';
import { matchOptions } from './match-options.ts';
import { OptionList } from './option-list.tsx';

/** Plain text fields in which an office types the same again and again. */
export const suggestedNames: readonly string[] = [
  'position',
  'organisation',
  'occupation',
  'agency',
  'qualification',
  'fieldOfLaw',
  'issuer',
  'signerTitle',
  'hostAgency',
  'leadAgency',
  'coordinatingAgencies',
  'combinedWith',
  'place',
  'organisationName',
];

const shownAtMost = 6;
const leastTyped = 2;

type SuggestInputProps = Omit<ComponentProps<typeof TextInput>, 'onChange' | 'value' | 'label'> & {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly isBare: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/**
 * A plain text field that offers what the office has typed there before. Never in the way: nothing is marked until the arrow goes down, so
 * Enter goes on with what was typed; Escape closes the list only.
 */
export const SuggestInput = ({ kind, name, title, isBare, value, onChange, onBlur, ...input }: SuggestInputProps) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { data } = useAnswer('record.values', { kind, field: name }, { enabled: input.disabled !== true });
  const options = (data?.values ?? []).filter((one) => one !== value).map((one) => ({ value: one, label: one }));
  const shown = matchOptions(options, value).slice(0, shownAtMost);
  const isShown = isOpen && shown.length > 0;
  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const take = (text: string): void => {
    onChange(text);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive((now) => Math.max(-1, Math.min(shown.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const option = isShown ? shown[active] : undefined;
      if (option === undefined) close();
      else take(option.value);
    } else if (event.key === 'Escape' && isShown) {
      event.stopPropagation();
      close();
    }
  };
  return (
    <Popover
      opened={isShown}
      position="bottom-start"
      width="target"
      offset={2}
      withRoles={false}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <TextInput
          {...input}
          {...(isBare ? { 'aria-label': title } : { label: title })}
          role="combobox"
          autoComplete="off"
          aria-expanded={isShown}
          aria-autocomplete="list"
          {...(isShown ? { 'aria-controls': id } : {})}
          {...(isShown && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setActive(-1);
            setOpen(event.currentTarget.value.trim().length >= leastTyped);
          }}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            close();
            onBlur?.(event);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <OptionList
          id={id}
          label={title}
          options={shown}
          active={active}
          onPick={(option) => {
            take(option.value);
          }}
          addLabel={null}
          onAdd={close}
        />
      </Popover.Dropdown>
    </Popover>
  );
};
