import { type Direction, signOf } from "./series";

/** How a phase of intervention (B) compares with the baseline phase (A) before it, without any model (F13). */
export type PhaseEffect = {
  /** Share of B points beyond the best A point. */
  readonly pnd: number;
  /** Nonoverlap of all pairs, (improved + ½ tied) / pairs: ½ is no change, 1 is full separation. */
  readonly nap: number;
  /** (improved - worsened) / pairs = 2 NAP - 1. */
  readonly tau: number;
  /** Tau less the trend already there in A (Parker, Vannest, Davis & Sauber, 2011); not bounded by ±1. */
  readonly tauU: number;
};

/**
 * PND, NAP, Tau and Tau-U of phase B against phase A, both in date order; null when either is empty.
 * Parker, Vannest & Davis, Behavior Modification 35(4), 2011, works an example of each on p. 307.
 */
export function phaseEffect(
  a: readonly number[],
  b: readonly number[],
  direction: Direction,
): PhaseEffect | null {
  if (a.length === 0 || b.length === 0) return null;
  const sign = signOf(direction);
  const better = (from: number, to: number) => Math.sign(to - from) * sign;
  const between = a.flatMap((from) => b.map((to) => better(from, to)));
  const within = a.flatMap((from, i) => a.slice(i + 1).map((to) => better(from, to)));
  const pairs = between.length;
  const net = between.reduce<number>((sum, step) => sum + step, 0);
  const best = sign * Math.max(...a.map((value) => sign * value));
  return {
    pnd: b.filter((value) => better(best, value) > 0).length / b.length,
    nap: (net / pairs + 1) / 2,
    tau: net / pairs,
    tauU: (net - within.reduce<number>((sum, step) => sum + step, 0)) / pairs,
  };
}
