import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";

/** The field's own words for what is stored as codes. Each list is complete, or it does not compile. */

type Words<Code extends string> = Record<Code, () => string>;

/** Which record something was written in, where that has become part of this one; by its number. */
export const cameFrom = (number: string): string =>
  i18n.t({ id: "record.from", message: "from record {number}", values: { number } });

export type Role = Doc<"memberships">["role"];
export type TeamRole = Doc<"teamMemberships">["teamRole"];
export type Relationship = Doc<"guardianships">["relationship"];
export type SenStatus = Doc<"students">["senStatus"];
export type PlanStatus = Doc<"ieps">["status"];
export type GoalArea = Doc<"goals">["area"];
export type MeasureUnit = Doc<"goals">["measure"];

const roles: Words<Role> = {
  administrator: () => i18n.t({ id: "role.administrator", message: "Administrator" }),
  caseManager: () => i18n.t({ id: "role.caseManager", message: "Case manager" }),
  teacher: () => i18n.t({ id: "role.teacher", message: "Teacher" }),
  specialist: () => i18n.t({ id: "role.specialist", message: "Specialist" }),
  guardian: () => i18n.t({ id: "role.guardian", message: "Parent or guardian" }),
  student: () => i18n.t({ id: "role.student", message: "Student" }),
};

const teamRoles: Words<TeamRole> = {
  generalEducationTeacher: () =>
    i18n.t({ id: "teamRole.generalEducationTeacher", message: "General education teacher" }),
  specialEducationTeacher: () =>
    i18n.t({ id: "teamRole.specialEducationTeacher", message: "Special education teacher" }),
  specialist: () => i18n.t({ id: "teamRole.specialist", message: "Related service provider" }),
  agencyRepresentative: () =>
    i18n.t({ id: "teamRole.agencyRepresentative", message: "Representative of the school" }),
  evaluationInterpreter: () =>
    i18n.t({ id: "teamRole.evaluationInterpreter", message: "Explains evaluation results" }),
  other: () => i18n.t({ id: "teamRole.other", message: "Knows the child well" }),
};

const relationships: Words<Relationship> = {
  mother: () => i18n.t({ id: "relationship.mother", message: "Mother" }),
  father: () => i18n.t({ id: "relationship.father", message: "Father" }),
  parent: () => i18n.t({ id: "relationship.parent", message: "Parent" }),
  grandparent: () => i18n.t({ id: "relationship.grandparent", message: "Grandparent" }),
  stepParent: () => i18n.t({ id: "relationship.stepParent", message: "Stepparent" }),
  fosterParent: () => i18n.t({ id: "relationship.fosterParent", message: "Foster parent" }),
  legalGuardian: () => i18n.t({ id: "relationship.legalGuardian", message: "Legal guardian" }),
  surrogateParent: () => i18n.t({ id: "relationship.surrogateParent", message: "Surrogate parent" }),
  stateAgency: () => i18n.t({ id: "relationship.stateAgency", message: "State as guardian" }),
  other: () => i18n.t({ id: "relationship.other", message: "Other relationship" }),
};

/** By the keys of the packs: those of IDEA in words of ours, England's by the code of its census. */
const needs: Partial<Words<string>> = {
  autism: () => i18n.t({ id: "need.autism", message: "Autism" }),
  deafBlindness: () => i18n.t({ id: "need.deafBlindness", message: "Deaf-blindness" }),
  deafness: () => i18n.t({ id: "need.deafness", message: "Deafness" }),
  emotionalDisturbance: () => i18n.t({ id: "need.emotionalDisturbance", message: "Emotional disturbance" }),
  hearingImpairment: () => i18n.t({ id: "need.hearingImpairment", message: "Hearing impairment" }),
  intellectualDisability: () =>
    i18n.t({ id: "need.intellectualDisability", message: "Intellectual disability" }),
  multipleDisabilities: () => i18n.t({ id: "need.multipleDisabilities", message: "Multiple disabilities" }),
  orthopedicImpairment: () => i18n.t({ id: "need.orthopedicImpairment", message: "Orthopedic impairment" }),
  otherHealthImpairment: () =>
    i18n.t({ id: "need.otherHealthImpairment", message: "Other health impairment" }),
  specificLearningDisability: () =>
    i18n.t({ id: "need.specificLearningDisability", message: "Specific learning disability" }),
  speechOrLanguageImpairment: () =>
    i18n.t({ id: "need.speechOrLanguageImpairment", message: "Speech or language impairment" }),
  traumaticBrainInjury: () => i18n.t({ id: "need.traumaticBrainInjury", message: "Traumatic brain injury" }),
  visualImpairment: () => i18n.t({ id: "need.visualImpairment", message: "Visual impairment" }),
  developmentalDelay: () => i18n.t({ id: "need.developmentalDelay", message: "Developmental delay" }),
  SPLD: () => i18n.t({ id: "need.SPLD", message: "Specific learning difficulty" }),
  MLD: () => i18n.t({ id: "need.MLD", message: "Moderate learning difficulty" }),
  SLD: () => i18n.t({ id: "need.SLD", message: "Severe learning difficulty" }),
  PMLD: () => i18n.t({ id: "need.PMLD", message: "Profound and multiple learning difficulty" }),
  SEMH: () => i18n.t({ id: "need.SEMH", message: "Social, emotional and mental health" }),
  SLCN: () => i18n.t({ id: "need.SLCN", message: "Speech, language and communication needs" }),
  ASD: () => i18n.t({ id: "need.ASD", message: "Autistic spectrum disorder" }),
  HI: () => i18n.t({ id: "need.HI", message: "Hearing impairment" }),
  VI: () => i18n.t({ id: "need.VI", message: "Vision impairment" }),
  MSI: () => i18n.t({ id: "need.MSI", message: "Multi-sensory impairment" }),
  PD: () => i18n.t({ id: "need.PD", message: "Physical disability" }),
  DS: () => i18n.t({ id: "need.DS", message: "Down syndrome" }),
  OTH: () => i18n.t({ id: "need.OTH", message: "Other difficulty or disability" }),
  NSA: () => i18n.t({ id: "need.NSA", message: "SEN support, no specialist assessment yet" }),
};

const senStatuses: Words<SenStatus> = {
  none: () => i18n.t({ id: "senStatus.none", message: "No status" }),
  senSupport: () => i18n.t({ id: "senStatus.senSupport", message: "SEN support" }),
  ehcPlan: () => i18n.t({ id: "senStatus.ehcPlan", message: "EHC plan" }),
  ideaEligible: () => i18n.t({ id: "senStatus.ideaEligible", message: "Eligible under IDEA" }),
  section504: () => i18n.t({ id: "senStatus.section504", message: "Section 504" }),
};

const statuses: Words<PlanStatus> = {
  draft: () => i18n.t({ id: "planStatus.draft", message: "Draft" }),
  inEffect: () => i18n.t({ id: "planStatus.inEffect", message: "In effect" }),
  superseded: () => i18n.t({ id: "planStatus.superseded", message: "Replaced" }),
  expired: () => i18n.t({ id: "planStatus.expired", message: "Expired" }),
};

const areas: Words<GoalArea> = {
  reading: () => i18n.t({ id: "goalArea.reading", message: "Reading" }),
  writing: () => i18n.t({ id: "goalArea.writing", message: "Writing" }),
  mathematics: () => i18n.t({ id: "goalArea.mathematics", message: "Mathematics" }),
  communication: () => i18n.t({ id: "goalArea.communication", message: "Communication" }),
  behaviour: () => i18n.t({ id: "goalArea.behaviour", message: "Behavior" }),
  socialEmotional: () => i18n.t({ id: "goalArea.socialEmotional", message: "Social and emotional" }),
  motor: () => i18n.t({ id: "goalArea.motor", message: "Motor skills" }),
  adaptive: () => i18n.t({ id: "goalArea.adaptive", message: "Daily living" }),
  transition: () => i18n.t({ id: "goalArea.transition", message: "Life after school" }),
};

export const roleName = (role: Role): string => roles[role]();
export const teamRoleName = (role: TeamRole): string => teamRoles[role]();
export const relationshipName = (relationship: Relationship): string => relationships[relationship]();
/** A key that no pack knows any longer, in an old record, stands for itself. */
export const needName = (code: string): string => needs[code]?.() ?? code;
export const senStatusName = (status: SenStatus): string => senStatuses[status]();
export const planStatusName = (status: PlanStatus): string => statuses[status]();
export const goalAreaName = (area: GoalArea): string => areas[area]();

export const allTeamRoles = Object.keys(teamRoles) as TeamRole[];
export const allRelationships = Object.keys(relationships) as Relationship[];

/**
 * "Grade 4", "Kindergarten", "Year 4"; a grade that no pack knows stands for itself. What an organization calls it
 * itself comes first: lib/grades.ts.
 */
export function usualGradeName(grade: string): string {
  if (grade === "PK") return i18n.t({ id: "grade.preKindergarten", message: "Pre-kindergarten" });
  if (grade === "K") return i18n.t({ id: "grade.kindergarten", message: "Kindergarten" });
  if (grade === "R") return i18n.t({ id: "grade.reception", message: "Reception" });
  const [, kind, number] = /^([NY]?)(\d{1,2})$/.exec(grade) ?? [];
  if (number === undefined) return grade;
  const values = { grade: number };
  if (kind === "N") return i18n.t({ id: "grade.nursery", message: "Nursery {grade}", values });
  if (kind === "Y") return i18n.t({ id: "grade.year", message: "Year {grade}", values });
  return i18n.t({ id: "grade.numbered", message: "Grade {grade}", values });
}

/** A measured value with its unit, such as "62 words a minute". */
export function measured(value: number, unit: MeasureUnit): string {
  const text: Words<MeasureUnit> = {
    wordsPerMinute: () =>
      i18n.t({
        id: "measured.wordsPerMinute",
        message: "{value, plural, one {# word a minute} other {# words a minute}}",
        values: { value },
      }),
    percent: () => i18n.t({ id: "measured.percent", message: "{value}%", values: { value } }),
    count: () => i18n.t({ id: "measured.count", message: "{value}", values: { value } }),
    minutes: () =>
      i18n.t({
        id: "measured.minutes",
        message: "{value, plural, one {# minute} other {# minutes}}",
        values: { value },
      }),
    rating: () =>
      i18n.t({
        id: "measured.rating",
        message: "{value, plural, one {# point} other {# points}}",
        values: { value },
      }),
    trials: () => i18n.t({ id: "measured.trials", message: "{value} correct", values: { value } }),
  };
  return text[unit]();
}
