import { accommodation, briefPlan, everyWeek, weekly } from "./brief";
import type { SampleChild } from "./child";

const atRidgeline = { school: "high", caseManager: "castellano" } as const;

export const high: SampleChild[] = [
  {
    ...atRidgeline,
    number: "WC-1104",
    firstName: "Hannah",
    lastName: "Voss",
    gradeLevel: "11",
    age: [16, 250],
    needs: ["autism"],
    team: ["castellano", "bracken", "whitfield"],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -330,
        meetingIn: -335,
        shared: true,
        levels: [
          "Hannah earns As in sciences. Unplanned group work and the cafeteria are hard for her; she ate there on two of twenty days. She writes precise laboratory reports and avoids writing about people.",
        ],
        strengths: "Hannah keeps the school’s weather station and its record without a gap.",
        concerns:
          "Her mother would like Hannah to practice asking for what she needs before college asks it of her.",
        goals: [
          {
            area: "transition",
            statement:
              "Hannah will ask for an accommodation by herself, in writing or in words, on 80% of the occasions that call for one.",
            condition: "When a lesson or a test calls for one of her accommodations",
            behaviour: "Hannah asks the teacher for it",
            criterion: "80% of the occasions of a week",
            consistency: { met: 3, of: 4 },
            measure: "percent",
            direction: "increase",
            baseline: { value: 15, daysAgo: 333 },
            target: 80,
            schedule: "Every week, from her own log and her teachers’",
            series: everyWeek(4, 30, 35, 30, 45, 40, 50, 55, 50, 65, 60, 70),
          },
        ],
        services: [weekly("Instruction in self-advocacy", 1, 45, "Special education teacher")],
        accommodations: [
          accommodation("Setting", "Lunch in the library or the laboratory, on her own choice."),
          accommodation("Presentation", "Groups and their tasks named a day ahead."),
        ],
        transition: [
          "Education: after high school Hannah will study atmospheric science at a four-year university. Employment: she will work in a measuring or forecasting service. Independent living: she will live in a student residence and manage her own appointments. These goals follow from her interest inventory and from two visits to the weather service.",
          "Services: two college visits with their disability offices; a summer placement at the weather station of the university; self-advocacy instruction each week. Course of study: calculus, physics, statistics and technical writing.",
        ],
      }),
    ],
  },
  {
    ...atRidgeline,
    number: "WC-1203",
    firstName: "Freya",
    lastName: "Nilsson",
    gradeLevel: "12",
    age: [17, 300],
    needs: ["intellectualDisability"],
    team: ["castellano", "lindqvist"],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -348,
        meetingIn: -352,
        shared: true,
        levels: [
          "Freya reads at the level of the third grade and understands more when she listens. She travels alone on two bus lines, shops from a list, and pays with a card.",
        ],
        strengths:
          "Freya works with her whole heart, is punctual, and greets customers so that they come back.",
        concerns: "Her parents would like her to work for pay, near people of her own age.",
        goals: [
          {
            area: "adaptive",
            statement:
              "At her placement Freya will finish the opening routine of twelve steps with no more than one prompt, on four of the last five mornings.",
            condition: "At the café, with her picture list of twelve steps",
            behaviour: "Freya carries out the steps",
            criterion: "One prompt or none",
            consistency: { met: 4, of: 5 },
            measure: "count",
            direction: "decrease",
            baseline: { value: 8, daysAgo: 349 },
            target: 1,
            schedule: "Every week, one morning",
            series: everyWeek(2, 7, 7, 6, 5, 6, 4, 4, 3, 2, 2, 1, 2),
          },
        ],
        services: [
          weekly("Instruction at the workplace", 3, 90, "Special education teacher", "Café on Mill Street"),
        ],
        accommodations: [
          accommodation("Presentation", "Texts read aloud, and picture lists.", "School and placement"),
        ],
        transition: [
          "Employment: after high school Freya will work twenty hours a week for pay in a café, with the support of a job coach for the first six months. Independent living: she will live with a friend in supported housing. Training: she will take the food handler’s course. These goals follow from her work samples and from a conversation about her own wishes in pictures.",
          "Services: placement three mornings a week; travel training on a third bus line; an application to the state’s vocational rehabilitation agency, to whose part in the meeting Freya and her parents consented.",
        ],
      }),
    ],
  },
  {
    ...atRidgeline,
    number: "WC-1311",
    isNewlyEligible: true,
    firstName: "Marcus",
    lastName: "Delgado",
    gradeLevel: "9",
    age: [14, 60],
    needs: ["specificLearningDisability"],
    team: ["castellano", "whitfield"],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -75,
        meetingIn: -80,
        shared: true,
        levels: [
          "Marcus reads 96 words correct per minute in texts of the eighth grade and understands what he reads. He loses the thread in texts of more than two pages.",
        ],
        strengths: "Marcus plays the trumpet and practices without being told.",
        concerns: "His mother asks for the reading list of the year, to find the audio books early.",
        goals: [
          {
            area: "reading",
            statement:
              "Given a text of three pages, Marcus will write a summary with all main points, rated 4 of 4, in three of the last four.",
            condition: "Given a text of three pages of his grade, and notes in the margin",
            behaviour: "Marcus writes a summary of five sentences",
            criterion: "All main points, 4 on the four-point rubric",
            consistency: { met: 3, of: 4 },
            measure: "rating",
            direction: "increase",
            baseline: { value: 1, daysAgo: 78 },
            target: 4,
            schedule: "Every second week",
            series: everyWeek(20, 1, 2, 2, 2),
          },
        ],
        services: [weekly("Instruction in reading strategies", 2, 45, "Special education teacher")],
        accommodations: [accommodation("Presentation", "Audio versions of long texts.")],
      }),
    ],
  },
  {
    ...atRidgeline,
    number: "WC-1219",
    firstName: "Isaiah",
    lastName: "Grant",
    gradeLevel: "10",
    age: [15, 30],
    needs: ["emotionalDisturbance"],
    team: ["castellano", "bracken"],
    plans: [
      briefPlan({
        status: "inEffect",
        startsIn: -110,
        meetingIn: -115,
        shared: false,
        levels: ["Isaiah was absent on 22 of 60 days. On days when he comes he works well until noon."],
        strengths: "Isaiah writes, and reads what he writes to people whom he trusts.",
        concerns: "His foster mother asks for one adult whom Isaiah can write to.",
        goals: [
          {
            area: "socialEmotional",
            statement: "Isaiah will attend 90% of his lessons in a week, in three of the last four weeks.",
            condition: "In a school week, with his morning check-in",
            behaviour: "Isaiah attends his lessons",
            criterion: "90% of the lessons",
            consistency: { met: 3, of: 4 },
            measure: "percent",
            direction: "increase",
            baseline: { value: 63, daysAgo: 112 },
            target: 90,
            schedule: "Every week, from the attendance record",
            series: everyWeek(5, 66, 70, 64, 58, 60, 55, 57),
          },
        ],
        services: [weekly("Counseling", 1, 45, "School psychologist", "Counseling office")],
        accommodations: [accommodation("Timing", "Assignments in any order, within a week.")],
        factors: {
          behaviour:
            "A check-in every morning, and a plan for mornings that go wrong, were made with Isaiah.",
        },
      }),
    ],
  },
];
