import { v } from "convex/values";
import { requireRow } from "../access/load";
import { addDays } from "../dates";
import { problem } from "../errors";
import { organizationMutation } from "../functions";
import { giveMembership } from "./giving";
import { closeMembership, membershipsOf, requireAnotherAdministrator } from "./model";
import { membershipState } from "./rules/membership";

/**
 * Ends everything that a person is here, now and to come: the organization's data leaves their screens at once. Their
 * account stays theirs, for other organizations. Throws `last_administrator`; `not_found` for whoever is nothing here.
 */
export const deactivate = organizationMutation({
  can: "people.deactivate",
  args: { personId: v.id("people") },
  returns: v.null(),
  handler: async (ctx, { personId }) => {
    const open = (await membershipsOf(ctx, personId)).filter((row) =>
      ["current", "coming"].includes(membershipState(row, ctx.today)),
    );
    if (open.length === 0) throw problem("not_found", { field: "personId" });
    for (const membership of open) {
      await requireAnotherAdministrator(ctx, membership);
      const { endsOn: until } = membership;
      await closeMembership(ctx, membership, addDays(ctx.today, -1), { ...(until && { until }) });
    }
    ctx.note(`person ${personId} deactivated`);
    return null;
  },
});

/** Gives a deactivated person back, from today on, what they were; what would have ended meanwhile stays ended. Throws `not_deactivated`. */
export const reactivate = organizationMutation({
  can: "people.deactivate",
  args: { personId: v.id("people") },
  returns: v.null(),
  handler: async (ctx, { personId }) => {
    const lost = (await membershipsOf(ctx, personId)).filter((row) => row.deactivated !== undefined);
    if (lost.length === 0) throw problem("not_deactivated", { field: "personId" });
    const person = await requireRow(ctx, "people", personId);
    for (const row of lost) {
      const until = row.deactivated?.until;
      await ctx.db.patch("memberships", row._id, { deactivated: undefined });
      if (until !== undefined && until < ctx.today) continue;
      await giveMembership(ctx, person, {
        organizationId: ctx.organization._id,
        role: row.role,
        ...(row.schoolId && { schoolId: row.schoolId }),
        startsOn: row.startsOn > ctx.today ? row.startsOn : ctx.today,
        ...(until && { endsOn: until }),
        givenBy: ctx.person._id,
      });
    }
    ctx.note(`person ${personId} reactivated`);
    return null;
  },
});
