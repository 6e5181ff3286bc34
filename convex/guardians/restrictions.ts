import { v } from "convex/values";
import type { Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { requireEvidence } from "../documents/model";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { spanProblem } from "../students/rules";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { orderInput } from "./rules";
import { guardianRight } from "./schema";
import { sealOrder } from "./sealed";

/**
 * Records what a court forbids somebody concerning this child. It outweighs a guardianship from its first day on:
 * who may not see loses every open page at once.
 */
export const record = studentMutation({
  can: "students.manageTeam",
  args: {
    /** The guardian whom it names; without one, a name alone. */
    personId: v.optional(v.id("people")),
    personName: v.string(),
    forbids: v.array(guardianRight),
    startsOn: v.optional(civilDay),
    endsOn: v.optional(civilDay),
    /** What the order says, as far as the school must know it. */
    order: v.string(),
    evidenceDocumentIds: v.optional(v.array(v.id("documents"))),
  },
  returns: v.id("courtRestrictions"),
  handler: async (
    ctx,
    { personId, forbids, startsOn = ctx.today, endsOn, evidenceDocumentIds = [], ...args },
  ) => {
    const { personName, order } = accepted(orderInput, args);
    const wrong = spanProblem(startsOn, endsOn);
    if (wrong) throw problem(wrong, { field: "startsOn" });
    if (forbids.length === 0) throw problem("required", { field: "forbids" });
    await requireEvidence(ctx, evidenceDocumentIds);
    if (personId) await requireNamed(ctx, personId);
    const restrictionId = await ctx.db.insert("courtRestrictions", {
      ...ctx.compartment,
      personName,
      forbids: [...new Set(forbids)],
      startsOn,
      sealedOrder: "",
      evidenceDocumentIds,
      recordedAt: Date.now(),
      recordedBy: ctx.person._id,
      ...(endsOn && { endsOn }),
      ...(personId && { personId }),
    });
    const row = { _id: restrictionId, organizationId: ctx.organization._id };
    await ctx.db.patch("courtRestrictions", restrictionId, { sealedOrder: sealOrder(row, order) });
    ctx.note(`restriction ${restrictionId}: forbids ${forbids.join(", ")}`);
    return restrictionId;
  },
});

/** Says that an order no longer holds. It stays on record with the days on which it did. */
export const lift = studentMutation({
  can: "students.manageTeam",
  args: { restrictionId: v.id("courtRestrictions") },
  returns: v.null(),
  handler: async (ctx, { restrictionId }) => {
    const restriction = await requireRow(ctx, "courtRestrictions", restrictionId);
    if (restriction.liftedAt !== undefined) throw problem("restriction_lifted");
    const lifted = { liftedAt: Date.now(), liftedBy: ctx.person._id };
    await ctx.db.patch("courtRestrictions", restrictionId, lifted);
    ctx.note(`restriction ${restrictionId}: lifted`);
    return null;
  },
});

/** Throws `not_found` unless the person is, or was, a guardian of this child. */
async function requireNamed(
  ctx: Pick<StudentMutationCtx, "db" | "student">,
  personId: Id<"people">,
): Promise<void> {
  const row = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id).eq("personId", personId))
    .first();
  if (!row) throw problem("not_found", { field: "personId" });
}
