import { useState } from 'react';
import { useLocation } from 'wouter';
import { paletteWords } from '#shared/text/key-list.vi.ts';
import { useRefresh } from '#renderer/rpc/use-engine.ts';
import { useSession } from '#renderer/session.tsx';
import { KeyList } from './key-list.tsx';
import { Palette } from './palette.tsx';
import { useAction } from './use-action.ts';

const parts = ['.side a[aria-current]', '.top .search input', '.main .scroll, .main .page'] as const;
const frames = ['.side', '.top', '.main'] as const;

/** Puts the keyboard into the next part of the window. */
const goToNextPart = (): void => {
  const now = frames.findIndex((frame) => document.activeElement?.closest(frame) !== null);
  document.querySelector<HTMLElement>(parts[(now + 1) % parts.length] ?? '')?.focus();
};

/** What can be done on every screen, and the two dialogs that tell what that is. */
export const AppActions = () => {
  const [, go] = useLocation();
  const { lock, notify } = useSession();
  const refresh = useRefresh();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  useAction('app.palette', () => {
    setOpen('palette');
  });
  useAction('app.keys', () => {
    setOpen('keys');
  });
  useAction('app.refresh', () => {
    void refresh().then(() => {
      notify(paletteWords.refreshed);
    });
  });
  useAction('app.nextPart', goToNextPart);
  useAction('app.findings', () => {
    go('/findings');
  });
  useAction('app.lock', lock);
  if (open === 'palette') return <Palette onClose={close} />;
  return open === 'keys' ? <KeyList onClose={close} /> : null;
};
