import type { ReactNode } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';
import { Sign } from '#renderer/components/icons.tsx';

type StartPageProps = { readonly aside?: string; readonly children: ReactNode };

/** Before a workspace is open: what the program is at the left, what to do at the right. */
export const StartPage = ({ aside = words.start.tagline, children }: StartPageProps) => (
  <div className="center-screen">
    <aside aria-label={words.product}>
      <Sign size={52} />
      <div className="title">{words.start.welcome}</div>
      <div className="line">{aside}</div>
    </aside>
    <main>{children}</main>
  </div>
);
