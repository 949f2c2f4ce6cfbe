import { CloseButton, Combobox, Popover, TextInput } from '@mantine/core';
import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { matchOptions } from './match-options.ts';
import { OptionList } from './option-list.tsx';
import type { Option } from './options.ts';

type ChoiceInputProps = {
  readonly label: string;
  /** Shown in place of the label where there is no room for one, e.g. in a table. */
  readonly isBare?: boolean;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Hears what is typed, for options that are searched elsewhere; empty when the list closes. */
  readonly onType?: ((typed: string) => void) | undefined;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Enters something new; gets what was typed. */
  readonly onAdd?: ((typed: string) => void) | undefined;
  /** For several values: the field empties after each choice. */
  readonly isMany?: boolean;
  readonly className?: string;
  readonly placeholder?: string;
  readonly width?: number;
};

/**
 * A field whose value comes from a list, found by typing with or without tones. Enter and Tab take the marked line and go on, Escape
 * closes the list only, F4 enters something new.
 */
export const ChoiceInput = (props: ChoiceInputProps) => {
  const { label, isBare = false, error, required = false, disabled = false, autoFocus = false, options, value } = props;
  const { onChange, onType, onBlur, inputRef, onAdd, isMany = false, className, placeholder, width } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = matchOptions(options, typed ?? '');
  const current = options.find((option) => option.value === value)?.label ?? '';

  const close = (): void => {
    setOpen(false);
    setTyped(null);
    onType?.('');
  };
  const pick = (option: Option): void => {
    onChange(option.value);
    close();
  };
  const add = (): void => {
    if (!onAdd) return;
    const text = typed ?? '';
    close();
    onAdd(text);
  };
  const open = (): void => {
    setActive(
      Math.max(
        0,
        shown.findIndex((option) => option.value === value),
      ),
    );
    setOpen(true);
  };
  const move = (by: number): void => {
    if (isOpen) setActive((now) => Math.max(0, Math.min(shown.length - 1, now + by)));
    else open();
  };
  const takeActive = (): boolean => {
    const option = isOpen ? shown[active] : undefined;
    if (typed !== '' && option !== undefined) pick(option);
    else if (typed === '' && !isMany) onChange('');
    if (typed !== '' && option === undefined) return !isOpen;
    close();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      // Where several may be chosen Enter stays for the next one. Nothing matches: stay, so that the text is not lost unseen.
      const staysForMore = isMany && isOpen && typed !== '' && shown[active] !== undefined;
      if ((!takeActive() || staysForMore) && event.key === 'Enter') event.stopPropagation();
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    } else if (event.key === 'F4') {
      event.preventDefault();
      if (onAdd) add();
      else open();
    }
  };
  const leave = (): void => {
    if (typed === '' && !isMany) onChange('');
    close();
    onBlur?.();
  };
  return (
    <Popover
      opened={isOpen && !disabled}
      position="bottom-start"
      width="target"
      offset={2}
      withRoles={false}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <TextInput
          {...(isBare ? { 'aria-label': label } : { label })}
          {...(className === undefined ? {} : { className })}
          {...(autoFocus ? { 'data-autofocus': true } : {})}
          ref={inputRef}
          error={error}
          withAsterisk={required && !isBare}
          disabled={disabled}
          autoFocus={autoFocus}
          autoComplete="off"
          role="combobox"
          aria-expanded={isOpen}
          aria-autocomplete="list"
          aria-controls={isOpen ? id : undefined}
          aria-activedescendant={isOpen && shown.length > 0 ? `${id}-${active}` : undefined}
          {...(width === undefined ? {} : { w: width })}
          placeholder={disabled ? '' : (placeholder ?? words.form.typeToFind)}
          value={typed ?? (isMany ? '' : current)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onType?.(event.currentTarget.value);
            setActive(0);
            setOpen(true);
          }}
          onMouseDown={() => {
            if (!isOpen) open();
          }}
          onKeyDown={onKeyDown}
          onBlur={leave}
          rightSectionPointerEvents={value === '' || disabled || isMany ? 'none' : 'all'}
          rightSection={
            value === '' || disabled || isMany ? (
              <Combobox.Chevron />
            ) : (
              <CloseButton
                size="xs"
                tabIndex={-1}
                aria-label={words.form.clear}
                onClick={() => {
                  onChange('');
                }}
              />
            )
          }
        />
      </Popover.Target>
      <Popover.Dropdown
        p={0}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
      >
        <OptionList
          id={id}
          label={label}
          options={shown}
          active={active}
          onPick={pick}
          addLabel={onAdd ? words.form.addOption : null}
          onAdd={add}
        />
      </Popover.Dropdown>
    </Popover>
  );
};
