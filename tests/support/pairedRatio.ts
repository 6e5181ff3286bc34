type Told = {
  /** The median over all pairs of how much longer the first took than the second. */
  ratio: number;
  /** Where the true median lies, with a confidence of 99 % (order statistics; nothing is assumed of the times). */
  between: [number, number];
  pairs: number;
  verdict: "within" | "beyond" | "undecided";
};

/** So many pairs before the first look. */
const FEWEST = 40;
/** Quantile of the normal distribution for 99 %, both sides. */
const Z = 2.576;

/**
 * Times two things against each other on a machine that does other things too. They run one right after the other, in
 * turns first and second, so that what slows one slows both; and as many pairs are timed as it takes to say on which
 * side of `within` the median of their ratios lies, `most` at most.
 */
export async function pairedRatio(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  { most, within }: { most: number; within: number },
): Promise<Told> {
  const ratios: number[] = [];
  for (;;) {
    const order = ratios.length % 2 === 0 ? [first, second] : [second, first];
    const times = new Map<() => Promise<unknown>, number>();
    for (const run of order) {
      const start = performance.now();
      await run();
      times.set(run, performance.now() - start);
    }
    ratios.push((times.get(first) ?? 0) / (times.get(second) ?? 1));
    const isLast = ratios.length >= most;
    if (!isLast && (ratios.length < FEWEST || ratios.length % 10 > 0)) continue;
    const told = judged(ratios, within);
    if (isLast || told.verdict !== "undecided") return told;
  }
}

function judged(ratios: readonly number[], within: number): Told {
  const sorted = ratios.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  const half = (Z * Math.sqrt(sorted.length)) / 2;
  const at = (place: number) => sorted[Math.min(last, Math.max(0, Math.round(place)))] ?? Number.NaN;
  const between: [number, number] = [at(last / 2 - half), at(last / 2 + half)];
  const isIn = (ratio: number) => Math.abs(ratio - 1) < within;
  const isBeyond = between[0] > 1 + within || between[1] < 1 - within;
  const verdict = between.every(isIn) ? "within" : isBeyond ? "beyond" : "undecided";
  return { ratio: at(last / 2), between, pairs: sorted.length, verdict };
}
