import type { Engine } from '#engine/engine.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';

/** Options of one call as `parseArgs` gives them; a repeated option is a list. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export type Invocation = {
  readonly engine: Engine;
  readonly positionals: readonly string[];
  readonly options: Options;
  /** Asks the engine; a failure ends the command with its exit code. */
  readonly ask: <M extends MethodName>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;
  readonly text: (name: string) => string | undefined;
  /** An option that the command cannot do without; its lack is wrong use. */
  readonly needed: (name: string) => string;
  /** Result on standard output: JSON with --json, otherwise the plain lines. */
  readonly show: (value: unknown, plain: () => string) => void;
  /** Standard input as bytes: its encoding is checked by who reads it. */
  readonly readInput: () => Promise<Buffer>;
};

export type OptionSpecification = { readonly type: 'string' | 'boolean'; readonly multiple?: boolean };

export type Command = {
  /** What stands after the command's name, for help. */
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionSpecification>>;
  /** `open` unlocks the workspace of `-w` first, `choose` does not unlock, `none` needs no workspace. */
  readonly workspace: 'open' | 'optional' | 'none';
  /** Number of positionals: least and most. */
  readonly positionals: readonly [least: number, most: number];
  /** Exit code; 0 unless the command says otherwise. */
  readonly run: (invocation: Invocation) => Promise<number>;
};

export const string = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
export const list = { type: 'string', multiple: true } as const;

/** Wrong use of a command: exit 2 and a sentence. */
export class UsageProblem extends Error {}
