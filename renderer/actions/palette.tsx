import { TextInput } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { paletteWords } from '#shared/text/key-list.vi.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useSession } from '#renderer/session.tsx';
import { commandsFor, findCommands, type Command } from './commands.ts';

/** Everything that can be done, found by typing. Arrow keys choose, Enter does it; it is done after the palette has closed. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const [, go] = useLocation();
  const { office } = useSession();
  const id = useId();
  const [commands] = useState(() => commandsFor(office.tier, go));
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const found = findCommands(commands, typed);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const start = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    setTimeout(command.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((now) => Math.max(0, Math.min(found.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      start(found[active]);
    }
  };
  return (
    <Dialog title={paletteWords.title} size="lg" onClose={onClose}>
      <TextInput
        data-autofocus
        autoFocus
        role="combobox"
        aria-label={paletteWords.title}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        placeholder={paletteWords.placeholder}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="commands" id={id} role="listbox" aria-label={paletteWords.title}>
        {found.length === 0 ? (
          <div role="option" aria-selected={false} aria-disabled="true">
            {paletteWords.none}
          </div>
        ) : null}
        {found.map((command, index) => (
          <div
            key={command.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              start(command);
            }}
          >
            <span>{command.label}</span>
            <span className="muted small">{command.keys ?? command.group}</span>
          </div>
        ))}
      </div>
    </Dialog>
  );
};
