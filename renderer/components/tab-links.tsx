import { Link, useLocation } from 'wouter';

export type TabLink = { readonly address: string; readonly label: string; readonly count?: string };

/** Parts of one subject as links in a row, each with its own address. */
export const TabLinks = ({ label, links }: { readonly label: string; readonly links: readonly TabLink[] }) => {
  const [location] = useLocation();
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
