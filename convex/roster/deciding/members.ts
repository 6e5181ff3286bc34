import type { Doc, Id } from "../../_generated/dataModel";
import { currentMemberships } from "../../access/enter";
import { addDays } from "../../dates";
import { problem } from "../../errors";
import { assignTeacher, placeStudent } from "../../groups/model";
import type { Batch } from "../batch";
import { findLink } from "../externalIds";
import { findStaged, isSound, type OpenRow } from "../staged";
import { type Decision, type Effect, left } from "./decision";
import { findGroup } from "./groups";
import { findMember } from "./staff";
import { findLinkedStudent } from "./studentFound";

/** Somebody in a class: a student, or a colleague who has accepted an invitation. */
type Member = { student: Doc<"students"> } | { personId: Id<"people"> };

/** Who is in a class of the source, and who teaches it. */
export async function decideMember(batch: Batch, row: OpenRow): Promise<Decision> {
  const { group: groupName = "", user = "", role = "", status } = row.values;
  const named = await findGroup(batch, groupName);
  if (named === null) return left("error", { code: "unknown_group", field: "group" });
  if (role !== "student" && role !== "teacher" && role !== "aide") {
    return left("skip", { code: "unknown_role", field: "role" });
  }
  const member = role === "student" ? await findPupil(batch, user) : await findTeacher(batch, user);
  if (member === "unknown") {
    return left("error", { code: role === "student" ? "unknown_student" : "unknown_person", field: "user" });
  }
  // Who teaches is known once they have an account; the next import puts them in their classes.
  if (member === "invited") return left("skip", { code: "not_joined_yet", field: "user" });
  const { group } = named;
  const held = group !== null && member !== "staged" && (await findSpell(batch, group, member));
  if (status === "gone") return left("skip");
  if (held) return left("same");
  return {
    outcome: "create",
    problems: [],
    changes: [{ field: "group", before: "", after: named.name }],
    perform: async () => {
      const now = (await findGroup(batch, groupName))?.group ?? null;
      const joining = member === "staged" ? await findPupil(batch, user) : member;
      if (now === null || typeof joining === "string") {
        throw problem("not_found", { field: "group" });
      }
      return { targetId: now._id, effects: await join(batch, now._id, joining, spellOf(batch, row)) };
    },
  };
}

function spellOf(batch: Batch, { values }: OpenRow) {
  const { beginsOn: startsOn = batch.today, endsOn } = values;
  return endsOn !== undefined && endsOn >= startsOn ? { startsOn, endsOn } : { startsOn };
}

async function join(
  batch: Batch,
  groupId: Id<"groups">,
  member: Member,
  spell: ReturnType<typeof spellOf>,
): Promise<Effect[]> {
  if ("student" in member) {
    const memberId = await placeStudent(batch, groupId, member.student._id, spell);
    return memberId ? [{ did: "studentJoined", memberId }] : [];
  }
  const memberId = await assignTeacher(batch, groupId, member.personId, spell);
  return memberId ? [{ did: "teacherJoined", memberId }] : [];
}

async function findPupil(batch: Batch, externalId: string) {
  return await batch.once(`pupil ${externalId}`, async () => {
    const student = await findLinkedStudent(batch, externalId);
    if (student) return { student };
    return isSound(await findStaged(batch, "student", externalId))
      ? ("staged" as const)
      : ("unknown" as const);
  });
}

async function findTeacher(batch: Batch, externalId: string) {
  return await batch.once(`teacher ${externalId}`, async () => {
    const { organization, import: ours } = batch;
    const external = {
      organizationId: organization._id,
      source: ours.source,
      kind: "person",
      externalId,
    } as const;
    const linked = await findLink(batch, external);
    const personId = batch.db.normalizeId("people", linked?.rowId ?? externalId);
    if (personId) {
      const held = await currentMemberships(batch, organization._id, personId, batch.today);
      if (held.length > 0) return { personId };
    }
    const staged = await findStaged(batch, "staff", externalId);
    if (staged === null) return "unknown" as const;
    const { person, roles } = await findMember(batch, staged.unique ?? "");
    return person && roles.length > 0 ? { personId: person._id } : ("invited" as const);
  });
}

/** Whether they are in the group today or will be. */
async function findSpell(batch: Batch, group: Doc<"groups">, member: Member): Promise<boolean> {
  const runs = (spell: { endsOn?: string | undefined }) =>
    spell.endsOn === undefined || spell.endsOn > addDays(batch.today, -1);
  if ("student" in member) {
    const spells = await batch.db
      .query("groupStudents")
      .withIndex("by_group", (q) => q.eq("groupId", group._id).eq("studentId", member.student._id))
      .take(MANY_SPELLS);
    return spells.some(runs);
  }
  const spells = await batch.db
    .query("groupTeachers")
    .withIndex("by_group", (q) => q.eq("groupId", group._id).eq("personId", member.personId))
    .take(MANY_SPELLS);
  return spells.some(runs);
}

const MANY_SPELLS = 20;
