import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Status } from '#shared/contract/workspace-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';
import { formatTime } from './components/format.ts';
import { useKey } from './components/keys.ts';
import { useAnswer } from './rpc/use-engine.ts';
import { useSession } from './session.tsx';

type Item = { readonly address: string; readonly label: string };

const districtItems: readonly Item[] = [
  { address: '/', label: words.nav.home },
  { address: '/teams', label: words.nav.teams },
  { address: '/mediators', label: words.nav.mediators },
  { address: '/findings', label: words.nav.findings },
  { address: '/roster', label: words.nav.roster },
  { address: '/export', label: words.nav.exportPackage },
  { address: '/receipts', label: words.nav.receipts },
  { address: '/enrolment', label: words.nav.enrolment },
  { address: '/trust', label: words.nav.trust },
];

const provinceItems: readonly Item[] = [
  { address: '/', label: words.nav.home },
  { address: '/inbox', label: words.nav.inbox },
  { address: '/teams', label: words.nav.teams },
  { address: '/mediators', label: words.nav.mediators },
  { address: '/findings', label: words.nav.findings },
  { address: '/roster', label: words.nav.roster },
  { address: '/enrolment', label: words.nav.enrolment },
  { address: '/trust', label: words.nav.trust },
];

const officeItems: readonly Item[] = [
  { address: '/backup', label: words.nav.backup },
  { address: '/settings', label: words.nav.settings },
];

const isCurrent = (location: string, address: string): boolean =>
  address === '/' ? location === '/' : location === address || location.startsWith(`${address}/`);

const NavLink = ({ item, keyName }: { readonly item: Item; readonly keyName: string }) => {
  const [location] = useLocation();
  return (
    <Link href={item.address} aria-current={isCurrent(location, item.address) ? 'page' : undefined}>
      {item.label}
      <span className="key" aria-hidden="true">
        {keyName}
      </span>
    </Link>
  );
};

const packageText = (status: Status): string => {
  if (!status.enrolled) return words.status.notEnrolled;
  if (status.lastPackage === null) return words.status.noPackage;
  const { seq, confirmedAt } = status.lastPackage;
  return confirmedAt === null ? words.status.exported(seq) : words.status.received(seq);
};

/** Always says what is unsent and up to which package the province has confirmed. */
const StatusBar = () => {
  const { office, summary } = useSession();
  const { data: status } = useAnswer('status.get', {});
  if (status === undefined) return <footer className="status" />;
  const received = status.offices.filter((one) => one.lastPackage !== null).length;
  return (
    <footer className="status">
      {office.tier === 'province' ? (
        <span>{words.status.offices(received, status.offices.length)}</span>
      ) : (
        <>
          <span>
            {status.unsentChanges === 0 && status.lastPackage !== null
              ? words.status.allSent
              : words.status.unsent(status.unsentChanges)}
          </span>
          <span>{packageText(status)}</span>
        </>
      )}
      <span>{status.lastBackupAt === null ? words.status.noBackup : words.status.backup(formatTime(status.lastBackupAt))}</span>
      <span className="right">{summary.user?.name}</span>
    </footer>
  );
};

const useNumberKeys = (items: readonly Item[]): void => {
  const [, go] = useLocation();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const item = event.altKey && !event.ctrlKey ? items[Number(event.key) - 1] : undefined;
      if (item === undefined || event.isComposing) return;
      event.preventDefault();
      go(item.address);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [items, go]);
};

/** Navigation at the left, the screen, the status bar. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const [, go] = useLocation();
  const { office, lock } = useSession();
  const items = office.tier === 'province' ? provinceItems : districtItems;
  useNumberKeys(items);
  useKey('f1', () => {
    go('/help');
  });
  return (
    <div className="frame">
      <header className="side">
        <div className="brand">{words.product}</div>
        <div className="office">{office.name}</div>
        <nav aria-label={words.nav.main}>
          {items.map((item, index) => (
            <NavLink key={item.address} item={item} keyName={`Alt+${index + 1}`} />
          ))}
          <div style={{ height: 10 }} />
          {officeItems.map((item) => (
            <NavLink key={item.address} item={item} keyName="" />
          ))}
          <NavLink item={{ address: '/help', label: words.nav.help }} keyName="F1" />
        </nav>
        <button type="button" onClick={lock}>
          {words.nav.lock}
        </button>
      </header>
      <main className="main">{children}</main>
      <StatusBar />
    </div>
  );
};
