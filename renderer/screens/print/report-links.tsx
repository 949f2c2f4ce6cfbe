import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { ReportView } from '#shared/contract/report-methods.ts';
import { words } from '#shared/text/screen-words.vi.ts';

const moveLink = (event: KeyboardEvent<HTMLElement>): void => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const links = [...event.currentTarget.querySelectorAll('a')];
  links[links.findIndex((link) => link === document.activeElement) + by]?.focus();
};

/** Every paper that can be chosen; arrow keys go through them, Enter opens. */
export const ReportLinks = ({ reports, chosen }: { readonly reports: readonly ReportView[]; readonly chosen: string }) => (
  <nav className="sheet report-links" aria-label={words.printing.papers} onKeyDown={moveLink}>
    {reports.map(({ name, title }) => (
      <Link key={name} href={`/print/${name}`} aria-current={name === chosen ? 'page' : undefined}>
        {title}
      </Link>
    ))}
  </nav>
);
