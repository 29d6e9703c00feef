/** Chance that comes out the same on every machine: everything follows from the seed. */
export interface Rng {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** Whether something that happens in so many of a hundred cases happens. */
  happens(percent: number): boolean;
  /** One of the options, each as often as its weight says. */
  pick<Option extends { weight: number }>(options: readonly Option[]): Option;
  /** A fraction as a whole number: 2.3 is 2 in seven of ten cases, else 3. */
  round(value: number): number;
  /** A factor around 1, rarely beyond `spread` away from it. */
  around(spread: number): number;
}

/** FNV-1a, so that any text can be a seed. */
function hash(seed: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) {
    value = Math.imul(value ^ seed.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32: small, fast and even enough for sample data. Never for secrets. */
export function createRng(seed: string): Rng {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: (percent) => next() * 100 < percent,
    pick: (options) => {
      let left = next() * options.reduce((sum, { weight }) => sum + weight, 0);
      for (const option of options) {
        left -= option.weight;
        if (left < 0) return option;
      }
      const last = options.at(-1);
      if (last === undefined) throw new RangeError("Nothing to pick from");
      return last;
    },
    round: (value) => Math.floor(value) + (next() < value - Math.floor(value) ? 1 : 0),
    // The mean of three is bell-shaped enough.
    around: (spread) => 1 + (((next() + next() + next()) / 3) * 2 - 1) * spread * 1.5,
  };
}
