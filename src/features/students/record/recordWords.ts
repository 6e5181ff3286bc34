import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { Profile, ProfilePart } from "#convex/students/rules/profile.ts";

type Words<Code extends string> = Record<Code, () => string>;
type Spell = FunctionReturnType<typeof api.students.enrolments.list>[number];
export type EntryReason = NonNullable<Spell["entryReason"]>;
export type ExitReason = NonNullable<Spell["exitReason"]>;

const notSaid = () => i18n.t({ id: "record.notSaid", message: "Not said" });

const interpreterModes: Words<Profile["languages"]["interpreterMode"]> = {
  "": notSaid,
  inPerson: () => i18n.t({ id: "interpreter.inPerson", message: "In person" }),
  phone: () => i18n.t({ id: "interpreter.phone", message: "By phone" }),
  video: () => i18n.t({ id: "interpreter.video", message: "By video" }),
  signLanguage: () => i18n.t({ id: "interpreter.signLanguage", message: "Sign language" }),
};
const transportModes: Words<Profile["transport"]["mode"]> = {
  "": notSaid,
  walks: () => i18n.t({ id: "transport.walks", message: "Walks" }),
  family: () => i18n.t({ id: "transport.family", message: "With the family" }),
  schoolBus: () => i18n.t({ id: "transport.schoolBus", message: "School bus" }),
  specialBus: () => i18n.t({ id: "transport.specialBus", message: "Specialized bus" }),
  taxi: () => i18n.t({ id: "transport.taxi", message: "Taxi" }),
  other: () => i18n.t({ id: "transport.other", message: "Another way" }),
};
const textSizes: Words<Profile["accessibility"]["textSize"]> = {
  "": () => i18n.t({ id: "textSize.normal", message: "Normal" }),
  large: () => i18n.t({ id: "textSize.large", message: "Large" }),
  larger: () => i18n.t({ id: "textSize.larger", message: "Larger" }),
};
const entryReasons: Words<EntryReason> = {
  enrolled: () => i18n.t({ id: "entry.enrolled", message: "Enrolled" }),
  transferredIn: () => i18n.t({ id: "entry.transferredIn", message: "Came from another school" }),
  promoted: () => i18n.t({ id: "entry.promoted", message: "New grade" }),
  movedWithinDistrict: () => i18n.t({ id: "entry.moved", message: "Moved within the district" }),
  returned: () => i18n.t({ id: "entry.returned", message: "Came back" }),
};
const exitReasons: Words<ExitReason> = {
  promoted: () => i18n.t({ id: "exit.promoted", message: "New grade" }),
  movedWithinDistrict: () => i18n.t({ id: "exit.moved", message: "Moved within the district" }),
  transferredOut: () => i18n.t({ id: "exit.transferredOut", message: "Went to another school" }),
  graduated: () => i18n.t({ id: "exit.graduated", message: "Graduated" }),
  agedOut: () => i18n.t({ id: "exit.agedOut", message: "Reached the age limit" }),
  withdrawn: () => i18n.t({ id: "exit.withdrawn", message: "Withdrawn by the family" }),
  droppedOut: () => i18n.t({ id: "exit.droppedOut", message: "Stopped coming" }),
  died: () => i18n.t({ id: "exit.died", message: "Died" }),
  other: () => i18n.t({ id: "exit.other", message: "Another reason" }),
};
const parts: Words<ProfilePart | "identity"> = {
  identity: () => i18n.t({ id: "record.identity", message: "Name, birth date and numbers" }),
  languages: () => i18n.t({ id: "record.languages", message: "Languages" }),
  contacts: () => i18n.t({ id: "record.contacts", message: "Emergency contacts" }),
  transport: () => i18n.t({ id: "record.transport", message: "Transport" }),
  health: () => i18n.t({ id: "record.health", message: "Medical considerations" }),
  learning: () => i18n.t({ id: "record.learning", message: "How this child learns" }),
  accessibility: () => i18n.t({ id: "record.accessibility", message: "Access to screens and print" }),
  baselines: () => i18n.t({ id: "record.baselines", message: "Baselines" }),
  adjustments: () => i18n.t({ id: "record.adjustments", message: "In class, outside a plan" }),
};
const lists: Record<string, () => string> = {
  contacts: () => i18n.t({ id: "record.contacts", message: "Emergency contacts" }),
  baselines: () => i18n.t({ id: "record.baselines", message: "Baselines" }),
  adjustments: () => i18n.t({ id: "record.adjustmentList", message: "Accommodations" }),
  section504: () => i18n.t({ id: "record.section504", message: "Section 504" }),
};
const identity: Record<string, () => string> = {
  firstName: () => i18n.t({ id: "student.firstName", message: "First name" }),
  lastName: () => i18n.t({ id: "student.lastName", message: "Last name" }),
  preferredName: () => i18n.t({ id: "student.preferredName", message: "Preferred name" }),
  pronouns: () => i18n.t({ id: "student.pronouns", message: "Pronouns" }),
  birthOn: () => i18n.t({ id: "student.birth", message: "Birth date" }),
  studentNumber: () => i18n.t({ id: "student.number", message: "Student number" }),
  stateNumber: () => i18n.t({ id: "student.stateNumber", message: "State number" }),
  upn: () => i18n.t({ id: "student.upn", message: "Unique pupil number" }),
  formerUpn: () => i18n.t({ id: "student.formerUpn", message: "Former pupil number" }),
};

export const interpreterModeName = (mode: Profile["languages"]["interpreterMode"]) =>
  interpreterModes[mode]();
export const transportModeName = (mode: Profile["transport"]["mode"]) => transportModes[mode]();
export const textSizeName = (size: Profile["accessibility"]["textSize"]) => textSizes[size]();
export const entryReasonName = (reason: EntryReason) => entryReasons[reason]();
export const exitReasonName = (reason: ExitReason) => exitReasons[reason]();
export const partName = (part: ProfilePart | "identity") => parts[part]();
export const identityFieldName = (field: string): string => identity[field]?.() ?? field;
export const listFieldName = (field: string): string => lists[field]?.() ?? field;
