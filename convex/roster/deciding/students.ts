import type { Doc, Id } from "../../_generated/dataModel";
import { addDays } from "../../dates";
import { problem } from "../../errors";
import { beginSpell, endEnrolment, spellsOf } from "../../students/enrolling";
import { birthOnOf } from "../../students/identity";
import { findByNumber } from "../../students/model";
import { changeStudent, enrolStudent } from "../../students/registering";
import type { Batch } from "../batch";
import { link } from "../externalIds";
import { readGrade } from "../rules/words";
import { findStagedByUnique, isSound, type OpenRow } from "../staged";
import { type Change, type Decision, differing, type Effect, type Kept, left } from "./decision";
import { findSchool } from "./schools";
import { findMember, openInvitations } from "./staff";
import { type Facts, factsOf } from "./studentFacts";
import { findStudent } from "./studentFound";

/** What a row says about a student, in the words of our record; absent is not said. */
type Said = {
  fields: Kept;
  grade: string | undefined;
  school: { schoolId?: Id<"organizations">; name: string };
  caseManager: { personId: Id<"people">; name: string } | undefined;
};

/** A student of the source: new, changed, as they are, gone, or perhaps somebody we know already. */
export async function decideStudent(batch: Batch, row: OpenRow): Promise<Decision> {
  const found = await findStudent(batch, row);
  if (row.values.status === "gone") {
    return found.by === "id" ? decideLeaving(batch, found.student) : left("skip");
  }
  if (found.by === "otherChild")
    return left("error", { code: "number_of_other_child", field: "studentNumber" });
  const school = await findSchool(batch, row.values.school ?? "");
  if (school === null) return left("error", { code: "unknown_school", field: "school" });
  const manager = await findCaseManager(batch, row.values.caseManagerEmail);
  if (manager === "unknown") return left("error", { code: "unknown_person", field: "caseManagerEmail" });
  const said = saidBy(batch, row, school, manager);
  if (found.by === "likeness" && row.answer === undefined) {
    const problems = [{ code: "possible_duplicate" as const }];
    return { outcome: "question", problems, changes: shown(said, null), candidateId: found.student._id };
  }
  const student = "student" in found && row.answer !== "other" ? found.student : null;
  const alike = "alike" in found ? found.alike : [];
  const facts = await factsOf(batch, row, student);
  if ("code" in facts) return left("error", facts);
  const decision = student
    ? await decideKnown(batch, row, student, said, facts)
    : decideNew(batch, row, said, facts, alike);
  decision.problems.push(...(decision.outcome === "error" ? [] : facts.notices));
  if (manager === "pending")
    decision.problems.push({ code: "case_manager_pending", field: "caseManagerEmail" });
  return decision;
}

function saidBy(
  batch: Batch,
  { values }: OpenRow,
  school: Said["school"],
  manager: Said["caseManager"] | "pending",
): Said {
  const { studentNumber, givenName, familyName, preferredName, birthOn, grade } = values;
  const fields = { studentNumber, firstName: givenName, lastName: familyName, preferredName, birthOn };
  return {
    fields: Object.fromEntries(
      Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1])),
    ),
    grade: grade === undefined ? undefined : (readGrade(grade, batch.grades) ?? undefined),
    school,
    caseManager: manager === "pending" ? undefined : manager,
  };
}

type Shown = Kept & { school: string; grade: string; caseManager: string };

/** What a person reads in the dry run: from what to what. */
function shown(said: Said, before: Shown | null): Change[] {
  const was = (field: string) => before?.[field] ?? "";
  return differing([
    ...Object.entries(said.fields).map(([field, after]) => [field, was(field), after] as const),
    ["grade", was("grade"), said.grade],
    ["school", was("school"), said.school.name],
    ["caseManager", was("caseManager"), said.caseManager?.name],
  ]);
}

/** The number must be free, the birth date known: without it no record begins. */
function decideNew(
  batch: Batch,
  row: OpenRow,
  said: Said,
  facts: Facts,
  alike: readonly Doc<"students">[],
): Decision {
  const { birthOn } = said.fields;
  if (birthOn === undefined) return left("error", { code: "birth_missing", field: "birthOn" });
  if (said.grade === undefined) return left("error", { code: "required", field: "grade" });
  const gradeLevel = said.grade;
  return {
    outcome: "create",
    problems: [],
    changes: [...shown(said, null), ...facts.changes],
    perform: async () => {
      const { schoolId } = await requireSchoolNow(batch, row);
      const newcomer = {
        studentNumber: said.fields.studentNumber ?? row.externalId,
        firstName: said.fields.firstName ?? "",
        lastName: said.fields.lastName ?? "",
        preferredName: said.fields.preferredName ?? "",
        birthOn,
        gradeLevel,
        schoolId,
        ...(said.caseManager && { caseManagerId: said.caseManager.personId }),
      };
      const studentId = await enrolStudent(batch, newcomer, alike);
      await facts.write(studentId);
      const effects: Effect[] = [{ did: "enrolled", studentId }, ...(await linked(batch, row, studentId))];
      return { targetId: studentId, effects };
    },
  };
}

/** The school when it comes to writing: by then an earlier row of the import has added it. */
async function requireSchoolNow(batch: Batch, row: OpenRow): Promise<{ schoolId: Id<"organizations"> }> {
  const school = await findSchool(batch, row.values.school ?? "");
  if (school?.schoolId === undefined) throw problem("not_found", { field: "school" });
  return { schoolId: school.schoolId };
}

async function decideKnown(
  batch: Batch,
  row: OpenRow,
  student: Doc<"students">,
  said: Said,
  facts: Facts,
): Promise<Decision> {
  const { studentNumber = student.studentNumber } = said.fields;
  if (studentNumber !== student.studentNumber) {
    const holder = await findByNumber(batch, batch.organization._id, studentNumber);
    if (holder) return left("error", { code: "number_taken", field: "studentNumber" });
  }
  const before = await shownOf(batch, student);
  const changes = [...shown(said, before), ...facts.changes];
  // Whoever graduated or moved away was archived by a person; a file that still names them does not undo that.
  const returns = student.enrolmentStatus === "inactive";
  if (returns) changes.push({ field: "status", before: "inactive", after: "active" });
  const studentId = student._id;
  return {
    outcome: changes.length > 0 ? "change" : "same",
    problems: [],
    changes,
    perform: async () => {
      const { schoolId } = await requireSchoolNow(batch, row);
      const wanted: Kept = {
        ...said.fields,
        ...(said.caseManager && { caseManagerId: said.caseManager.personId }),
        ...(said.grade && { gradeLevel: said.grade }),
        schoolId,
      };
      const held = heldBy(student);
      const after = picked(
        wanted,
        Object.keys(wanted).filter((field) => wanted[field] !== held[field]),
      );
      const { schoolId: _school, gradeLevel: _grade, ...personal } = after;
      if (Object.keys(after).length > 0) await changeStudent(batch, student, returns ? personal : after);
      if (returns) {
        const spell = { schoolId, gradeLevel: said.grade ?? student.gradeLevel, startsOn: batch.today };
        await beginSpell(batch, student, { ...spell, entryReason: "returned" });
      }
      const effects = [...(await linked(batch, row, studentId)), ...(await facts.write(studentId))];
      if (returns) effects.push({ did: "returned", studentId });
      if (Object.keys(after).length > 0) {
        const before = picked(held, Object.keys(after));
        effects.push({ did: "changed", studentId, before, after });
      }
      return { targetId: studentId, effects };
    },
  };
}

/** The values of a student's record by the names that `changeStudent` takes. */
export function heldBy(student: Doc<"students">): Kept {
  const { studentNumber, firstName, lastName, preferredName = "", gradeLevel, schoolId } = student;
  const { caseManagerId = "" } = student;
  const birthOn = birthOnOf(student);
  return { studentNumber, firstName, lastName, preferredName, birthOn, gradeLevel, schoolId, caseManagerId };
}

const picked = (all: Kept, fields: readonly string[]): Kept =>
  Object.fromEntries(fields.map((field) => [field, all[field] ?? ""]));

async function shownOf(batch: Batch, student: Doc<"students">): Promise<Shown> {
  const { gradeLevel, schoolId, caseManagerId, ...held } = heldBy(student);
  const school = await batch.once(`name ${schoolId}`, () => batch.db.get("organizations", student.schoolId));
  const manager = student.caseManagerId && (await batch.db.get("people", student.caseManagerId));
  return {
    ...held,
    grade: gradeLevel ?? "",
    school: school?.name ?? "",
    caseManager: manager ? manager.name : "",
  } as Shown;
}

/** Gone from the source: no longer active here. Plans stay as they are; closing one is a decision of its team. */
export function decideLeaving(batch: Batch, student: Doc<"students">): Decision {
  if (student.enrolmentStatus !== "active") return left("same");
  const studentId = student._id;
  return {
    outcome: "leave",
    problems: [],
    changes: [{ field: "status", before: "active", after: "inactive" }],
    perform: async () => {
      await endToday(batch, studentId);
      return { targetId: studentId, effects: [{ did: "left", studentId }] };
    },
  };
}

/** Ends the enrolment as of now: yesterday was the last day, days being whole. */
export async function endToday(batch: Batch, studentId: Id<"students">): Promise<void> {
  const began = (await spellsOf(batch, studentId)).some((spell) => spell.startsOn >= batch.today);
  const endsOn = began ? batch.today : addDays(batch.today, -1);
  await endEnrolment(batch, studentId, { endsOn, reason: "withdrawn" });
  // Who came only today has today as the last day, and is inactive all the same.
  if (began) await batch.db.patch("students", studentId, { enrolmentStatus: "inactive" });
}

/** Remembers the source's id for the student. */
async function linked(batch: Batch, row: OpenRow, studentId: Id<"students">): Promise<Effect[]> {
  const external = {
    organizationId: batch.organization._id,
    source: batch.import.source,
    kind: "student",
    externalId: row.externalId,
  } as const;
  const before = await link(batch, external, studentId);
  if (before === studentId) return [];
  return [{ did: "linked", kind: "student", externalId: row.externalId, before }];
}

const CASE_ROLES = ["caseManager", "teacher", "specialist"];

/** Whose address the file names: a colleague, one who is only invited so far, or nobody we know of. */
async function findCaseManager(batch: Batch, typed: string | undefined) {
  if (typed === undefined) return undefined;
  const email = typed.toLowerCase();
  const { person, roles } = await findMember(batch, email);
  if (person && roles.some((role) => CASE_ROLES.includes(role))) {
    return { personId: person._id, name: person.name };
  }
  const invited = await batch.once(`invited ${email}`, () => openInvitations(batch, email));
  if (invited.length > 0 || isSound(await findStagedByUnique(batch, "staff", email)))
    return "pending" as const;
  return "unknown" as const;
}
