import { CloseButton, Modal } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { words } from '#shared/text/screen-words.vi.ts';

type DialogProps = {
  readonly title: string;
  /** `wide` takes a table. */
  readonly size?: 'md' | 'lg' | 'xl' | 'wide';
  /** Over another dialog. */
  readonly isOnTop?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog: Escape and the cross close it, the focus stays inside and goes back afterwards. */
export const Dialog = ({ title, size = 'md', isOnTop = false, onClose, children }: DialogProps) => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
  // Where the field that had the focus is gone, the key comes from nowhere in particular.
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.target !== document.body || event.isComposing) return;
      event.preventDefault();
      onClose();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // React lets keys of a dialog rise to the form that opened it, and the window's own keys would act behind it. Tab goes on to the
    // document, where it is held inside the dialog.
    if (event.key !== 'Tab') event.stopPropagation();
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  };
  return (
    <div style={{ display: 'contents' }} onKeyDown={onKeyDown}>
      <Modal.Root
        closeOnEscape={false}
        opened
        onClose={onClose}
        size={size === 'wide' ? 1040 : size}
        centered
        transitionProps={{ duration: 0 }}
        zIndex={isOnTop ? 260 : 200}
      >
        <Modal.Overlay />
        <Modal.Content aria-label={title}>
          <div className="dialog-head">
            <h2>{title}</h2>
            <CloseButton tabIndex={-1} aria-label={words.common.close} onClick={onClose} />
          </div>
          <Modal.Body p="lg" pt={0}>
            {children}
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </div>
  );
};
