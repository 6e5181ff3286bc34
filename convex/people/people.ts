import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import { isWithin } from "../dates";
import { organizationQuery } from "../functions";
import { role } from "../values";

const entry = v.object({
  membershipId: v.id("memberships"),
  personId: v.id("people"),
  name: v.string(),
  email: v.string(),
  role,
  schoolId: v.optional(v.id("organizations")),
});

/**
 * Who belongs to the organization today, by role; someone with two roles is there twice. Families are listed
 * only for those who invite them. A page can be shorter than asked for.
 */
export const list = organizationQuery({
  can: "people.list",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(entry),
  handler: async (ctx, { organizationId, paginationOpts }) => {
    const found = await ctx.db
      .query("memberships")
      .withIndex("by_organization_and_role", (q) => q.eq("organizationId", organizationId))
      .paginate(paginationOpts);
    const seesFamilies = ctx.can("people.invite");
    const page = [];
    for (const membership of found.page) {
      const isFamily = membership.role === "guardian" || membership.role === "student";
      if (!isWithin(ctx.today, membership) || (isFamily && !seesFamilies)) continue;
      const person = await ctx.db.get("people", membership.personId);
      if (!person) continue;
      page.push({
        membershipId: membership._id,
        personId: person._id,
        name: person.name,
        email: person.email,
        role: membership.role,
        ...(membership.schoolId && { schoolId: membership.schoolId }),
      });
    }
    return { ...found, page };
  },
});
