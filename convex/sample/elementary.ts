import { accommodation, briefPlan, everyWeek, trialsEveryWeek, weekly } from "./brief";
import type { SampleChild } from "./child";

/**
 * The published single-case series (Parker, Vannest & Davis, 2011, p. 307): six sessions before the intervention
 * and seven with it. The baseline ends on the day of the sixth session.
 */
const before = [20, 20, 26, 25, 22, 23];
const during = [28, 25, 24, 27, 30, 30, 29];
const BASELINE_ENDED_DAYS_AGO = 53;
const singleCase = [
  ...before.map((value, i) => ({ daysAgo: BASELINE_ENDED_DAYS_AGO + (5 - i) * 3, value })),
  ...during.map((value, i) => ({ daysAgo: BASELINE_ENDED_DAYS_AGO - 5 - i * 7, value })),
];

const atCottonwood = { school: "elementary", caseManager: "hawthorne" } as const;

export const elementary: SampleChild[] = [
  {
    ...atCottonwood,
    number: "WC-2044",
    firstName: "Sami",
    lastName: "Haddad",
    gradeLevel: "2",
    age: [7, 60],
    needs: ["autism", "speechOrLanguageImpairment"],
    team: ["hawthorne", "lindqvist", "bracken"],
    guardians: [{ key: "nadia", relationship: "mother" }],
    record: {
      byTheCaseManager: {
        languages: {
          home: "Arabic, English",
          correspondence: "Arabic",
          interpreterNeeded: true,
          interpreterMode: "phone",
        },
      },
      byTheTeam: {
        learning: {
          interests: "Maps, metro lines, flags",
          motivators: "Being the one who explains",
          helps: "Hearing in the morning what will be different today",
          hinders: "Changes without warning",
        },
      },
    },
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -90,
        meetingIn: -96,
        shared: true,
        levels: [
          "Sami reads and calculates at the level of his class and remembers the schedule of every day. In unstructured time he plays beside other children, answers when spoken to, and seldom starts or keeps up an exchange.",
          "In play sessions of twenty minutes, in which his communicative turns toward another child are counted, six sessions without an intervention gave between 20 and 26. He speaks Arabic with his grandparents and English at school and at home.",
        ],
        strengths:
          "Sami knows maps, metro lines and flags, draws them from memory, and is glad to explain them to anyone who asks. He likes clear rules, is honest, and comforts others when they cry.",
        concerns:
          "Ms. Haddad would like Sami to have one friend whom he looks forward to seeing. She asks that changes of the day be told to him in the morning, and that notes home be short.",
        goals: [
          {
            area: "communication",
            statement:
              "In a twenty-minute play session with one classmate, Sami will take 32 or more communicative turns, in three of the last four sessions.",
            condition: "In a play session of twenty minutes with one classmate, an adult nearby and silent",
            behaviour: "Sami takes a turn toward the other child by words, gesture or offering",
            criterion: "32 turns or more in the session",
            consistency: { met: 3, of: 4 },
            measure: "count",
            direction: "increase",
            baseline: { value: 22.5, daysAgo: BASELINE_ENDED_DAYS_AGO },
            target: 32,
            schedule: "Every week, one session of twenty minutes",
            measuredBy: "lindqvist",
            series: singleCase,
          },
          {
            area: "adaptive",
            statement:
              "When the day changes, Sami will move to the new activity within three minutes with his picture schedule, in four of the last five changes.",
            condition: "When an activity ends or the day changes, with a picture schedule",
            behaviour: "Sami begins the new activity",
            criterion: "Within three minutes",
            consistency: { met: 4, of: 5 },
            measure: "minutes",
            direction: "decrease",
            baseline: { value: 11, daysAgo: 88 },
            target: 3,
            schedule: "Every week, one change that was not announced before",
            series: everyWeek(4, 11, 9, 10, 8, 9, 7, 6, 7, 5),
          },
        ],
        services: [
          weekly("Speech-language therapy, with a classmate", 2, 30, "Speech-language pathologist"),
          weekly("Social skills group", 1, 40, "School psychologist", "Library"),
        ],
        accommodations: [
          accommodation("Routine", "A picture schedule on the desk; changes told in the morning."),
          accommodation("Setting", "A quiet place to go to for five minutes, on his own wish."),
        ],
        factors: {
          communication:
            "Sami’s social communication is addressed in therapy with a classmate and in the social skills group.",
          limitedEnglish:
            "Sami speaks English and Arabic. His English is at the level of his age; the family asks for no translation and knows that it may.",
        },
      }),
    ],
  },
  {
    ...atCottonwood,
    number: "WC-2017",
    firstName: "Dana",
    lastName: "Tsosie",
    gradeLevel: "5",
    age: [10, 210],
    needs: ["otherHealthImpairment"],
    team: ["hawthorne", "bracken"],
    guardians: [{ key: "walter", relationship: "grandparent" }],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -341,
        meetingIn: -346,
        shared: true,
        levels: [
          "Dana understands what is taught and finishes little of it: 35% of written assignments were handed in complete. Interval recordings show 52% of time on task in independent work and 85% in small groups.",
        ],
        strengths: "Dana builds, leads games, and explains mathematics to others better than the book does.",
        concerns: "Mr. Tsosie asks for one list of homework in one place, and for praise that Dana can hear.",
        goals: [
          {
            area: "behaviour",
            statement:
              "In twenty minutes of independent work with a checklist, Dana will be on task in 80% of intervals, in four of the last five observations.",
            condition: "In twenty minutes of independent work, with a checklist of three steps",
            behaviour: "Dana is on task: eyes, hands or pencil on the work",
            criterion: "80% of ten-second intervals",
            consistency: { met: 4, of: 5 },
            measure: "percent",
            direction: "increase",
            baseline: { value: 52, daysAgo: 344 },
            target: 80,
            schedule: "Every week, one observation",
            series: everyWeek(6, 54, 58, 55, 60, 57, 61, 60, 63, 58, 62, 60, 61),
          },
        ],
        services: [
          weekly("Instruction in planning and self-monitoring", 3, 20, "Special education teacher"),
          weekly("Check-in at the start and end of the day", 5, 10, "Special education teacher", "Classroom"),
        ],
        accommodations: [
          accommodation("Timing", "Long assignments in parts, each with its own time."),
          accommodation("Setting", "A seat away from the door and the pencil sharpener."),
        ],
      }),
    ],
  },
  {
    ...atCottonwood,
    number: "WC-2052",
    firstName: "Lucas",
    lastName: "Abernathy",
    gradeLevel: "4",
    age: [9, 300],
    needs: ["specificLearningDisability"],
    team: ["hawthorne", "okafor"],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -60,
        meetingIn: -64,
        shared: false,
        levels: [
          "Lucas reads at grade level. In computation he adds and subtracts with his fingers; on two-minute probes of mixed facts he wrote 11 correct digits, where the middle of his class wrote 32.",
        ],
        strengths: "Lucas reads everything about space, and tells it well.",
        concerns: "His parents would like him to stop saying that he is stupid at numbers.",
        goals: [
          {
            area: "mathematics",
            statement:
              "Given a two-minute probe of mixed addition and subtraction facts, Lucas will write 30 correct digits or more, in three of the last four probes.",
            condition: "Given a two-minute probe of mixed addition and subtraction facts",
            behaviour: "Lucas writes the answers",
            criterion: "30 correct digits",
            consistency: { met: 3, of: 4 },
            measure: "count",
            direction: "increase",
            baseline: { value: 11, daysAgo: 62 },
            target: 30,
            schedule: "Every week, one probe",
            series: everyWeek(5, 12, 13, 12, 15, 16, 15, 18),
          },
        ],
        services: [weekly("Specialized instruction in mathematics", 4, 30, "Special education teacher")],
        accommodations: [
          accommodation("Materials", "A number line and a facts table, except in fact probes."),
        ],
      }),
    ],
  },
  {
    ...atCottonwood,
    number: "WC-2063",
    firstName: "Mei-Lin",
    lastName: "Zhou",
    gradeLevel: "K",
    age: [5, 190],
    needs: ["speechOrLanguageImpairment"],
    team: ["hawthorne", "lindqvist"],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -35,
        meetingIn: -38,
        shared: true,
        levels: [
          "Strangers understand about half of what Mei-Lin says. She leaves out the ends of words and says t for k. Her understanding of language is above the average of her age.",
        ],
        strengths: "Mei-Lin sings, keeps rhythm, and organizes the games of her table.",
        concerns: "Her parents want her to be understood by her grandmother on the telephone.",
        goals: [
          {
            area: "communication",
            statement:
              "Naming pictures, Mei-Lin will say final k and t correctly in 80% of trials, in three sessions of four.",
            condition: "Naming pictures of words that end in k or t",
            behaviour: "Mei-Lin says the last sound correctly",
            criterion: "80% of twenty trials",
            consistency: { met: 3, of: 4 },
            measure: "percent",
            direction: "increase",
            baseline: { value: 25, daysAgo: 36 },
            target: 80,
            schedule: "Every week, twenty pictures",
            measuredBy: "lindqvist",
            series: trialsEveryWeek(3, [6, 20], [7, 20], [7, 20], [9, 20]),
          },
        ],
        services: [weekly("Speech-language therapy", 2, 20, "Speech-language pathologist", "Therapy room")],
        accommodations: [accommodation("Response", "Time to say it again, and to show what she means.")],
        factors: { communication: "Her speech sounds are the subject of her goal and of her therapy." },
      }),
    ],
  },
  {
    ...atCottonwood,
    number: "WC-2058",
    firstName: "Theodoros",
    preferredName: "Theo",
    lastName: "Papadakis",
    gradeLevel: "4",
    age: [9, 15],
    needs: ["autism"],
    team: ["hawthorne", "pham"],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -352,
        meetingIn: -357,
        shared: true,
        levels: [
          "Theo’s mathematics is two grades ahead. Writing by hand is slow: seven legible words a minute, after which he stops. He types with two fingers and without complaint.",
        ],
        strengths: "Theo programs small games and is patient with anyone who wants to learn how.",
        concerns:
          "His mother asks that noise be taken as seriously as writing: he comes home with his hands over his ears.",
        goals: [
          {
            area: "motor",
            statement:
              "Typing from a model, Theo will type 20 correct words per minute, in three of the last four samples.",
            condition: "Typing from a printed model for three minutes",
            behaviour: "Theo types",
            criterion: "20 correct words per minute",
            consistency: { met: 3, of: 4 },
            measure: "wordsPerMinute",
            direction: "increase",
            baseline: { value: 7, daysAgo: 350 },
            target: 20,
            schedule: "Every second week, one sample",
            measuredBy: "pham",
            series: everyWeek(19, 11, 12, 12, 14, 15, 17, 16, 18, 20, 21, 22),
          },
        ],
        services: [weekly("Occupational therapy", 1, 30, "Occupational therapist", "Therapy room")],
        accommodations: [
          accommodation("Response", "Typing instead of handwriting."),
          accommodation("Setting", "Ear defenders, and a quiet place for tests."),
        ],
        factors: { assistiveTechnology: "Theo uses a tablet with a keyboard in all lessons." },
      }),
    ],
  },
];
