/** The value below which `share` of the numbers lie (nearest rank); NaN for none. */
export function quantile(numbers, share) {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (numbers) => quantile(numbers, 0.5);

/** Three significant digits: more would pretend a precision that a shared machine does not have. */
export const short = (number) => (Number.isFinite(number) ? Number(number.toPrecision(3)) : number);

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (xorshift32). */
export function seeded(seed) {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

export const pause = (ms) => new Promise((settle) => setTimeout(settle, ms));
