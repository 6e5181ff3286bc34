/**
 * Oral reading fluency in words correct per minute, grades 1 to 6, at percentiles 90, 75, 50, 25 and 10.
 * Hasbrouck & Tindal, An Update to Compiled ORF Norms (Technical Report 1702), University of Oregon, 2017.
 * Weekly growth is computed, not stored: three of its printed cells do not follow from the printed scores.
 */
export const READING_NORMS_SOURCE = "Hasbrouck & Tindal 2017";

export const SEASONS = ["autumn", "winter", "spring"] as const;
export type Season = (typeof SEASONS)[number];

export const PERCENTILES = [90, 75, 50, 25, 10] as const;
export type Percentile = (typeof PERCENTILES)[number];

type Scores = readonly [number, number, number, number, number];

const NORMS: Record<number, { autumn: Scores | null; winter: Scores; spring: Scores }> = {
  1: { autumn: null, winter: [97, 59, 29, 16, 9], spring: [116, 91, 60, 34, 18] },
  2: { autumn: [111, 84, 50, 36, 23], winter: [131, 109, 84, 59, 35], spring: [148, 124, 100, 72, 43] },
  3: { autumn: [134, 104, 83, 59, 40], winter: [161, 137, 97, 79, 62], spring: [166, 139, 112, 91, 63] },
  4: { autumn: [153, 125, 94, 75, 60], winter: [168, 143, 120, 95, 71], spring: [184, 160, 133, 105, 83] },
  5: { autumn: [179, 153, 121, 87, 64], winter: [183, 160, 133, 109, 84], spring: [195, 169, 146, 119, 102] },
  6: { autumn: [185, 159, 132, 112, 89], winter: [195, 166, 145, 116, 91], spring: [204, 173, 146, 122, 91] },
};

/** The season of the school year a civil day falls in: August to November, December to February, the rest. */
export function seasonOf(on: string): Season {
  const month = Number(on.slice(5, 7));
  if (month >= 8 && month <= 11) return "autumn";
  return month === 12 || month <= 2 ? "winter" : "spring";
}

/** The five published scores of a grade and season, highest percentile first; null where none is published. */
export function readingNorms(
  grade: number,
  season: Season,
): { percentile: Percentile; value: number }[] | null {
  const scores = NORMS[grade]?.[season];
  if (!scores) return null;
  return PERCENTILES.map((percentile, i) => ({ percentile, value: scores[i] ?? 0 }));
}

/** Between which two published percentiles a score lies; a null side means beyond the table (F16). */
export function readingBracket(
  grade: number,
  season: Season,
  wordsPerMinute: number,
): { atLeast: Percentile | null; below: Percentile | null } | null {
  const norms = readingNorms(grade, season);
  if (!norms) return null;
  const reached = norms.findIndex(({ value }) => wordsPerMinute >= value);
  if (reached === -1) return { atLeast: null, below: 10 };
  return { atLeast: PERCENTILES[reached] ?? null, below: PERCENTILES[reached - 1] ?? null };
}

/** Words per minute gained per week between the year's first and last norm: (spring - autumn)/32, grade 1 over 16. */
export function weeklyNormGrowth(grade: number, percentile: Percentile): number | null {
  const norms = NORMS[grade];
  if (!norms) return null;
  const i = PERCENTILES.indexOf(percentile);
  const start = norms.autumn ?? norms.winter;
  return ((norms.spring[i] ?? 0) - (start[i] ?? 0)) / (norms.autumn ? 32 : 16);
}
