import { Button } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { chapterFor } from '#shared/text/guide/guide.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { FailureBoundary } from './components/failure-boundary.tsx';
import { Icon, Sign } from './components/icons.tsx';
import { AppActions } from './actions/app-actions.tsx';
import { useActionKeys } from './actions/use-action-keys.ts';
import { hintOf, useAction } from './actions/use-action.ts';
import { SearchBox } from './components/search-box.tsx';
import { StatusBar } from './components/status-bar.tsx';
import { screenGroups, screensOf, type Screen, type ScreenGroup } from './screen-groups.ts';
import { StepKeys } from './screens/steps/step-keys.tsx';
import { useSession } from './session.tsx';

const { nav } = words;

const isCurrent = (location: string, address: string): boolean =>
  address === '/' ? location === '/' : location === address || location.startsWith(`${address}/`);

const keyOf = (item: Screen, index: number): string => {
  if (item.address === '/help') return 'F1';
  return index < 9 ? `Alt+${index + 1}` : '';
};

const NavLink = ({ item, keyName }: { readonly item: Screen; readonly keyName: string }) => {
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
const useNumberKeys = (items: readonly Screen[]): void => {
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

const Navigation = ({ groups }: { readonly groups: readonly ScreenGroup[] }) => {
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

/** Navigation at the left, search and office on top, the screen, the status bar. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const [location, go] = useLocation();
  const { office: opened, summary, lock } = useSession();
  useActionKeys();
  useNumberKeys(screensOf(opened.tier));
  useAction('app.help', () => {
    go(location === '/' || location.startsWith('/help') ? '/help' : `/help/${chapterFor(location).id}`);
  });
  return (
    <div className="frame">
      <AppActions />
      <nav className="side" aria-label={nav.main}>
        <div className="brand">
          <Sign />
          {words.product}
        </div>
        <Navigation groups={screenGroups[opened.tier]} />
      </nav>
      <header className="top">
        <FailureBoundary quiet>
          <SearchBox />
        </FailureBoundary>
        <div className="who">
          <strong>{opened.name}</strong>
          <span className="muted small">{summary.user?.name}</span>
        </div>
        <Button variant="default" leftSection={<Icon name="lock" size={16} />} onClick={lock} {...hintOf('app.lock')}>
          {nav.lock}
        </Button>
      </header>
      <main className="main">
        <FailureBoundary key={location}>{children}</FailureBoundary>
      </main>
      <FailureBoundary quiet>
        <StepKeys />
      </FailureBoundary>
      <FailureBoundary quiet>
        <StatusBar />
      </FailureBoundary>
    </div>
  );
};
