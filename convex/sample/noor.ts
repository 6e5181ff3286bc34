import { accommodation, briefPlan, everyWeek, weekly } from "./brief";
import type { SampleChild } from "./child";

/** Fifth grade: reads fluently, learns to spell. */
export const noor: SampleChild = {
  school: "elementary",
  caseManager: "hawthorne",
  number: "WC-2019",
  firstName: "Noor",
  lastName: "Siddiqui",
  gradeLevel: "5",
  age: [10, 330],
  needs: ["specificLearningDisability"],
  team: ["hawthorne", "bracken"],
  plans: [
    briefPlan({
      status: "inEffect",
      startsIn: -354,
      meetingIn: -369,
      shared: true,
      levels: [
        "Noor reads fluently and spells as a second grader does: on a list of fifty words of her grade she wrote 19 correctly. Her written ideas are rich once spelling is taken from her.",
      ],
      strengths: "Noor writes songs, acts, and remembers every line of a play.",
      concerns: "Her father asks whether spelling will be held against her in middle school.",
      goals: [
        {
          area: "writing",
          statement:
            "Given a dictated list of twenty words of taught patterns, Noor will spell 17 correctly, in three of the last four lists.",
          condition: "Given a dictated list of twenty words of patterns that were taught",
          behaviour: "Noor writes the words",
          criterion: "17 of 20 words correct",
          consistency: { met: 3, of: 4 },
          measure: "trials",
          direction: "increase",
          baseline: { value: 8, daysAgo: 360 },
          target: 17,
          schedule: "Every week, one list",
          series: everyWeek(9, 10, 11, 11, 13, 12, 14, 15, 14, 16, 17),
        },
      ],
      services: [weekly("Specialized instruction in spelling", 3, 30, "Special education teacher")],
      accommodations: [accommodation("Response", "A spelling checker where spelling is not being learned.")],
    }),
  ],
};
