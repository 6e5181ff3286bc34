/** Chance that can be repeated: the seed is printed, and `SEED=n` brings the same run back. */
export function seededChance(what: string): {
  next(): number;
  below(n: number): number;
  pick<T>(of: readonly T[]): T;
} {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`${what}: SEED=${seed}`);
  let state = seed >>> 0;
  // Mulberry32: small, fast, and good enough to choose what a test does next.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { next, below, pick: <T>(of: readonly T[]) => of[below(of.length)] as T };
}
