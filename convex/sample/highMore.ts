import { accommodation, briefPlan, everyWeek, weekly } from "./brief";
import type { SampleChild } from "./child";

const atRidgeline = { school: "high", caseManager: "castellano" } as const;

export const highMore: SampleChild[] = [
  {
    ...atRidgeline,
    number: "WC-1315",
    isNewlyEligible: true,
    firstName: "Sofia",
    lastName: "Andrade",
    gradeLevel: "9",
    age: [14, 200],
    needs: ["visualImpairment"],
    team: ["castellano", "pham"],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -20,
        meetingIn: -26,
        shared: true,
        levels: [
          "Sofia reads braille at 72 words a minute and print of 24 points for short tasks. She travels in the building by herself.",
        ],
        strengths: "Sofia sings in the state choir and learns a score by ear in an evening.",
        concerns: "Her parents ask for braille at the same time as the others have print.",
        goals: [
          {
            area: "reading",
            statement:
              "Given an unpracticed text in braille, Sofia will read 95 words per minute, in three of the last four texts.",
            condition: "Given an unpracticed text in contracted braille",
            behaviour: "Sofia reads aloud for one minute",
            criterion: "95 words correct per minute",
            consistency: { met: 3, of: 4 },
            measure: "wordsPerMinute",
            direction: "increase",
            baseline: { value: 72, daysAgo: 22 },
            target: 95,
            schedule: "Every week",
            series: everyWeek(4, 72, 75, 74),
          },
        ],
        services: [
          weekly(
            "Instruction by a teacher of the visually impaired",
            3,
            45,
            "Teacher of the visually impaired",
          ),
        ],
        accommodations: [
          accommodation("Presentation", "All texts in braille or in 24 points, when the others have theirs."),
        ],
        factors: {
          braille: "Sofia is taught and tested in contracted braille, and in large print for short tasks.",
        },
      }),
    ],
  },
  {
    ...atRidgeline,
    number: "WC-1112",
    firstName: "Benedykt",
    preferredName: "Ben",
    lastName: "Kowalczyk",
    gradeLevel: "11",
    age: [16, 340],
    needs: ["traumaticBrainInjury"],
    team: ["castellano", "pham", "bracken"],
    plans: [
      briefPlan({
        status: "draft",
        startsIn: 15,
        meetingIn: 9,
        shared: true,
        levels: [
          "Ben returned to school seven weeks after an accident. He tires by noon and remembers new names from one day to the next in four of ten trials.",
        ],
        strengths: "Ben knows what he wants back, and laughs about the rest.",
        concerns: "His parents ask that the plan be looked at again after three months instead of twelve.",
        goals: [
          {
            area: "adaptive",
            statement:
              "With his notebook Ben will recall the tasks of the day before, nine of ten, in four of the last five mornings.",
            condition: "In the morning, with his notebook",
            behaviour: "Ben tells the tasks of the day before",
            criterion: "Nine of ten tasks",
            consistency: { met: 4, of: 5 },
            measure: "trials",
            direction: "increase",
            baseline: { value: 4, daysAgo: 10 },
            target: 9,
            schedule: "Every week",
            series: [],
          },
        ],
        services: [weekly("Specialized instruction", 5, 45, "Special education teacher")],
        accommodations: [accommodation("Timing", "A rest of thirty minutes before noon.")],
        transition: [
          "Employment, education and independent living are being talked over with Ben; his assessments are from before the accident and will be taken again.",
        ],
        unwritten: ["specialFactors"],
      }),
    ],
  },
  {
    ...atRidgeline,
    number: "WC-1318",
    firstName: "Omar",
    lastName: "Aziz",
    gradeLevel: "9",
    age: [14, 310],
    needs: ["otherHealthImpairment"],
    team: ["castellano"],
    plans: [
      briefPlan({
        status: "draft",
        startsIn: 40,
        shared: false,
        levels: [
          "Omar is being evaluated again after three years; the results are expected within two weeks.",
        ],
        strengths: "Omar repairs bicycles for half the street.",
        concerns: "",
        goals: [],
        services: [],
        accommodations: [],
        unwritten: ["parentConcerns", "specialFactors", "goals", "services", "accommodations"],
      }),
    ],
  },
  {
    ...atRidgeline,
    number: "WC-1222",
    firstName: "Kayla",
    lastName: "Redbird",
    gradeLevel: "10",
    age: [15, 140],
    needs: ["specificLearningDisability"],
    team: ["castellano"],
    plans: [],
  },
  {
    ...atRidgeline,
    number: "WC-1207",
    firstName: "Tyrell",
    lastName: "Jackson",
    gradeLevel: "12",
    age: [17, 90],
    needs: ["specificLearningDisability"],
    team: ["castellano", "whitfield"],
    plans: [],
  },
  {
    ...atRidgeline,
    number: "WC-1226",
    firstName: "Maya",
    lastName: "Okonkwo",
    gradeLevel: "10",
    age: [15, 220],
    needs: ["speechOrLanguageImpairment"],
    team: ["lindqvist"],
    plans: [],
  },
];
