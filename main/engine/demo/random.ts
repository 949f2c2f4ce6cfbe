/** Repeatable random numbers: the same seed gives the same demo. */
export type Random = {
  /** 0 <= x < 1. */
  readonly next: () => number;
  readonly integer: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
};

/** A small generator (mulberry32); not for secrets. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    chance: (share) => next() < share,
    pick: (items) => items[integer(0, items.length - 1)] as (typeof items)[number],
  };
};

const hex = (value: number, length: number): string => Math.floor(value).toString(16).padStart(length, '0').slice(-length);

/** Ids in the form of UUIDv7 that follow from the seed and the time given. */
export const createSeededIds = (random: Random, startedAt: Date): (() => string) => {
  let count = 0;
  return () => {
    const time = hex(startedAt.getTime() + Math.floor(count / 4096), 12);
    const order = hex(count % 4096, 3);
    count += 1;
    const tail = `${hex(0x8000 + random.integer(0, 0x3fff), 4)}-${hex(random.next() * 2 ** 24, 6)}${hex(random.next() * 2 ** 24, 6)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${tail}`;
  };
};
