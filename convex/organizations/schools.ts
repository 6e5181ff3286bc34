import { v } from "convex/values";
import { problem } from "../errors";
import { organizationMutation, organizationQuery } from "../functions";
import { accepted, requiredText } from "../typed";
import { requireSchoolRow } from "./model";
import { organizationNameInput } from "./rules/settings";

const MOST_SCHOOLS = 1000;

/** The schools of an organization, archived ones last. */
export const list = organizationQuery({
  can: "students.list",
  args: {},
  returns: v.array(
    v.object({
      schoolId: v.id("organizations"),
      name: v.string(),
      archivedAt: v.union(v.number(), v.null()),
      archiveReason: v.union(v.string(), v.null()),
    }),
  ),
  handler: async (ctx, { organizationId }) => {
    const children = await ctx.db
      .query("organizations")
      .withIndex("by_parent", (q) => q.eq("parentId", organizationId))
      .take(MOST_SCHOOLS);
    const schools = ctx.organization.kind === "school" ? [ctx.organization] : children;
    return schools
      .map(({ _id, name, archivedAt = null, archiveReason = null }) => ({
        schoolId: _id,
        name,
        archivedAt,
        archiveReason,
      }))
      .sort(
        (a, b) =>
          Number(a.archivedAt !== null) - Number(b.archivedAt !== null) || a.name.localeCompare(b.name),
      );
  },
});

/** Gives a school another name. */
export const rename = organizationMutation({
  can: "organizations.edit",
  args: { schoolId: v.id("organizations"), name: v.string() },
  returns: v.null(),
  handler: async (ctx, { schoolId, name }) => {
    await requireSchoolRow(ctx, schoolId);
    await ctx.db.patch("organizations", schoolId, { name: accepted(organizationNameInput, name, "name") });
    ctx.note(`school ${schoolId}: name`);
    return null;
  },
});

/** Closes a school for good: it takes nobody in any more, and what happened in it stays readable. */
export const archive = organizationMutation({
  can: "organizations.edit",
  args: { schoolId: v.id("organizations"), reason: v.string() },
  returns: v.null(),
  handler: async (ctx, { organizationId, schoolId, reason }) => {
    const school = await requireSchoolRow(ctx, schoolId);
    // A school on its own is the organization, which its administrators would lock themselves out of.
    if (school._id === organizationId) throw problem("not_allowed");
    const archiveReason = accepted(requiredText(500), reason, "reason");
    if (school.archivedAt === undefined) {
      await ctx.db.patch("organizations", schoolId, { archivedAt: Date.now(), archiveReason });
    }
    ctx.note(`school ${schoolId} archived`);
    return null;
  },
});

/** Opens an archived school again. */
export const restore = organizationMutation({
  can: "organizations.edit",
  args: { schoolId: v.id("organizations") },
  returns: v.null(),
  handler: async (ctx, { schoolId }) => {
    await requireSchoolRow(ctx, schoolId);
    await ctx.db.patch("organizations", schoolId, { archivedAt: undefined, archiveReason: undefined });
    ctx.note(`school ${schoolId} restored`);
    return null;
  },
});
