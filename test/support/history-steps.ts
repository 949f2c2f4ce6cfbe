import fc from 'fast-check';

const records = ['r1', 'r2'] as const;
const pc = fc.nat(7);
const office = fc.nat(4);
/** Counted from the newest, which is drawn most. */
const which = fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, { weight: 2, arbitrary: fc.nat(40) });
const of = <D extends string, T extends object>(
  weight: number,
  name: D,
  more: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...more }) as unknown as fc.Arbitrary<{ readonly do: D } & T>,
});
type Spot = { readonly id: string; readonly field: string };
const spot = { id: fc.constantFrom(...records), field: fc.constantFrom('fullName', 'note', 'removed') };

/** Where a step leaves something out, or nothing. */
const leaveOut = fc.option(fc.record<Spot>(spot), { nil: undefined, freq: 3 });

const step = fc.oneof(
  of<'edit', { pc: number; id: string; field: string; value: string | null }>(30, 'edit', {
    pc,
    id: spot.id,
    field: fc.constantFrom('fullName', 'note'),
    value: fc.constantFrom('x', 'y', 'z', null),
  }),
  of<'move', { pc: number; id: string; to: string }>(3, 'move', { pc, id: spot.id, to: fc.constantFrom('1', '2') }),
  of<'remove-or-restore', { pc: number; id: string }>(6, 'remove-or-restore', { pc, id: spot.id }),
  of<'decide', { pc: number; keep: boolean }>(6, 'decide', { pc, keep: fc.boolean() }),
  of<'send', { pc: number }>(8, 'send', { pc }),
  of<'take-at-pc', { pc: number; which: number; leaveOut: Spot | undefined }>(8, 'take-at-pc', { pc, which, leaveOut }),
  of<'take-at-province', { which: number; leaveOut: Spot | undefined }>(10, 'take-at-province', { which, leaveOut }),
  of<'undo', { office: number; which: number }>(2, 'undo', { office, which }),
  of<'propose', { office: number; id: string; value: string }>(4, 'propose', {
    office,
    id: spot.id,
    value: fc.constantFrom('x', 'p'),
  }),
  of<'answer', { pc: number; accept: boolean }>(5, 'answer', { pc, accept: fc.boolean() }),
  of<'carry', { pc: number; to: number; leaveOut: Spot | undefined }>(8, 'carry', { pc, to: pc, leaveOut }),
  of<'report', { pc: number; leaveOut: Spot | undefined }>(8, 'report', { pc, leaveOut }),
  of<'hear', { pc: number }>(6, 'hear', { pc }),
  of<'issue', { office: number }>(5, 'issue', { office }),
  of<'take-receipt', { pc: number; which: number }>(6, 'take-receipt', { pc, which }),
  of<'back-up', { pc: number }>(2, 'back-up', { pc }),
  of<'restore', { which: number }>(2, 'restore', { which }),
  of<'copy', { pc: number }>(1, 'copy', { pc }),
  of<'set-back', { which: number }>(1, 'set-back', { which }),
  of<'revoke', { pc: number }>(1, 'revoke', { pc }),
);

/**
 * A history of up to five offices with up to eight PCs, and the province beside them. Packages that nobody takes are lost; which
 * one is taken is drawn from all that were ever written, so they come late, twice and out of order.
 */
export const histories = fc.record({
  offices: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(1, 2) }, { weight: 1, arbitrary: fc.constantFrom(3, 4, 5) }),
  pcs: fc.array(office, { maxLength: 7, size: 'max' }),
  /** In the end PCs hear from each other by receipts alone. */
  byReceiptAlone: fc.boolean(),
  steps: fc.array(step, { maxLength: 100, size: 'max' }),
});
export type History = typeof histories extends fc.Arbitrary<infer H> ? H : never;
export type Step = History['steps'][number];
