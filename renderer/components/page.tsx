import { useEffect, useRef, type ReactNode } from 'react';

type PageProps = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Parts of the screen, under the title. */
  readonly tabs?: ReactNode;
  readonly children: ReactNode;
};

/** Frame of every screen: title, actions at the right, content that scrolls. */
export const Page = ({ title, note, actions, tabs, children }: PageProps) => {
  const page = useRef<HTMLDivElement>(null);
  // After a change of screens the keyboard is on the new one, unless a field or list of it has taken the focus already.
  useEffect(() => {
    if (page.current?.contains(document.activeElement) !== true && !document.querySelector('[role=dialog]'))
      page.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="page" ref={page} tabIndex={-1} style={{ outline: 'none' }}>
      <div className="page-head">
        <h1>{title}</h1>
        {note === undefined ? null : <span className="muted">{note}</span>}
        {actions === undefined ? null : <div className="actions">{actions}</div>}
        {tabs}
      </div>
      {children}
    </div>
  );
};

type EmptyProps = { readonly title: string; readonly text?: string; readonly action?: ReactNode };

/** What stands where nothing is yet. */
export const Empty = ({ title, text, action }: EmptyProps) => (
  <div className="empty">
    <h2>{title}</h2>
    {text === undefined ? null : <div>{text}</div>}
    {action}
  </div>
);
