/** Chance that can be repeated: the seed is printed, and `SEED=n` in the environment brings the same run back. */
export type Chance = {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, end). */
  below(end: number): number;
  pick<T>(of: readonly T[]): T;
};

export function seededChance(what: string): Chance {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.info(`${what}: SEED=${seed}`);
  let state = seed >>> 0;
  // Mulberry32: small, fast, and good enough to choose what a test does next.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return { next, below, pick: <T>(of: readonly T[]) => of[below(of.length)] as T };
}
