import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { ask } from '../rpc/engine.ts';
import { formatPartial } from './format.ts';
import { Icon } from './icons.tsx';
import { keep } from './kept-state.ts';
import { actionFor, openActions } from '#renderer/actions/registry.ts';
import { useAction } from '#renderer/actions/use-action.ts';

type Hit = {
  readonly address: string;
  readonly title: string;
  readonly place?: string;
  /** What the list is to be searched for, where the hit is a whole list. */
  readonly find?: string;
};
type Group = { readonly title: string; readonly hits: readonly Hit[] };

const limit = 6;
const pause = 150;

const all = (text: string, total: number, address: string): readonly Hit[] =>
  total > limit ? [{ address, title: words.search.all(formatCount(total)), find: text }] : [];

const search = async (find: string): Promise<readonly Group[]> => {
  const [teams, mediators] = await Promise.all([
    ask('team.list', { find, limit }),
    ask('mediator.list', { find, limit, includeCeased: true }),
  ]);
  const groups: readonly Group[] = [
    {
      title: words.nav.mediators,
      hits: [
        ...mediators.rows.map((row) => ({
          address: `/mediators/${row.membershipId}`,
          title: row.fullName,
          place: [formatPartial(row.birthDate), row.teamName, row.communeName].filter((part) => part !== '').join(' · '),
        })),
        ...all(find, mediators.total, '/mediators'),
      ],
    },
    {
      title: words.nav.teams,
      hits: [
        ...teams.rows.map((row) => ({ address: `/teams/${row.id}`, title: row.name, place: row.communeName })),
        ...all(find, teams.total, '/teams'),
      ],
    },
  ];
  return groups.filter((group) => group.hits.length > 0);
};

const useSlow = (value: string): string => {
  const [slow, setSlow] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(value);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return slow;
};

/** One search for the whole book: people and teams, without tones too. Ctrl+K or / from anywhere. */
export const SearchBox = () => {
  const [, go] = useLocation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const find = useSlow(typed.trim());
  const { data } = useQuery({
    queryKey: ['search', find],
    queryFn: () => search(find),
    enabled: find.length > 1,
    placeholderData: (previous) => previous,
  });
  const isShown = isOpen && typed.trim().length > 1 && data !== undefined;
  const groups = isShown ? data : [];
  const hits = groups.flatMap((group) => group.hits);
  const focus = (): void => {
    input.current?.focus();
    input.current?.select();
  };
  useAction('app.search', focus);
  useAction('app.find', focus);
  const open = (hit: Hit): void => {
    if (hit.find !== undefined) keep(`${hit.address.slice(1)} find`, hit.find);
    setTyped('');
    setOpen(false);
    input.current?.blur();
    go(hit.address);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((now) => Math.max(0, Math.min(hits.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      const hit = hits[active];
      if (hit !== undefined) open(hit);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (typed === '') input.current?.blur();
      setTyped('');
      setOpen(false);
    }
  };
  return (
    <div className="search">
      <TextInput
        ref={input}
        role="combobox"
        aria-label={words.search.label}
        aria-expanded={isShown}
        aria-autocomplete="list"
        aria-controls={isShown ? id : undefined}
        aria-activedescendant={hits.length > 0 ? `${id}-${active}` : undefined}
        placeholder={words.search.placeholder}
        leftSection={<Icon name="search" size={16} />}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          const text = event.currentTarget.value;
          if (text === '>') {
            setTyped('');
            actionFor('f10', openActions())?.run();
            return;
          }
          setTyped(text);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
        }}
        onKeyDown={onKeyDown}
      />
      {isShown ? (
        <div className="found" id={id} role="listbox" aria-label={words.search.label}>
          {groups.length === 0 ? (
            <div role="option" aria-selected={false} aria-disabled="true">
              {words.search.none}
            </div>
          ) : null}
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <div role="presentation">{group.title}</div>
              {group.hits.map((hit) => (
                <div
                  key={hit.address}
                  id={`${id}-${hits.indexOf(hit)}`}
                  role="option"
                  aria-selected={hits.indexOf(hit) === active}
                  onMouseDown={(event) => {
                    event.preventDefault();
                    open(hit);
                  }}
                >
                  <span>{hit.title}</span>
                  {hit.place === undefined ? null : <span className="muted small">{hit.place}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
};
