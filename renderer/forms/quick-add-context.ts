import { createContext, useContext, type ComponentType } from 'react';

export type QuickAddProps = {
  readonly kind: string;
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
};

/**
 * The small form that a field opens to enter what it refers to. It is made of fields itself, so it is handed down instead of imported:
 * modules would go in a circle.
 */
const QuickAddContext = createContext<ComponentType<QuickAddProps> | null>(null);
export const QuickAddProvider = QuickAddContext.Provider;
export const useQuickAdd = (): ComponentType<QuickAddProps> | null => useContext(QuickAddContext);
