import type { Random } from './random.ts';

/** Lines for `record.put`, kind by kind, in an order in which references point backwards. */
export type Batch = { readonly kind: string; readonly lines: readonly DemoLine[] };

export type DemoLine = Readonly<Record<string, unknown>>;

/** Where everything made up comes from. */
export type DemoParts = { readonly random: Random; readonly id: () => string };

/** "Thôn 3" within a sentence: "thôn 3". */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
