import { v } from "convex/values";
import { isTimeZone } from "../dates";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import { accepted } from "../typed";
import { organizationNameInput, settingsInput, settingsOf } from "./rules/settings";
import { chosenSettings, jurisdiction, organizationKind, organizationSettings } from "./schema";

const MOST_SCHOOLS = 1000;

/** The organization and its schools. */
export const get = organizationQuery({
  can: "students.list",
  args: {},
  returns: v.object({
    organizationId: v.id("organizations"),
    name: v.string(),
    kind: organizationKind,
    timeZone: v.string(),
    jurisdiction,
    isSample: v.boolean(),
    today: v.string(),
    /** Every setting: the organization's own choice, or what is usual where it is. */
    settings: organizationSettings,
    schools: v.array(v.object({ schoolId: v.id("organizations"), name: v.string() })),
  }),
  handler: async (ctx, { organizationId }) => {
    const { organization } = ctx;
    const schools = await ctx.db
      .query("organizations")
      .withIndex("by_parent", (q) => q.eq("parentId", organizationId))
      .take(MOST_SCHOOLS);
    // A school on its own is the one school of itself.
    const listed = organization.kind === "school" ? [organization] : schools;
    return {
      organizationId,
      name: organization.name,
      kind: organization.kind,
      timeZone: organization.timeZone,
      jurisdiction: organization.jurisdiction,
      isSample: organization.isSample,
      today: ctx.today,
      settings: settingsOf(organization),
      schools: listed
        .filter((school) => school.archivedAt === undefined)
        .map((school) => ({ schoolId: school._id, name: school.name })),
    };
  },
});

/** Changes the name or the time zone. */
export const edit = organizationMutation({
  can: "organizations.edit",
  args: { name: v.optional(v.string()), timeZone: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { organizationId, name, timeZone }) => {
    if (timeZone !== undefined && !isTimeZone(timeZone)) throw problem("invalid", { field: "timeZone" });
    await ctx.db.patch("organizations", organizationId, {
      ...(name !== undefined && { name: accepted(organizationNameInput, name, "name") }),
      ...(timeZone !== undefined && { timeZone }),
    });
    return null;
  },
});

/** Decides settings; only what is passed changes. */
export const decide = organizationMutation({
  can: "organizations.edit",
  args: {
    settings: chosenSettings,
    /** Names of settings to go back to what is usual. */
    usual: v.optional(v.array(v.string())),
  },
  returns: v.null(),
  handler: async (ctx, { organizationId, settings, usual = [] }) => {
    const chosen = { ...ctx.organization.settings, ...accepted(settingsInput, settings) };
    const kept = Object.entries(chosen).filter(([name]) => !usual.includes(name));
    await ctx.db.patch("organizations", organizationId, { settings: Object.fromEntries(kept) });
    ctx.note(`settings: ${[...Object.keys(settings), ...usual].join(", ")}`);
    return null;
  },
});

/**
 * Moves the organization to the law of another country. Need codes, status and grades are that law's words, so it is
 * possible only until the first pupil is enrolled. Throws `jurisdiction_in_use`.
 */
export const changeJurisdiction = organizationMutation({
  can: "organizations.edit",
  args: { jurisdiction },
  returns: v.null(),
  handler: async (ctx, { organizationId, jurisdiction: wanted }) => {
    if (wanted === ctx.organization.jurisdiction) return null;
    if (await hasPupils(ctx)) throw problem("jurisdiction_in_use", { field: "jurisdiction" });
    const schools = await ctx.db
      .query("organizations")
      .withIndex("by_parent", (q) => q.eq("parentId", organizationId))
      .take(MOST_SCHOOLS);
    for (const { _id } of [ctx.organization, ...schools]) {
      await ctx.db.patch("organizations", _id, { jurisdiction: wanted });
    }
    ctx.note(`jurisdiction ${wanted}`);
    return null;
  },
});

/** Whether no pupil is enrolled yet, so that the organization may still move to the law of another country. */
export const mayChangeJurisdiction = organizationQuery({
  can: "organizations.edit",
  args: {},
  returns: v.boolean(),
  handler: async (ctx) => !(await hasPupils(ctx)),
});

async function hasPupils({ db, organization }: Pick<OrganizationQueryCtx, "db" | "organization">) {
  const pupil = await db
    .query("students")
    .withIndex("by_organization_and_name", (q) => q.eq("organizationId", organization._id))
    .first();
  return pupil !== null;
}

/** Adds a school to a district. */
export const addSchool = organizationMutation({
  can: "organizations.edit",
  args: { name: v.string() },
  returns: v.id("organizations"),
  handler: async (ctx, { organizationId, name }) => {
    const { organization } = ctx;
    if (organization.kind !== "district") throw problem("invalid", { field: "kind" });
    return await ctx.db.insert("organizations", {
      name: accepted(organizationNameInput, name, "name"),
      kind: "school",
      parentId: organizationId,
      timeZone: organization.timeZone,
      jurisdiction: organization.jurisdiction,
      isSample: organization.isSample,
    });
  },
});
