import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinField } from '#shared/exchange/join.ts';
import type { Context, Head, OfficeState } from '#shared/exchange/state.ts';
import {
  emptyBooks,
  join,
  parcelBeyond,
  replicas,
  truthOf,
  write,
  type Books,
  type Parcel,
  type Write,
} from '#test/support/simulated-office.ts';

const ids = ['r1', 'r2', 'r3'] as const;
const fields = ['fullName', 'note', 'removed'] as const;
const pc = fc.nat(2);
const spot = { id: fc.constantFrom(...ids), field: fc.constantFrom(...fields) };

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), pc, ...spot, value: fc.constantFrom('x', 'y', null) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('keep' as const), pc }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver' as const), pc, which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deliver-in-part' as const), pc, which: fc.nat(20), ...spot }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), pc, from: pc, which: fc.nat(20) }) },
);
const history = fc.array(step, { maxLength: 60, size: 'max' });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const contains = (inner: Context, outer: Context): boolean =>
  Object.entries(inner).every(([replica, { n }]) => (outer[replica]?.n ?? 0) >= n);

type World = { readonly pcs: readonly Books[]; readonly writes: readonly Write[] };

/** Lives a history through: parcels are kept, lost, delivered late, twice, in part, and answered against what a PC once was. */
const live = (steps: readonly Step[]): World => {
  let pcs: readonly Books[] = replicas.map(emptyBooks);
  const kept: OfficeState[] = [];
  const writes: Write[] = [];
  const set = (index: number, books: Books): void => {
    pcs = pcs.map((one, at) => (at === index ? books : one));
  };
  const take = (index: number, parcel: Parcel, isLeftOut?: (id: string, field: string) => boolean): void => {
    const { books, problems } = join(pcs[index] as Books, parcel, isLeftOut);
    expect(problems).toEqual([]);
    set(index, books);
  };
  for (const one of steps) {
    const books = pcs[one.pc] as Books;
    if (one.do === 'write') {
      const done = write(books, one.id, one.field, one.value);
      writes.push(done.written);
      set(one.pc, done.books);
    }
    if (one.do === 'keep') kept.push(books);
    const parcel = 'which' in one ? kept[one.which % Math.max(1, kept.length)] : undefined;
    if (one.do === 'deliver' && parcel) take(one.pc, parcel);
    if (one.do === 'deliver-in-part' && parcel) take(one.pc, parcel, (id, field) => id === one.id && field === one.field);
    if (one.do === 'answer' && parcel && contains(parcel.context, books.context))
      take(one.pc, parcelBeyond(pcs[one.from] as Books, parcel));
  }
  return { pcs, writes };
};

const withoutOwner = ({ context, exceptions, records }: Books): OfficeState => ({ context, exceptions, records });
const both = (a: Books, b: Parcel): Books => join(a, b).books;

describe('the join of an office over any history', () => {
  test('is commutative', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [a, b] = live(steps).pcs as [Books, Books, Books];
        expect(withoutOwner(both(a, b))).toEqual(withoutOwner(both(b, a)));
      }),
      { numRuns: 1000 },
    );
  });

  test('is associative', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [a, b, c] = live(steps).pcs as [Books, Books, Books];
        expect(withoutOwner(both(both(a, b), c))).toEqual(withoutOwner(both(a, both(b, c))));
      }),
      { numRuns: 1000 },
    );
  });

  test('is idempotent: a package that arrives twice changes nothing', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [a, b] = live(steps).pcs as [Books, Books, Books];
        const once = both(a, b);
        expect(both(once, b)).toEqual(once);
        expect(both(a, a).records).toEqual(a.records);
      }),
      { numRuns: 1000 },
    );
  });

  test('ends, in any order, in exactly the values that nothing has replaced', () => {
    fc.assert(
      fc.property(history, fc.constantFrom([0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]), (steps, order) => {
        const { pcs, writes } = live(steps);
        const [first, ...rest] = order.map((index) => pcs[index] as Books) as [Books, ...Books[]];
        const end = rest.reduce(both, first);
        // what was left out somewhere comes up again with the next package of a PC that has it
        expect(end.exceptions).toEqual([]);
        expect(end.records).toEqual(truthOf(writes));
      }),
      { numRuns: 5000 },
    );
  });

  test('an answer that lists only what lies beyond a known state brings the same as the whole', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const [a, b] = live(steps).pcs as [Books, Books, Books];
        const [part, whole] = [both(a, parcelBeyond(b, a)), both(a, b)];
        expect({ context: part.context, records: part.records }).toEqual({ context: whole.context, records: whole.records });
        // what is still set aside may know less after a part than after the whole, never more
        for (const one of whole.exceptions)
          expect(part.exceptions).toContainEqual(expect.objectContaining({ id: one.id, field: one.field }));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the join of one field', () => {
  const [a, b] = replicas;
  const head = (replica: string, n: number, value: string): Head => [replica, n, value];

  test('keeps both values when each side wrote without seeing the other', () => {
    expect(joinField([head(a, 2, 'x')], [head(b, 1, 'y')], { [a]: 2 }, { [a]: 1, [b]: 1 })).toEqual({
      heads: [head(a, 2, 'x'), head(b, 1, 'y')],
    });
  });

  test('calls the same change with another value a fork', () => {
    expect(joinField([head(a, 1, 'x')], [head(a, 1, 'y')], { [a]: 1 }, { [a]: 1 }).problem).toBe('fork');
  });

  test('calls it damage when a field that had values would have none', () => {
    expect(joinField([head(a, 1, 'x')], [], { [a]: 1 }, { [a]: 1 }).problem).toBe('damage');
    expect(joinField([], [head(a, 1, 'x')], { [a]: 1 }, { [a]: 1 }).problem).toBe('damage');
  });
});
