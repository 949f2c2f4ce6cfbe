import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { provenanceWords } from '#shared/text/provenance-words.vi.ts';
import { useAction } from '../actions/use-action.ts';
import { useSession } from '../session.tsx';
import { findTarget, type Target } from './find-target.ts';
import { ProvenanceProvider } from './provenance-context.ts';
import { ProvenanceDialog } from './provenance-dialog.tsx';

/** Ctrl+I anywhere, in dialogs too: where the value comes from that the keyboard is on. */
export const ProvenanceHost = ({ children }: { readonly children: ReactNode }) => {
  const { notify } = useSession();
  const [target, setTarget] = useState<(Target & { readonly isOnTop: boolean }) | null>(null);
  const isOpen = target !== null;
  const ask = useCallback((): void => {
    const found = findTarget();
    if (found === null) notify(provenanceWords.noRecord);
    else setTarget({ ...found, isOnTop: document.querySelector('[role=dialog]') !== null });
  }, [notify]);
  useAction('app.provenance', ask);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.code !== 'KeyI' || event.isComposing || isOpen) return;
      event.preventDefault();
      event.stopPropagation();
      ask();
    };
    window.addEventListener('keydown', listen, true);
    return () => {
      window.removeEventListener('keydown', listen, true);
    };
  }, [isOpen, ask]);
  const provenance = useMemo(
    () => ({
      open: (records: string, field?: string) => {
        setTarget({ records, field, isOnTop: false });
      },
    }),
    [],
  );
  return (
    <ProvenanceProvider value={provenance}>
      {children}
      {target === null ? null : (
        <ProvenanceDialog
          {...target}
          onClose={() => {
            setTarget(null);
          }}
        />
      )}
    </ProvenanceProvider>
  );
};
