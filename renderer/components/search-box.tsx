import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import type { SearchGroup, SearchHit } from '#shared/contract/search-methods.ts';
import { kindLabel } from '#shared/text/labels.vi.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatCount } from '#shared/text/vietnamese.ts';
import { ask } from '../rpc/engine.ts';
import { Icon } from './icons.tsx';
import { keep } from './kept-state.ts';
import { actionFor, openActions } from '#renderer/actions/registry.ts';
import { everywhere } from './place-filters.tsx';
import { addressOf } from './record-address.ts';
import { useAction } from '#renderer/actions/use-action.ts';
import { useAwaitedOpen } from './use-awaited-open.ts';

type Hit = {
  readonly key: string;
  readonly title: string;
  readonly place?: string;
  /** Goes there; a whole list is left searched for what was typed. */
  readonly open: (go: (address: string) => void) => void;
};
type Group = { readonly title: string; readonly hits: readonly Hit[] };

const limit = 5;
const pause = 150;

/** Lists that can be searched for what was typed, by kind. */
const lists: Readonly<Record<string, string>> = {
  person: '/people',
  team: '/teams',
  session: '/sessions',
  nomination: '/nominations',
};

const titles: Readonly<Record<string, string>> = {
  person: words.nav.people,
  team: words.nav.teams,
  'residential-unit': words.nav.residentialUnits,
  decision: words.nav.decisions,
  session: words.nav.sessions,
  nomination: words.nav.nominations,
  commune: words.teams.commune,
};

const hitOf = (found: SearchHit): Hit => {
  const { kind, id, title, detail, membershipId } = found;
  const key = `${kind} ${id}`;
  if (kind === 'commune')
    return {
      key,
      title,
      place: detail,
      open: (go) => {
        keep('teams place', { ...everywhere, communeId: id });
        go('/teams');
      },
    };
  const address = membershipId === null ? addressOf(kind, id) : addressOf('membership', membershipId);
  return {
    key,
    title,
    place: detail,
    open: (go) => {
      if (address !== undefined) go(address);
    },
  };
};

const all = (find: string, { kind, total, isMore }: SearchGroup): readonly Hit[] => {
  const address = lists[kind];
  if (address === undefined || total <= limit) return [];
  const title = words.search.all(`${formatCount(total)}${isMore ? '+' : ''}`);
  const open = (go: (address: string) => void): void => {
    keep(`${address.slice(1)} find`, find);
    go(address);
  };
  return [{ key: `all ${kind}`, title, open }];
};

const search = async (find: string): Promise<readonly Group[]> => {
  const { groups } = await ask('search.find', { text: find, limit });
  return groups.map((group) => ({
    title: titles[group.kind] ?? kindLabel(group.kind),
    hits: [...group.hits.map(hitOf), ...all(find, group)],
  }));
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

/** One search for the whole book, without tones too, by name, number of a decision, telephone. Ctrl+K or / from anywhere. */
export const SearchBox = () => {
  const [, go] = useLocation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const find = useSlow(typed.trim());
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['search', find],
    queryFn: () => search(find),
    enabled: find.length > 1,
    placeholderData: (previous) => previous,
  });
  const isShown = isOpen && typed.trim().length > 1 && data !== undefined;
  const groups = isShown ? data : [];
  const hits = groups.flatMap((group) => group.hits);
  // What is shown may still be the answer to fewer letters.
  const isCurrent = find === typed.trim() && data !== undefined && !isPlaceholderData;
  const focus = (): void => {
    input.current?.focus();
    input.current?.select();
  };
  useAction('app.search', focus);
  useAction('app.find', focus);
  const open = (hit: Hit): void => {
    setTyped('');
    setOpen(false);
    input.current?.blur();
    hit.open(go);
  };
  const awaited = useAwaitedOpen(!isCurrent, () => {
    const hit = hits[active];
    if (hit !== undefined) open(hit);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((now) => Math.max(0, Math.min(hits.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      if (typed.trim().length > 1) awaited.open();
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
          awaited.forget();
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={() => {
          awaited.forget();
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
                  key={hit.key}
                  id={`${id}-${hits.indexOf(hit)}`}
                  role="option"
                  aria-selected={hits.indexOf(hit) === active}
                  onMouseDown={(event) => {
                    event.preventDefault();
                    open(hit);
                  }}
                >
                  <span>{hit.title}</span>
                  {hit.place === undefined || hit.place === '' ? null : <span className="muted small">{hit.place}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
};
