import type { Role, TeamRole } from "../values";

/** Everybody here is invented. One password for all: they exist to be signed in as. */
export const SAMPLE_PASSWORD = "sample-only-password";

export type SamplePerson = {
  /** How the rest of the sample data names the person. */
  key: string;
  name: string;
  role: Role;
  description: string;
  /** The part that a member of staff has on the teams they join. */
  teamRole?: TeamRole;
  /** Whether the sign-in page offers the person; the others can be signed in as too. */
  isOffered: boolean;
};

export const samplePeople = [
  {
    key: "administrator",
    name: "Marisol Ferreira",
    role: "administrator",
    description: "Director of special education of the district",
    isOffered: true,
  },
  {
    key: "hawthorne",
    name: "Renee Hawthorne",
    role: "caseManager",
    description: "Case manager at Cottonwood Elementary; writes Ava's new plan",
    teamRole: "specialEducationTeacher",
    isOffered: true,
  },
  {
    key: "okafor",
    name: "Daniel Okafor",
    role: "teacher",
    description: "Third-grade teacher at Cottonwood Elementary, on Ava's team",
    teamRole: "generalEducationTeacher",
    isOffered: true,
  },
  {
    key: "lindqvist",
    name: "Sana Lindqvist",
    role: "specialist",
    description: "Speech-language pathologist at both schools",
    teamRole: "specialist",
    isOffered: true,
  },
  {
    key: "bracken",
    name: "Tomas Bracken",
    role: "specialist",
    description: "School psychologist at both schools",
    teamRole: "evaluationInterpreter",
    isOffered: false,
  },
  {
    key: "castellano",
    name: "Joel Castellano",
    role: "caseManager",
    description: "Case manager at Ridgeline High School",
    teamRole: "specialEducationTeacher",
    isOffered: true,
  },
  {
    key: "whitfield",
    name: "Grace Whitfield",
    role: "teacher",
    description: "English teacher at Ridgeline High School; not on Ava's team",
    teamRole: "generalEducationTeacher",
    isOffered: true,
  },
  {
    key: "pham",
    name: "Linh Pham",
    role: "specialist",
    description: "Occupational therapist at both schools",
    teamRole: "specialist",
    isOffered: false,
  },
  {
    key: "yolanda",
    name: "Yolanda Marchetti",
    role: "guardian",
    description: "Ava's mother",
    isOffered: true,
  },
  {
    key: "greg",
    name: "Greg Marchetti",
    role: "guardian",
    description: "Ava's father",
    isOffered: false,
  },
  {
    key: "nadia",
    name: "Nadia Haddad",
    role: "guardian",
    description: "Sami's mother",
    isOffered: true,
  },
  {
    key: "walter",
    name: "Walter Tsosie",
    role: "guardian",
    description: "Dana's grandfather",
    isOffered: false,
  },
] as const satisfies readonly SamplePerson[];

export type PersonKey = (typeof samplePeople)[number]["key"];

/** A sample person's address: the domain is reserved and no mail can reach it (RFC 2606). */
export function emailOf(key: PersonKey): string {
  return `${key}@sample.example`;
}
