import { v } from "convex/values";
import { civilDay, relationship, role } from "../values";

/** A roster on its way out, in our own words; roster/rules/ turns it into files. */

export const exportPart = v.union(
  v.literal("organization"),
  v.literal("groups"),
  v.literal("people"),
  v.literal("students"),
);

const school = v.object({
  id: v.id("organizations"),
  name: v.string(),
  kind: v.string(),
  parentId: v.union(v.id("organizations"), v.null()),
});
const term = v.object({ id: v.id("terms"), name: v.string(), startsOn: civilDay, endsOn: civilDay });
const member = v.object({
  id: v.string(),
  userId: v.string(),
  role: v.union(v.literal("student"), v.literal("teacher")),
  startsOn: civilDay,
  /** Empty until further notice. */
  endsOn: v.string(),
});
const group = v.object({
  id: v.id("groups"),
  name: v.string(),
  subject: v.string(),
  kind: v.string(),
  schoolId: v.id("organizations"),
  members: v.array(member),
});
const student = v.object({
  id: v.id("students"),
  studentNumber: v.string(),
  firstName: v.string(),
  lastName: v.string(),
  preferredName: v.string(),
  birthOn: civilDay,
  grade: v.string(),
  schoolId: v.id("organizations"),
  caseManagerEmail: v.string(),
  guardians: v.array(v.object({ personId: v.id("people"), relationship, language: v.string() })),
});
const person = v.object({
  id: v.id("people"),
  name: v.string(),
  email: v.string(),
  role,
  schoolId: v.id("organizations"),
});

export const exportedPart = v.object({
  /** Where the next call goes on; null after the last one. */
  cursor: v.union(v.string(), v.null()),
  schools: v.array(school),
  terms: v.array(term),
  groups: v.array(group),
  students: v.array(student),
  people: v.array(person),
});
