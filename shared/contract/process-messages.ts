import type { MethodName } from './contract.ts';
import type { Reply } from './failure.ts';
import type { Progress } from './views.ts';

/** What the shell sends to the engine's process. */
export type ToEngine =
  | { readonly type: 'call'; readonly id: number; readonly method: MethodName; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number };

/** What the engine's process answers. */
export type FromEngine =
  | { readonly type: 'ready' }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress };
