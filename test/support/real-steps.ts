import fc from 'fast-check';

const pc = fc.nat(4);
const which = fc.oneof({ weight: 3, arbitrary: fc.nat(1) }, { weight: 2, arbitrary: fc.nat(20) });
/** Years off, and backwards between two steps. */
const instant = fc.integer({ min: 1975, max: 2090 }).map((year) => `${year}-02-28T23:59:59.999Z`);
const leaveOut = fc.option(which, { nil: undefined, freq: 3 });

const of = <D extends string, T extends object>(
  weight: number,
  name: D,
  more: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...more }) as unknown as fc.Arbitrary<{ readonly do: D } & T>,
});
type LeaveOut = number | undefined;

const step = fc.oneof(
  of<'edit', { pc: number; at: number; value: string | null }>(14, 'edit', {
    pc,
    at: which,
    value: fc.constantFrom('x', 'y', 'z', null),
  }),
  of<'move', { pc: number; at: number }>(3, 'move', { pc, at: which }),
  of<'remove-or-restore', { pc: number; at: number }>(4, 'remove-or-restore', { pc, at: which }),
  of<'diverge', { pc: number; to: number; at: number }>(7, 'diverge', { pc, to: pc, at: which }),
  of<'decide', { pc: number; last: boolean }>(6, 'decide', { pc, last: fc.boolean() }),
  of<'decide-again', { pc: number }>(2, 'decide-again', { pc }),
  of<'send', { pc: number }>(4, 'send', { pc }),
  of<'take', { pc: number; which: number; leaveOut: LeaveOut }>(4, 'take', { pc, which, leaveOut }),
  of<'take-at-province', { which: number; leaveOut: LeaveOut }>(6, 'take-at-province', { which, leaveOut }),
  of<'carry', { pc: number; to: number; leaveOut: LeaveOut }>(8, 'carry', { pc, to: pc, leaveOut }),
  of<'report', { pc: number; leaveOut: LeaveOut }>(6, 'report', { pc, leaveOut }),
  of<'hear', { pc: number }>(5, 'hear', { pc }),
  of<'undo', { which: number }>(2, 'undo', { which }),
  of<'propose', { pc: number; at: number; value: string; hear: boolean }>(6, 'propose', {
    pc,
    at: which,
    value: fc.constantFrom('p', 'q'),
    hear: fc.boolean(),
  }),
  of<'answer', { pc: number; accept: boolean }>(5, 'answer', { pc, accept: fc.boolean() }),
  of<'back-up', { pc: number }>(2, 'back-up', { pc }),
  of<'restore', { which: number }>(2, 'restore', { which }),
  of<'copy', { which: number }>(2, 'copy', { which }),
  of<'set-back', { which: number }>(1, 'set-back', { which }),
  of<'revoke', { pc: number }>(1, 'revoke', { pc }),
  of<'put-clock-wrong', { pc: number; instant: string }>(3, 'put-clock-wrong', { pc, instant }),
);
export type RealStep = typeof step extends fc.Arbitrary<infer S> ? S : never;

/**
 * Two PCs of one office, one of another, and the province: real engines, encrypted databases and files. Their books begin with teams that
 * all of them know. Packages that nobody takes are lost; which one is taken is drawn from all that were written.
 */
export const realHistories = fc.array(step, { minLength: 8, maxLength: 40, size: 'max' });

/** A history in which everything happens once: what chance may leave out is lived through every time. */
export const wholeHistory: readonly RealStep[] = [
  { do: 'put-clock-wrong', pc: 1, instant: '2031-02-28T23:59:59.999Z' },
  { do: 'back-up', pc: 0 },
  { do: 'back-up', pc: 2 },
  { do: 'move', pc: 1, at: 0 },
  { do: 'diverge', pc: 0, to: 0, at: 0 },
  { do: 'decide', pc: 1, last: true },
  { do: 'decide-again', pc: 1 },
  { do: 'report', pc: 1, leaveOut: 1 },
  { do: 'undo', which: 0 },
  { do: 'report', pc: 1, leaveOut: undefined },
  { do: 'propose', pc: 0, at: 0, value: 'p', hear: true },
  { do: 'answer', pc: 0, accept: true },
  { do: 'answer', pc: 0, accept: false },
  { do: 'remove-or-restore', pc: 0, at: 0 },
  { do: 'report', pc: 0, leaveOut: undefined },
  { do: 'restore', which: 1 },
  { do: 'copy', which: 0 },
  { do: 'edit', pc: 3, at: 1, value: 'y' },
  { do: 'report', pc: 3, leaveOut: undefined },
  { do: 'edit', pc: 2, at: 0, value: 'x' },
  { do: 'report', pc: 2, leaveOut: undefined },
  { do: 'set-back', which: 0 },
  { do: 'edit', pc: 2, at: 0, value: 'y' },
  { do: 'report', pc: 2, leaveOut: undefined },
  { do: 'revoke', pc: 1 },
  { do: 'edit', pc: 1, at: 0, value: 'x' },
  { do: 'carry', pc: 1, to: 0, leaveOut: undefined },
];
