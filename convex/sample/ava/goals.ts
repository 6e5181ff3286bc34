import type { SampleGoal } from "../child";

/**
 * The published grade-3 oral reading series that the five slope methods are compared on: the week of each
 * passage, and the words read correctly in a minute. The last week is three days ago.
 */
const weeks = [1, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18];
const words = [41, 62, 63, 75, 64, 80, 83, 83, 56, 104, 74];
const readingSeries = weeks.map((week, i) => ({ daysAgo: (18 - week) * 7 + 3, value: words[i] ?? 0 }));

const percentOf = (daysAgo: number, correct: number, total: number) => ({
  daysAgo,
  value: Math.round((100 * correct) / total),
  trials: { correct, total },
});

export const avaGoals: SampleGoal[] = [
  {
    area: "reading",
    statement:
      "Given an unpracticed third-grade passage, Ava will read aloud at 92 words correct per minute or more, with at least 95% accuracy, on three of the last four weekly passages.",
    condition:
      "Given a third-grade passage that she has not seen before, read aloud to an adult in a quiet place",
    behaviour: "Ava reads aloud for one minute",
    criterion: "92 words correct per minute or more, with at least 95% accuracy",
    consistency: { met: 3, of: 4 },
    measure: "wordsPerMinute",
    direction: "increase",
    baseline: { value: 40, daysAgo: 185 },
    target: 92,
    schedule: "Every week, one one-minute passage",
    series: readingSeries,
  },
  {
    area: "reading",
    statement:
      "Given twenty unpracticed words of two syllables or with vowel teams, Ava will read at least 90% correctly, in four of the last five sessions.",
    condition: "Given a list of twenty unpracticed words with vowel teams or two syllables",
    behaviour: "Ava reads each word aloud, and corrects herself when a vowel is cued silently",
    criterion: "90% of the words correct, her own corrections counted as correct",
    consistency: { met: 4, of: 5 },
    measure: "percent",
    direction: "increase",
    baseline: { value: 40, daysAgo: 185 },
    target: 90,
    schedule: "Every second week, one list of twenty words",
    series: [
      percentOf(165, 8, 20),
      percentOf(151, 9, 20),
      percentOf(137, 9, 20),
      percentOf(88, 8, 20),
      percentOf(74, 10, 20),
      percentOf(60, 11, 20),
      percentOf(46, 11, 20),
      percentOf(32, 13, 20),
      percentOf(18, 13, 20),
      percentOf(5, 14, 20),
    ],
  },
  {
    area: "communication",
    statement:
      "Asked to tell about something that happened, Ava will give a complete account (who, where, what happened, how it ended) in order and with specific words, without picture cues, in four of the last five attempts.",
    condition: "Asked an open question about a recent event or a story heard once, without pictures",
    behaviour: "Ava tells what happened in order, naming who, where, what happened and how it ended",
    criterion: "All four parts present and in order, rated 4 on the district’s four-point retelling rubric",
    consistency: { met: 4, of: 5 },
    measure: "rating",
    direction: "increase",
    baseline: { value: 1, daysAgo: 185 },
    target: 4,
    schedule: "Every second week, one account, rated in the session",
    measuredBy: "lindqvist",
    series: [
      { daysAgo: 94, value: 1 },
      { daysAgo: 80, value: 2, note: "Told the whole field trip, and left out the ending." },
      { daysAgo: 66, value: 2 },
      { daysAgo: 52, value: 3 },
      { daysAgo: 38, value: 2, note: "Tired after the fire drill." },
      { daysAgo: 24, value: 3 },
      { daysAgo: 10, value: 3 },
    ],
  },
  {
    area: "writing",
    statement:
      "Given a picture prompt, a graphic organizer and one minute to think, Ava will write for five minutes with at least 28 correct word sequences, in three of the last four samples.",
    condition:
      "Given a picture prompt, a graphic organizer and one minute to think, writing by hand or typing",
    behaviour: "Ava writes a narrative for five minutes",
    criterion: "28 correct word sequences or more",
    consistency: { met: 3, of: 4 },
    measure: "count",
    direction: "increase",
    baseline: { value: 9, daysAgo: 185 },
    target: 28,
    schedule: "Once a month, one five-minute sample",
    series: [
      { daysAgo: 97, value: 11 },
      { daysAgo: 69, value: 13 },
      { daysAgo: 40, value: 12 },
      { daysAgo: 12, value: 17, note: "Typed for the first time." },
    ],
  },
  {
    area: "socialEmotional",
    statement:
      "When a task is too hard to begin, Ava will ask for help, for a break or for another way to do it, within two minutes and without being prompted, in 80% of the occasions that her teachers observe.",
    condition: "When she has not begun a task two minutes after it was given",
    behaviour: "Ava asks for help, for a break, or for another way to do the task, by words or by her card",
    criterion: "80% of the observed occasions in a week, without a prompt",
    consistency: { met: 3, of: 4 },
    measure: "percent",
    direction: "increase",
    baseline: { value: 20, daysAgo: 185 },
    target: 80,
    schedule: "Every second week, all occasions of one school day",
    measuredBy: "okafor",
    series: [
      percentOf(83, 1, 5),
      percentOf(69, 2, 6),
      percentOf(55, 2, 5),
      percentOf(41, 3, 5),
      percentOf(27, 2, 5),
      percentOf(13, 4, 6),
    ],
  },
  {
    area: "mathematics",
    statement:
      "Given ten word problems of two steps, read aloud to her, Ava will write down the result of the first step and solve the problem, with at least eight of ten correct, in three of the last four sets.",
    condition:
      "Given ten word problems of two steps, read aloud, with squared paper and a box for the first result",
    behaviour: "Ava writes the result of the first step in the box and then the answer",
    criterion: "Eight of ten problems with both results correct",
    consistency: { met: 3, of: 4 },
    measure: "trials",
    direction: "increase",
    baseline: { value: 3, daysAgo: 185 },
    target: 8,
    schedule: "Every third week, one set of ten problems",
    series: [],
  },
];
