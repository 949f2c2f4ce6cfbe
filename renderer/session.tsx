import { createContext, useContext } from 'react';
import type { WorkspaceSummary } from '#shared/contract/workspace-methods.ts';

/** The open workspace as every screen sees it. */
export type Session = {
  readonly summary: WorkspaceSummary;
  readonly office: NonNullable<WorkspaceSummary['office']>;
  readonly lock: () => void;
  readonly refresh: () => Promise<void>;
  /** Shows a short notice at the bottom. */
  readonly notify: (text: string) => void;
};

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no workspace is open');
  return session;
};
