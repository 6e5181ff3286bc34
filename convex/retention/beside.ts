import { components } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import type { MutationCtx } from "../functions";
import { dropLink } from "../notifications/model";

/** What belongs to a record beside the tables that name the child: texts and rooms of components, and mentions. */

/** No child has been the duplicate of more records, or come in more imports, than this. */
const MANY = 500;

/** What components keep about a row, under its id: the text of a section, the people in a plan. */
export async function destroyBeside(ctx: MutationCtx, table: string, id: string): Promise<void> {
  if (table === "sections") await ctx.runMutation(components.prosemirrorSync.lib.deleteDocument, { id });
  if (table === "ieps") await ctx.runMutation(components.presence.public.removeRoom, { roomId: id });
}

/** The fields elsewhere that name a student, and what becomes of them. A test holds the schema to this list. */
export const mentionsHandled: readonly string[] = [
  // A duplicate that became part of the record is destroyed with it: see beginning.ts.
  "students.mergedIntoId",
  "duplicates.newerId",
  "duplicates.olderId",
  // Ids and names of fields, like the audit chain: who put what together stays on record, without the number.
  "merges.keptId",
  "merges.otherId",
  // Points at the row that is gone; what the file said is sealed, and cleared after thirty days.
  "importRows.candidateId",
  // The mail named no child; its link goes.
  "outbox.aboutId",
];

type Count = { table: string; rows: number };

/** Removes what names the child from beside the compartment. */
export async function destroyMentions(
  ctx: MutationCtx,
  { organizationId, formerStudentId }: Doc<"destructions">,
) {
  const studentId = formerStudentId as Id<"students">;
  const counts: Count[] = [];
  const remove = async (
    table: "duplicates" | "merges" | "externalIds" | "importRows",
    ids: readonly string[],
  ) => {
    for (const id of ids) await ctx.db.delete(table, id as never);
    if (ids.length > 0) counts.push({ table, rows: ids.length });
  };
  const newer = await ctx.db
    .query("duplicates")
    .withIndex("by_pair", (q) => q.eq("newerId", studentId))
    .take(MANY);
  const older = await ctx.db
    .query("duplicates")
    .withIndex("by_older", (q) => q.eq("olderId", studentId))
    .take(MANY);
  await remove("duplicates", [...new Set([...newer, ...older].map(({ _id }) => _id))]);
  const external = await ctx.db
    .query("externalIds")
    .withIndex("by_row", (q) => q.eq("organizationId", organizationId).eq("rowId", formerStudentId))
    .take(MANY);
  await remove(
    "externalIds",
    external.map(({ _id }) => _id),
  );
  const imported = await ctx.db
    .query("importRows")
    .withIndex("by_target", (q) => q.eq("organizationId", organizationId).eq("targetId", formerStudentId))
    .take(MANY);
  await remove(
    "importRows",
    imported.map(({ _id }) => _id),
  );
  const merges = await ctx.db
    .query("merges")
    .withIndex("by_other", (q) => q.eq("otherId", studentId))
    .take(MANY);
  for (const { _id } of merges) await ctx.db.patch("merges", _id, { otherNumber: "" });
  const mails = await ctx.db
    .query("outbox")
    .withIndex("by_about", (q) => q.eq("aboutId", studentId))
    .take(MANY);
  for (const mail of mails) await dropLink(ctx, mail);
  await emptyAccount(ctx, studentId);
  return counts;
}

/** The student's own account: it is closed and emptied; the row stays, because the audit chain names it. */
async function emptyAccount(ctx: MutationCtx, studentId: Id<"students">): Promise<void> {
  const owners = await ctx.db
    .query("people")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(10);
  for (const person of owners) {
    const { authUserId } = person;
    if (authUserId) await closeAccount(ctx, authUserId);
    await ctx.db.patch("people", person._id, {
      name: "",
      email: `destroyed-${person._id}@invalid`,
      authUserId: undefined,
      studentId: undefined,
    });
    const held = await ctx.db
      .query("memberships")
      .withIndex("by_person", (q) => q.eq("personId", person._id))
      .take(MANY);
    for (const { _id } of held) await ctx.db.delete("memberships", _id);
  }
}

/** Sessions, passwords and the account itself, in the component that keeps them. */
async function closeAccount(ctx: MutationCtx, authUserId: string): Promise<void> {
  const paginationOpts = { numItems: MANY, cursor: null };
  for (const model of ["session", "account"] as const) {
    await ctx.runMutation(components.betterAuth.adapter.deleteMany, {
      input: { model, where: [{ field: "userId", value: authUserId }] },
      paginationOpts,
    });
  }
  await ctx.runMutation(components.betterAuth.adapter.deleteOne, {
    input: { model: "user", where: [{ field: "_id", value: authUserId }] },
  });
}
