import { Button } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { chapterFor } from '#shared/text/guide/guide.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FailureBoundary } from './components/failure-boundary.tsx';
import { Icon, Sign, type IconName } from './components/icons.tsx';
import { useKey } from './components/keys.ts';
import { SearchBox } from './components/search-box.tsx';
import { StatusBar } from './components/status-bar.tsx';
import { useSession } from './session.tsx';

type Item = { readonly address: string; readonly label: string; readonly icon: IconName };
type Group = { readonly title: string; readonly items: readonly Item[] };

const { nav } = words;
const home: Item = { address: '/', label: nav.home, icon: 'home' };
const books: readonly Item[] = [
  { address: '/teams', label: nav.teams, icon: 'team' },
  { address: '/mediators', label: nav.mediators, icon: 'person' },
  { address: '/sessions', label: nav.sessions, icon: 'board' },
  { address: '/nominations', label: nav.nominations, icon: 'award' },
  { address: '/trainers', label: nav.trainers, icon: 'teach' },
  { address: '/people', label: nav.people, icon: 'card' },
  { address: '/findings', label: nav.findings, icon: 'check' },
  { address: '/print', label: nav.print, icon: 'print' },
];
const toDecide: Item = { address: '/to-decide', label: nav.decide, icon: 'check' };
const trust: readonly Item[] = [
  { address: '/enrolment', label: nav.enrolment, icon: 'enrol' },
  { address: '/trust', label: nav.trust, icon: 'trust' },
];
const lists: readonly Item[] = [
  { address: '/records/residential-unit', label: nav.residentialUnits, icon: 'places' },
  { address: '/records/decision', label: nav.decisions, icon: 'paper' },
];
const office: Group = {
  title: nav.office,
  items: [
    { address: '/backup', label: nav.backup, icon: 'backup' },
    { address: '/removed', label: nav.removed, icon: 'restore' },
    { address: '/settings', label: nav.settings, icon: 'settings' },
    { address: '/help', label: nav.help, icon: 'help' },
  ],
};

const districtGroups: readonly Group[] = [
  { title: nav.books, items: [home, ...books, { address: '/import', label: nav.importing, icon: 'receive' }] },
  {
    title: nav.exchange,
    items: [
      { address: '/export', label: nav.exportPackage, icon: 'send' },
      { address: '/receipts', label: nav.receipts, icon: 'receipt' },
      toDecide,
      ...trust,
    ],
  },
  { title: nav.lists, items: lists },
  office,
];

const provinceGroups: readonly Group[] = [
  { title: nav.books, items: [home, { address: '/inbox', label: nav.inbox, icon: 'receive' }, ...books] },
  { title: nav.exchange, items: [toDecide, ...trust] },
  { title: nav.lists, items: lists },
  office,
];

const isCurrent = (location: string, address: string): boolean =>
  address === '/' ? location === '/' : location === address || location.startsWith(`${address}/`);

const keyOf = (item: Item, index: number): string => {
  if (item.address === '/help') return 'F1';
  return index < 9 ? `Alt+${index + 1}` : '';
};

const NavLink = ({ item, keyName }: { readonly item: Item; readonly keyName: string }) => {
  const [location] = useLocation();
  return (
    <Link href={item.address} title={item.label} aria-current={isCurrent(location, item.address) ? 'page' : undefined}>
      <Icon name={item.icon} />
      {item.label}
      <span className="key" aria-hidden="true">
        {keyName}
      </span>
    </Link>
  );
};

/** Alt and a digit. By place of the key, not by its sign: the Vietnamese keyboard has letters on the row of digits. */
const useNumberKeys = (items: readonly Item[]): void => {
  const [, go] = useLocation();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const item = event.altKey && !event.ctrlKey && digit !== undefined ? items[Number(digit) - 1] : undefined;
      if (item === undefined || event.isComposing || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      go(item.address);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [items, go]);
};

const Navigation = ({ groups }: { readonly groups: readonly Group[] }) => {
  const items = groups.flatMap((group) => group.items);
  return (
    <>
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h2>{group.title}</h2>
          {group.items.map((item) => (
            <NavLink key={item.address} item={item} keyName={keyOf(item, items.indexOf(item))} />
          ))}
        </section>
      ))}
    </>
  );
};

const itemsOf = (groups: readonly Group[]): readonly Item[] => groups.flatMap((group) => group.items);
const districtItems = itemsOf(districtGroups);
const provinceItems = itemsOf(provinceGroups);

/** Navigation at the left, search and office on top, the screen, the status bar. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const [location, go] = useLocation();
  const { office: opened, summary, lock } = useSession();
  const isProvince = opened.tier === 'province';
  useNumberKeys(isProvince ? provinceItems : districtItems);
  useKey('f1', () => {
    go(location === '/' || location.startsWith('/help') ? '/help' : `/help/${chapterFor(location).id}`);
  });
  return (
    <div className="frame">
      <nav className="side" aria-label={nav.main}>
        <div className="brand">
          <Sign />
          {words.product}
        </div>
        <Navigation groups={isProvince ? provinceGroups : districtGroups} />
      </nav>
      <header className="top">
        <FailureBoundary quiet>
          <SearchBox />
        </FailureBoundary>
        <div className="who">
          <strong>{opened.name}</strong>
          <span className="muted small">{summary.user?.name}</span>
        </div>
        <Button variant="default" leftSection={<Icon name="lock" size={16} />} onClick={lock}>
          {nav.lock}
        </Button>
      </header>
      <main className="main">
        <FailureBoundary key={location}>{children}</FailureBoundary>
      </main>
      <FailureBoundary quiet>
        <StatusBar />
      </FailureBoundary>
    </div>
  );
};
