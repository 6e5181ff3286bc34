import type { Doc, Id } from "../_generated/dataModel";
import { packOf } from "../compliance/model";
import { problem } from "../errors";
import { requireMember } from "../organizations/model";
import { beginNeeds } from "../status/model";
import { requireLawful } from "../status/rules/needs";
import { accepted } from "../typed";
import { beginFirstSpell, beginSpell, type EntryReason, type Recording } from "./enrolling";
import { envelopeOf, hashesOf, identityOf, sealedIdentityOf } from "./identity";
import { noteDuplicates } from "./likeness";
import { noPlanYet } from "./listedPlan";
import { requireFreeNumber, requireGrade, requireSchool } from "./model";
import { keepWords, writeFirstWords } from "./nameWords";
import { birthProblem } from "./rules";
import { standingOn } from "./rules/enrolment";
import {
  type Identity,
  identityFields,
  identityInput,
  type TypedIdentity,
  timelessFields,
} from "./rules/identity";
import { changedFields, type Snapshot } from "./rules/versions";
import { appendVersion } from "./versions";

/** How a pupil comes into the register and changes there, whichever door the words came through. */

/** Who may manage a child's case. */
const CASE_ROLES = ["caseManager", "teacher", "specialist"] as const;

export type NewStudent = TypedIdentity & {
  schoolId: Id<"organizations">;
  gradeLevel: string;
  caseManagerId?: Id<"people"> | undefined;
  /** The first day at the school; today when absent. */
  startsOn?: string | undefined;
  entryReason?: EntryReason | undefined;
  /** Keys of the pack, ranked, from the first day at the school on. */
  needs?: readonly string[] | undefined;
};

/**
 * Adds a pupil: the row with its sealed half, the first spell at the school, the first version of the record. Notes
 * records that may be of the same child; whoever has looked for those alike in this transaction says whom they found.
 * @throws required, too_long, invalid, not_a_day, day_in_future, out_of_range; need_unknown; student_number_taken; not_found for
 *   a school of others; not_a_member for the case manager
 */
export async function enrolStudent(
  ctx: Recording,
  typed: NewStudent,
  alike?: readonly Doc<"students">[],
): Promise<Id<"students">> {
  const { schoolId, caseManagerId, startsOn = ctx.today, entryReason = "enrolled", needs = [] } = typed;
  const organizationId = ctx.organization._id;
  const across = { db: ctx.organizationDb ?? ctx.db };
  const read = identityTyped(ctx, typed);
  const [named, identity] = [openHalf(read), sealedHalf(read)];
  const gradeLevel = requireGrade(ctx.organization, typed.gradeLevel);
  await requireSchool(across, organizationId, schoolId);
  await requireFreeNumber(across, organizationId, named.studentNumber);
  if (caseManagerId) await requireMember(ctx, caseManagerId, [...CASE_ROLES]);
  requireLawful(packOf(ctx.organization), needs, ctx.today, []);
  const studentId = await ctx.db.insert("students", {
    organizationId,
    schoolId,
    ...named,
    ...(caseManagerId && { caseManagerId }),
    gradeLevel,
    senStatus: "none",
    currentNeeds: [],
    ...hashesOf({ organizationId, ...named }, identity),
    enrolmentStatus: standingOn([{ startsOn }], ctx.today)?.status ?? "active",
    ...noPlanYet,
  });
  const student = { _id: studentId, organizationId, ...named };
  await ctx.db.patch("students", studentId, { sealedIdentity: envelopeOf(student, identity) });
  await beginNeeds(ctx, { organizationId, studentId }, needs, startsOn < ctx.today ? startsOn : ctx.today);
  await beginFirstSpell(ctx, student, { schoolId, gradeLevel, startsOn, entryReason });
  await appendVersion(
    ctx,
    { organizationId, studentId },
    {
      part: "identity",
      snapshot: { ...named, ...identity },
      fields: identityFields,
      holdsFrom: startsOn < ctx.today ? startsOn : ctx.today,
      recordedBy: ctx.person._id,
    },
  );
  await writeFirstWords(ctx, { ...student, schoolId });
  await noteDuplicates(ctx, student, identity, alike);
  return studentId;
}

export type StudentChanges = Partial<TypedIdentity> & {
  schoolId?: Id<"organizations"> | undefined;
  gradeLevel?: string | undefined;
  caseManagerId?: Id<"people"> | undefined;
};

/**
 * Changes who a pupil is or where they belong, today; only what is passed changes, and the empty text takes away
 * what may be absent. A correction is true from the first day of the record, and so is any change of what was
 * always so (a birth date). Answers the names of the fields that changed. Throws like `enrolStudent`.
 */
export async function changeStudent(
  ctx: Recording,
  student: Doc<"students">,
  { schoolId, gradeLevel, caseManagerId, ...typed }: StudentChanges,
  { isCorrection = false } = {},
): Promise<string[]> {
  const across = { db: ctx.organizationDb ?? ctx.db };
  const { organizationId, _id: studentId } = student;
  const before = identityShown(student);
  const read = identityTyped(ctx, { ...before, ...typed });
  if (read.studentNumber !== student.studentNumber) {
    await requireFreeNumber(across, organizationId, read.studentNumber, studentId);
  }
  if (schoolId) await requireSchool(across, organizationId, schoolId);
  if (caseManagerId) await requireMember(ctx, caseManagerId, [...CASE_ROLES]);
  const [named, identity] = [openHalf(read), sealedHalf(read)];
  const after = { ...named, ...identity };
  const fields = changedFields(before, after);
  if (fields.length > 0 || caseManagerId) {
    await ctx.db.patch("students", studentId, {
      ...named,
      preferredName: named.preferredName,
      pronouns: named.pronouns,
      ...(fields.length > 0 && sealedIdentityOf({ ...student, ...named }, identity)),
      ...(caseManagerId && { caseManagerId }),
    });
    await keepWords(ctx, { ...student, ...named, preferredName: named.preferredName });
  }
  const grade = gradeLevel === undefined ? student.gradeLevel : requireGrade(ctx.organization, gradeLevel);
  if ((schoolId ?? student.schoolId) !== student.schoolId || grade !== student.gradeLevel) {
    const moves = schoolId !== undefined && schoolId !== student.schoolId;
    const spell = { schoolId: schoolId ?? student.schoolId, gradeLevel: grade, startsOn: ctx.today };
    const reason = moves ? "movedWithinDistrict" : "promoted";
    await beginSpell(ctx, student, { ...spell, entryReason: reason }, reason);
    fields.push(...(moves ? ["schoolId"] : []), ...(grade !== student.gradeLevel ? ["gradeLevel"] : []));
  }
  await keepVersions(ctx, student, { before, after, changed: fields, isCorrection });
  if (fields.length > 0) await noteDuplicates(ctx, { ...student, ...named }, identity);
  return caseManagerId ? [...fields, "caseManagerId"] : fields;
}

/** The day from which a correction is true: long before any record. */
const ALWAYS = "0001-01-01";

/** A version for what changed today, and one for what was put right. */
async function keepVersions(
  ctx: Recording,
  { organizationId, _id: studentId }: Doc<"students">,
  {
    before,
    after,
    changed,
    isCorrection,
  }: { before: Snapshot; after: Snapshot; changed: readonly string[]; isCorrection: boolean },
): Promise<void> {
  const ofIdentity = changed.filter((field) => (identityFields as string[]).includes(field));
  const corrected = ofIdentity.filter((field) => isCorrection || timelessFields.has(field));
  const fresh = ofIdentity.filter((field) => !corrected.includes(field));
  const common = { part: "identity" as const, recordedBy: ctx.person._id };
  const compartment = { organizationId, studentId };
  if (corrected.length > 0) {
    const put = Object.fromEntries(corrected.map((field) => [field, after[field]]));
    const snapshot = fresh.length === 0 ? after : { ...before, ...put };
    const correction = { ...common, snapshot, fields: corrected, holdsFrom: ALWAYS, isCorrection: true };
    await appendVersion(ctx, compartment, correction);
  }
  if (fresh.length > 0) {
    await appendVersion(ctx, compartment, {
      ...common,
      snapshot: after,
      fields: fresh,
      holdsFrom: ctx.today,
    });
  }
}

function identityTyped(ctx: Pick<Recording, "today">, typed: unknown): TypedIdentity {
  const read = accepted(identityInput, typed);
  const wrong = birthProblem(read.birthOn, ctx.today);
  if (wrong) throw problem(wrong, { field: "birthOn" });
  return read;
}

/** What lies open in the row. Without the empty texts: what is absent has no field. */
function openHalf({
  firstName,
  lastName,
  studentNumber,
  preferredName,
  pronouns,
}: Omit<TypedIdentity, "birthOn">) {
  return {
    firstName,
    lastName,
    studentNumber,
    ...(preferredName && { preferredName }),
    ...(pronouns && { pronouns }),
  };
}

function sealedHalf({ birthOn, stateNumber, upn, formerUpn }: TypedIdentity): Identity {
  return {
    birthOn,
    ...(stateNumber && { stateNumber }),
    ...(upn && { upn }),
    ...(formerUpn && { formerUpn }),
  };
}

/** Who the pupil is, both halves together: the snapshot that versions hold. */
export function identityShown(student: Doc<"students">) {
  return { ...openHalf(student), ...identityOf(student) };
}
