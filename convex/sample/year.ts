import type { CivilDay } from "../dates";
import type { PersonKey } from "./people";

/** The school year of the sample district, and the classes in it. All invented. */

/** Month and day; in spring it is the year after the one in which the school year began. */
type Days = { name: string; from: string; until: string };

/** A school year begins in August, as is usual where the district is. */
const FIRST_MONTH = "08";

const terms: readonly Days[] = [
  { name: "Fall semester", from: "08-17", until: "12-18" },
  { name: "Spring semester", from: "01-05", until: "06-05" },
];

type Closure = Days & { school?: "elementary" | "high" };
const closures: readonly Closure[] = [
  { name: "Labor Day", from: "09-07", until: "09-07" },
  { name: "Fall break", from: "10-12", until: "10-13" },
  { name: "Parent conferences", from: "10-30", until: "10-30", school: "elementary" },
  { name: "Thanksgiving break", from: "11-25", until: "11-27" },
  { name: "Spring break", from: "03-23", until: "03-27" },
  { name: "State tests, no classes", from: "04-14", until: "04-15", school: "high" },
];

const inYear = ({ from, until }: Omit<Days, "name">, begunIn: number) => {
  const dated = (day: string) => `${day < FIRST_MONTH ? begunIn + 1 : begunIn}-${day}`;
  return { startsOn: dated(from), endsOn: dated(until) };
};

/** The terms of this school year and of the one before it, so that reports have something to compare. */
export function termsAround(today: CivilDay): { name: string; startsOn: CivilDay; endsOn: CivilDay }[] {
  const begunIn = yearBegunIn(today);
  return [begunIn - 1, begunIn].flatMap((year) =>
    terms.map((term) => {
      const days = inYear(term, year);
      return { name: `${term.name} ${days.startsOn.slice(0, 4)}`, ...days };
    }),
  );
}

/** The days without school of this school year. */
export function closuresAround(today: CivilDay) {
  return closures.map(({ name, school, ...days }) => ({
    name,
    school,
    ...inYear(days, yearBegunIn(today)),
  }));
}

function yearBegunIn(today: CivilDay): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) < FIRST_MONTH ? year - 1 : year;
}

/** The first day of this school year, from which on its classes are together. */
export const yearBeganOn = (today: CivilDay): CivilDay => `${yearBegunIn(today)}-08-17`;

type SampleGroup = {
  name: string;
  kind: "classroom" | "teachingGroup";
  subject: string;
  school: "elementary" | "high";
  teacher: PersonKey;
  /** Student numbers. */
  students: readonly string[];
};

export const groups: readonly SampleGroup[] = [
  {
    name: "Room 12, third grade",
    kind: "classroom",
    subject: "",
    school: "elementary",
    teacher: "okafor",
    students: ["WC-2031", "WC-2033", "WC-2038"],
  },
  {
    name: "Reading workshop, mornings",
    kind: "teachingGroup",
    subject: "Reading",
    school: "elementary",
    teacher: "hawthorne",
    students: ["WC-2031", "WC-2052", "WC-2058"],
  },
  {
    name: "English 9, period 3",
    kind: "teachingGroup",
    subject: "English",
    school: "high",
    teacher: "whitfield",
    students: ["WC-1311", "WC-1315", "WC-1318"],
  },
  {
    name: "Advisory, seniors",
    kind: "classroom",
    subject: "",
    school: "high",
    teacher: "castellano",
    students: ["WC-1203", "WC-1207"],
  },
];

/** Where children spend their day who are not in the regular class for nearly all of it (EDFacts' bands). */
const lessInClass: Readonly<Record<string, string>> = {
  "WC-2044": "RC79TO40",
  "WC-2063": "RC79TO40",
  "WC-1219": "RC79TO40",
  "WC-1112": "RC39",
  "WC-1203": "SS",
};

/** The educational environment of a child of the sample. */
export const placementOf = (studentNumber: string): string => lessInClass[studentNumber] ?? "RC80";

/** The roster that the high school's office sent at the start of the year: nothing new, and one mistake. */
export const roster = {
  source: "Ridgeline office",
  fileName: "ridgeline-start-of-year.csv",
  students: ["WC-1104", "WC-1203", "WC-1311", "WC-1219", "WC-1315", "WC-1112"],
  mistake: { externalId: "WC-1340", givenName: "Perpetua", familyName: "Lindgren", grade: "14" },
} as const;
