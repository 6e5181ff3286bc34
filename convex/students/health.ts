import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { problem } from "../errors";
import { type StudentQueryCtx, studentMutation, studentQuery } from "../functions";
import { findProfile, partOf, writePart } from "./parts";
import { healthPart } from "./profileSchema";

/** Half an hour of reading for one opening, like the record around it. */
const OPENING_MS = 30 * 60 * 1000;

async function findOpening(
  ctx: Pick<StudentQueryCtx, "db" | "student" | "person">,
): Promise<Doc<"healthOpenings"> | null> {
  return await ctx.db
    .query("healthOpenings")
    .withIndex("by_student_and_person", (q) =>
      q.eq("studentId", ctx.student._id).eq("personId", ctx.person._id),
    )
    .first();
}

/** Whether the caller has opened the medical considerations, not too long ago. */
export async function hasHealthOpen(
  ctx: Pick<StudentQueryCtx, "db" | "student" | "person" | "can">,
): Promise<boolean> {
  if (!ctx.can("students.readHealth")) return false;
  const opening = await findOpening(ctx);
  return opening !== null && opening.expiresAt > Date.now();
}

/** Opens the medical considerations for half an hour. Its audit entry says who read them; opening anew renews. */
export const open = studentMutation({
  can: "students.readHealth",
  args: {},
  returns: v.null(),
  handler: async (ctx) => {
    const expiresAt = Date.now() + OPENING_MS;
    const opening = await findOpening(ctx);
    if (opening) await ctx.db.patch("healthOpenings", opening._id, { expiresAt });
    else await ctx.db.insert("healthOpenings", { ...ctx.compartment, personId: ctx.person._id, expiresAt });
    ctx.note("opened the medical considerations");
    return null;
  },
});

/** Medical considerations. Null until the caller opens them, so that nobody reads them in passing. */
export const get = studentQuery({
  can: "students.readHealth",
  args: {},
  returns: v.union(healthPart, v.null()),
  handler: async (ctx, { studentId }) =>
    (await hasHealthOpen(ctx)) ? partOf(await findProfile(ctx, studentId), "health") : null,
});

/**
 * Changes medical considerations, field by field.
 * @throws health_not_opened; conflict for what somebody else has changed meanwhile; too_long
 */
export const edit = studentMutation({
  can: "students.editHealth",
  args: { base: healthPart.partial(), changes: healthPart.partial() },
  returns: v.null(),
  handler: async (ctx, { base, changes }) => {
    if (!(await hasHealthOpen(ctx))) throw problem("health_not_opened");
    const fields = await writePart(ctx, "health", base, changes);
    ctx.note(`health: ${fields.join(", ")}`);
    return null;
  },
});
