import { randomInt } from "node:crypto";

/** Numbers in [0, 1), the same for the same seed (the mulberry32 generator). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Seeded only when the first number is asked for: most runs ask for none. */
export function freshRandom(): () => number {
  let next: (() => number) | undefined;
  return () => {
    next ??= seededRandom(randomInt(2 ** 32));
    return next();
  };
}
