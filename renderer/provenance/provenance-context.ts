import { createContext, useContext } from 'react';

export type Provenance = {
  /** Opens the card of records, as `recordsText` gives them, at a field `kind.name` where one is named. */
  readonly open: (records: string, field?: string) => void;
};

const ProvenanceContext = createContext<Provenance>({ open: () => undefined });
export const ProvenanceProvider = ProvenanceContext.Provider;

export const useProvenance = (): Provenance => useContext(ProvenanceContext);
