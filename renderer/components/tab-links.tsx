import { Link, useLocation } from 'wouter';
import { useAction } from '../actions/use-action.ts';

export type TabLink = { readonly address: string; readonly label: string; readonly count?: string };

/** Parts of one subject as links in a row, each with its own address. Ctrl+PageDown and Ctrl+PageUp turn them over, as sheets of a workbook. */
export const TabLinks = ({ label, links }: { readonly label: string; readonly links: readonly TabLink[] }) => {
  const [location, go] = useLocation();
  const here = links.findIndex((link) => link.address === location);
  const turn = (by: 1 | -1): void => {
    const next = links[(here + by + links.length) % links.length];
    if (next !== undefined && here >= 0) go(next.address);
  };
  useAction('app.nextTab', () => {
    turn(1);
  });
  useAction('app.previousTab', () => {
    turn(-1);
  });
  return (
    <nav className="tab-links" aria-label={label}>
      {links.map((link) => (
        <Link key={link.address} href={link.address} aria-current={location === link.address ? 'page' : undefined}>
          {link.label}
          {link.count === undefined ? null : <span className="count">{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
};
