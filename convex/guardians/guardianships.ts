import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { addDays, isWithin } from "../dates";
import { requireEvidence } from "../documents/model";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { invite } from "../organizations/inviting";
import { requireMember } from "../organizations/model";
import { endInFamily, twinsInFamily } from "../students/circle";
import { spanProblem } from "../students/rules";
import { accepted } from "../typed";
import { civilDay, relationship } from "../values";
import { beginGuardianship } from "./model";
import { custodyNoteInput, languageInput, spansOf, withRight } from "./rules";
import { guardianRight } from "./schema";
import { sealCustodyNote } from "./sealed";

const MANY_SPELLS = 20;

/** Records that a guardian who already has an account here is a guardian of this student too. */
export const add = studentMutation({
  can: "students.manageTeam",
  args: { personId: v.id("people"), relationship, startsOn: v.optional(civilDay) },
  returns: v.id("guardianships"),
  handler: async (ctx, { studentId, personId, relationship: kind, startsOn = ctx.today }) => {
    const wrong = spanProblem(startsOn, undefined);
    if (wrong) throw problem(wrong, { field: "startsOn" });
    await requireMember(ctx, personId, ["guardian"]);
    const held = await ctx.db
      .query("guardianships")
      .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId).eq("personId", personId))
      .take(MANY_SPELLS);
    if (held.some((row) => isWithin(startsOn, row))) throw problem("already_member", { field: "personId" });
    const person = await requireRow(ctx, "people", personId);
    return await beginGuardianship(ctx, { ...ctx.compartment, person, relationship: kind, startsOn });
  },
});

/** Invites a guardian by e-mail; the guardianship begins when they accept. */
export const sendInvitation = studentMutation({
  can: "students.manageTeam",
  args: { email: v.string(), relationship },
  returns: v.id("invitations"),
  handler: async (ctx, { studentId, email, relationship: kind }) =>
    await invite(ctx, { email, role: "guardian", studentId, relationship: kind }),
});

/**
 * Gives a guardian a right from today on, or takes it away: yesterday is then its last day, so that open screens
 * close at once. The days on which it was held stay on record.
 * @throws guardian_cannot_sign for a part that is no parent's (34 CFR 300.30(a)(3))
 */
export const setRight = studentMutation({
  can: "students.manageTeam",
  args: { guardianshipId: v.id("guardianships"), right: guardianRight, isHeld: v.boolean() },
  returns: v.null(),
  handler: async (ctx, { guardianshipId, right, isHeld }) => {
    const guardianship = await requireCurrent(ctx, guardianshipId);
    if (isHeld && right === "sign" && guardianship.relationship === "stateAgency")
      throw problem("guardian_cannot_sign");
    const field = spansOf[right];
    // What is taken from a guardian is taken wherever it stands: a record that became part of this one says it too.
    for (const row of isHeld ? [guardianship] : await twinsInFamily(ctx, guardianship)) {
      const spans = withRight(row[field], isHeld, ctx.today, addDays(ctx.today, -1));
      await ctx.db.patch("guardianships", row._id, { [field]: spans });
    }
    ctx.note(`guardianship ${guardianshipId}: ${isHeld ? "may" : "may no longer"} ${right}`);
    return null;
  },
});

/** Changes what is known of a guardian; only what is passed changes. The empty note takes the note away. */
export const describe = studentMutation({
  can: "students.manageTeam",
  args: {
    guardianshipId: v.id("guardianships"),
    language: v.optional(v.string()),
    interpreterNeeded: v.optional(v.boolean()),
    custodyNote: v.optional(v.string()),
    evidenceDocumentIds: v.optional(v.array(v.id("documents"))),
  },
  returns: v.null(),
  handler: async (ctx, { guardianshipId, language, interpreterNeeded, custodyNote, evidenceDocumentIds }) => {
    const guardianship = await requireCurrent(ctx, guardianshipId);
    if (evidenceDocumentIds) await requireEvidence(ctx, evidenceDocumentIds);
    const note =
      custodyNote === undefined ? undefined : accepted(custodyNoteInput, custodyNote, "custodyNote");
    await ctx.db.patch("guardianships", guardianshipId, {
      ...(language !== undefined && { language: accepted(languageInput, language, "language") }),
      ...(interpreterNeeded !== undefined && { interpreterNeeded }),
      ...(evidenceDocumentIds && { evidenceDocumentIds }),
      ...(note !== undefined && {
        sealedCustodyNote: note === "" ? undefined : sealCustodyNote(guardianship, note),
      }),
    });
    ctx.note(`guardianship ${guardianshipId}`);
    return null;
  },
});

/**
 * Ends a guardianship, after a day or, without one, now: yesterday is then the last day, and one that would have begun
 * today or later never was.
 * @throws not_a_day, days_out_of_order (endsOn) for a day before its first
 */
export const end = studentMutation({
  can: "students.manageTeam",
  args: { guardianshipId: v.id("guardianships"), endsOn: v.optional(civilDay) },
  returns: v.null(),
  handler: async (ctx, { guardianshipId, endsOn }) => {
    const guardianship = await requireRow(ctx, "guardianships", guardianshipId);
    await endInFamily(ctx, guardianship, endsOn);
    return null;
  },
});

/** A guardianship that has not ended. What is over is history and is not changed. */
export async function requireCurrent(
  ctx: StudentMutationCtx,
  guardianshipId: Id<"guardianships">,
): Promise<Doc<"guardianships">> {
  const guardianship = await requireRow(ctx, "guardianships", guardianshipId);
  if (guardianship.endsOn !== undefined && guardianship.endsOn < ctx.today) throw problem("not_found");
  return guardianship;
}
