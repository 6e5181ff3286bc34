import type { Doc, Id } from "../_generated/dataModel";
import { invitationStatus } from "../organizations/rules/invitations";
import { refreshStatus } from "../status/model";
import { beginSpell } from "../students/enrolling";
import { findProfile, partOf, storePart } from "../students/parts";
import { changeStudent } from "../students/registering";
import { changedFields } from "../students/rules/versions";
import type { Batch } from "./batch";
import type { Effect, Kept } from "./deciding/decision";
import { hasFirstNeeds, removeNeeds } from "./deciding/studentFacts";
import { endToday, heldBy } from "./deciding/students";
import { link, unlink } from "./externalIds";
import { isUntouched, removeStudent } from "./newcomers";
import type { RowCode } from "./rules/kinds";

/** Why an effect cannot be taken back any more, or null. Asked of all effects of a row before any is. */
export async function obstacle(
  batch: Batch,
  row: Doc<"importRows">,
  effect: Effect,
): Promise<RowCode | null> {
  switch (effect.did) {
    case "linked":
    case "schoolRenamed":
      return null;
    case "enrolled":
      return (await isUntouched(batch, row, effect.studentId)) ? null : "in_use";
    case "changed": {
      const student = await batch.db.get("students", effect.studentId);
      return student && agrees(heldBy(student), effect.after) ? null : "changed_since_import";
    }
    case "languages": {
      const now = partOf(await findProfile(batch, effect.studentId), "languages");
      return changedFields(now, effect.after).length === 0 ? null : "changed_since_import";
    }
    case "needsBegun": {
      const isFirst = await hasFirstNeeds(batch, effect.studentId, row.appliedAt ?? 0);
      return isFirst ? null : "changed_since_import";
    }
    case "left":
    case "returned": {
      const student = await batch.db.get("students", effect.studentId);
      const status = effect.did === "left" ? "inactive" : "active";
      return student?.enrolmentStatus === status ? null : "changed_since_import";
    }
    case "invited": {
      const invitation = await batch.db.get("invitations", effect.invitationId);
      return invitation?.acceptedAt === undefined ? null : "in_use";
    }
    case "schoolAdded":
      return (await isSchoolUsed(batch, effect.schoolId)) ? "in_use" : null;
    case "groupAdded":
      return (await isGroupUsed(batch, effect.groupId)) ? "in_use" : null;
    case "groupChanged": {
      const group = await batch.db.get("groups", effect.groupId);
      return group && agrees({ name: group.name, subject: group.subject }, effect.after)
        ? null
        : "changed_since_import";
    }
    case "studentJoined":
      return (await batch.db.get("groupStudents", effect.memberId)) ? null : "changed_since_import";
    case "teacherJoined":
      return (await batch.db.get("groupTeachers", effect.memberId)) ? null : "changed_since_import";
  }
}

const agrees = (held: Kept, wanted: Kept) =>
  Object.entries(wanted).every(([field, value]) => (held[field] ?? "") === value);

/** Takes one effect back; `obstacle` has answered null in this transaction. */
export async function takeBack(batch: Batch, effect: Effect): Promise<void> {
  const organizationId = batch.organization._id;
  switch (effect.did) {
    case "linked": {
      const { kind, externalId, before } = effect;
      const external = { organizationId, source: batch.import.source, kind, externalId };
      if (before === null) await unlink(batch, external);
      else await link(batch, external, before);
      return;
    }
    case "enrolled":
      return await removeStudent(batch, effect.studentId);
    case "changed":
      return await restore(batch, effect.studentId, effect.before);
    case "languages": {
      const { studentId: _id, before } = effect;
      await storePart(batch, { _id, organizationId }, "languages", before);
      return;
    }
    case "needsBegun":
      await removeNeeds(batch, effect.studentId);
      return await refreshStatus(batch, effect.studentId, batch.today);
    case "left": {
      const student = await batch.db.get("students", effect.studentId);
      if (!student) return;
      const { schoolId, gradeLevel } = student;
      await beginSpell(batch, student, {
        schoolId,
        gradeLevel,
        startsOn: batch.today,
        entryReason: "returned",
      });
      return;
    }
    case "returned":
      return await endToday(batch, effect.studentId);
    case "invited": {
      const invitation = await batch.db.get("invitations", effect.invitationId);
      const isOpen = invitation && invitationStatus(invitation, Date.now()) === "open";
      if (isOpen) await batch.db.patch("invitations", invitation._id, { revokedAt: Date.now() });
      return;
    }
    case "schoolAdded":
      batch.forget();
      return await batch.db.patch("organizations", effect.schoolId, { archivedAt: Date.now() });
    case "schoolRenamed": {
      const school = await batch.db.get("organizations", effect.schoolId);
      if (school?.name === effect.after) {
        await batch.db.patch("organizations", effect.schoolId, { name: effect.before });
      }
      return;
    }
    case "groupAdded":
      return await batch.db.delete("groups", effect.groupId);
    case "groupChanged":
      return await batch.db.patch("groups", effect.groupId, effect.before);
    case "studentJoined":
      return await batch.db.delete("groupStudents", effect.memberId);
    case "teacherJoined":
      return await batch.db.delete("groupTeachers", effect.memberId);
  }
}

/** Through the same door as any change, so that the history shows the way there and the way back. */
async function restore(batch: Batch, studentId: Id<"students">, { caseManagerId, ...before }: Kept) {
  const student = await batch.db.get("students", studentId);
  if (!student) return;
  await changeStudent(batch, student, before);
  if (caseManagerId === undefined) return;
  const personId = batch.db.normalizeId("people", caseManagerId) ?? undefined;
  await batch.db.patch("students", studentId, { caseManagerId: personId });
}

async function isSchoolUsed(batch: Batch, schoolId: Id<"organizations">): Promise<boolean> {
  const student = await batch.db
    .query("students")
    .withIndex("by_school_and_name", (q) => q.eq("schoolId", schoolId))
    .first();
  const group = await batch.db
    .query("groups")
    .withIndex("by_school", (q) => q.eq("schoolId", schoolId))
    .first();
  return student !== null || group !== null;
}

async function isGroupUsed(batch: Batch, groupId: Id<"groups">): Promise<boolean> {
  const student = await batch.db
    .query("groupStudents")
    .withIndex("by_group", (q) => q.eq("groupId", groupId))
    .first();
  const teacher = await batch.db
    .query("groupTeachers")
    .withIndex("by_group", (q) => q.eq("groupId", groupId))
    .first();
  return student !== null || teacher !== null;
}
