import type { z } from 'zod';

/** Who may call: `anyone` before a workspace is open; the rest need an unlocked workspace and at least that role. */
export type Access = 'anyone' | 'clerk' | 'approver' | 'administrator';

/**
 * `query` reads in one synchronous transaction, `command` writes in one, `task` does long or file work and opens its own
 * transactions; only tasks report progress and can be cancelled.
 */
export type MethodKind = 'query' | 'command' | 'task';

export type Method<
  Kind extends MethodKind = MethodKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  readonly kind: Kind;
  readonly access: Access;
  readonly input: Input;
  readonly output: Output;
};

const define =
  <Kind extends MethodKind>(kind: Kind) =>
  <Input extends z.ZodType, Output extends z.ZodType>(
    access: Access,
    input: Input,
    output: Output,
  ): Method<Kind, Input, Output> => ({
    kind,
    access,
    input,
    output,
  });

export const query = define('query');
export const command = define('command');
export const task = define('task');
