import { v } from "convex/values";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type OrganizationMutationCtx, organizationMutation, organizationQuery } from "../functions";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { closuresOf, requireSchoolRow, termsOf } from "./model";
import { calendarProblem, namedSpanInput, overlap } from "./rules/calendar";
import { schoolYearOf, settingsOf } from "./rules/settings";

const span = { name: v.string(), startsOn: civilDay, endsOn: civilDay };

/** The terms, the days without school, the weekdays and today's school year of an organization. */
export const get = organizationQuery({
  can: "students.list",
  args: {},
  returns: v.object({
    weekdays: v.array(v.number()),
    schoolYear: v.object({ startsOn: civilDay, endsBefore: civilDay }),
    terms: v.array(v.object({ termId: v.id("terms"), ...span })),
    closures: v.array(
      v.object({
        closureId: v.id("closures"),
        ...span,
        isOpen: v.boolean(),
        schoolId: v.union(v.id("organizations"), v.null()),
      }),
    ),
  }),
  handler: async (ctx, { organizationId }) => ({
    weekdays: settingsOf(ctx.organization).weekdays,
    schoolYear: schoolYearOf(ctx.organization, ctx.today),
    terms: (await termsOf(ctx, organizationId)).map(({ _id, name, startsOn, endsOn }) => ({
      termId: _id,
      name,
      startsOn,
      endsOn,
    })),
    closures: (await closuresOf(ctx, organizationId)).map(
      ({ _id, name, startsOn, endsOn, isOpen, schoolId = null }) => ({
        closureId: _id,
        name,
        startsOn,
        endsOn,
        isOpen,
        schoolId,
      }),
    ),
  }),
});

/** Adds a term. Throws `days_out_of_order`, `days_too_far_apart` for more than 400 days, `terms_overlap`. */
export const addTerm = organizationMutation({
  can: "organizations.edit",
  args: span,
  returns: v.id("terms"),
  handler: async (ctx, { organizationId, ...typed }) => {
    const term = await acceptedTerm(ctx, typed);
    const termId = await ctx.db.insert("terms", { organizationId, ...term });
    ctx.note(`term ${termId}`);
    return termId;
  },
});

/** Renames or moves a term. */
export const changeTerm = organizationMutation({
  can: "organizations.edit",
  args: { termId: v.id("terms"), ...span },
  returns: v.null(),
  handler: async (ctx, { organizationId: _, termId, ...typed }) => {
    await requireRow(ctx, "terms", termId);
    await ctx.db.patch("terms", termId, await acceptedTerm(ctx, typed, termId));
    ctx.note(`term ${termId}: name, days`);
    return null;
  },
});

/** Takes a term out of the calendar: it is a setting, not a record. */
export const removeTerm = organizationMutation({
  can: "organizations.edit",
  args: { termId: v.id("terms") },
  returns: v.null(),
  handler: async (ctx, { termId }) => {
    await requireRow(ctx, "terms", termId);
    await ctx.db.delete("terms", termId);
    ctx.note(`term ${termId} removed`);
    return null;
  },
});

/** Adds days without school, for all or for one school; or days on which one school is open although the others are not. */
export const addClosure = organizationMutation({
  can: "organizations.edit",
  args: { ...span, isOpen: v.boolean(), schoolId: v.optional(v.id("organizations")) },
  returns: v.id("closures"),
  handler: async (ctx, { organizationId, isOpen, schoolId, ...typed }) => {
    const closure = accepted(namedSpanInput, typed);
    const wrong = calendarProblem(closure);
    if (wrong) throw problem(wrong.code, { ...wrong, field: "endsOn" });
    if (schoolId) await requireSchoolRow(ctx, schoolId);
    const row = { organizationId, ...closure, isOpen, ...(schoolId && { schoolId }) };
    const closureId = await ctx.db.insert("closures", row);
    ctx.note(`closure ${closureId}`);
    return closureId;
  },
});

/** Takes days without school out of the calendar. */
export const removeClosure = organizationMutation({
  can: "organizations.edit",
  args: { closureId: v.id("closures") },
  returns: v.null(),
  handler: async (ctx, { closureId }) => {
    await requireRow(ctx, "closures", closureId);
    await ctx.db.delete("closures", closureId);
    ctx.note(`closure ${closureId} removed`);
    return null;
  },
});

async function acceptedTerm(
  ctx: OrganizationMutationCtx,
  typed: { name: string; startsOn: string; endsOn: string },
  itself?: string,
) {
  const term = accepted(namedSpanInput, typed);
  const wrong = calendarProblem(term);
  if (wrong) throw problem(wrong.code, { ...wrong, field: "endsOn" });
  const others = (await termsOf(ctx, ctx.organization._id)).filter(({ _id }) => _id !== itself);
  const clash = others.find((other) => overlap(other, term));
  if (clash) throw problem("terms_overlap", { field: "startsOn", params: { name: clash.name } });
  return term;
}
