import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { type Infer, v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationQuery } from "../functions";
import { membershipsOf } from "../organizations/model";
import { membershipState } from "../organizations/rules/membership";
import { civilDay, role } from "../values";

const state = v.union(v.literal("current"), v.literal("coming"), v.literal("ended"));
const held = {
  membershipId: v.id("memberships"),
  role,
  schoolId: v.optional(v.id("organizations")),
  startsOn: civilDay,
  endsOn: v.union(civilDay, v.null()),
  state,
};
const entry = v.object({ ...held, personId: v.id("people"), name: v.string(), email: v.string() });

const MOST_FOUND = 50;

/**
 * Who belongs to the organization today or soon, by role; someone with two roles is there twice. With `search`, the
 * best fifty matches on name or address. Families are listed only for those who invite them. A page can be shorter
 * than asked for.
 */
export const list = organizationQuery({
  can: "people.list",
  args: {
    paginationOpts: paginationOptsValidator,
    search: v.optional(v.string()),
    role: v.optional(role),
    state: v.optional(state),
  },
  returns: paginationResultValidator(entry),
  handler: async (ctx, { organizationId, paginationOpts, search = "", role: wanted, state: wantedState }) => {
    const words = search.trim();
    const found =
      words === ""
        ? await ctx.db
            .query("memberships")
            .withIndex("by_organization_and_role", (q) => {
              const all = q.eq("organizationId", organizationId);
              return wanted ? all.eq("role", wanted) : all;
            })
            .paginate(paginationOpts)
        : { page: await matches(ctx, words), isDone: true, continueCursor: "" };
    const page: Infer<typeof entry>[] = [];
    for (const membership of found.page) {
      const line = await presentMember(ctx, membership);
      if (!line || (wanted && line.role !== wanted)) continue;
      if (wantedState ? line.state === wantedState : line.state !== "ended") page.push(line);
    }
    return { ...found, page };
  },
});

/** One member: what they are, were and will be here, newest first, and who decided it. */
export const get = organizationQuery({
  can: "people.changeRole",
  args: { personId: v.id("people") },
  returns: v.object({
    personId: v.id("people"),
    name: v.string(),
    email: v.string(),
    today: civilDay,
    /** Deactivated: everything ended at once, and can be given back. */
    isDeactivated: v.boolean(),
    memberships: v.array(
      v.object({
        ...held,
        givenByName: v.union(v.string(), v.null()),
        endedByName: v.union(v.string(), v.null()),
      }),
    ),
  }),
  handler: async (ctx, { personId }) => {
    const rows = await membershipsOf(ctx, personId);
    const person = rows.length > 0 ? await ctx.db.get("people", personId) : null;
    if (!person) throw problem("not_found");
    const nameOf = async (id: Doc<"memberships">["givenBy"]) =>
      id ? ((await ctx.db.get("people", id))?.name ?? null) : null;
    const memberships = [];
    for (const row of rows.reverse()) {
      const shown = presentHeld(ctx, row);
      if (!shown) continue;
      memberships.push({
        ...shown,
        givenByName: await nameOf(row.givenBy),
        endedByName: await nameOf(row.endedBy),
      });
    }
    return {
      personId,
      name: person.name,
      email: person.email,
      today: ctx.today,
      isDeactivated: rows.some((row) => row.deactivated !== undefined),
      memberships,
    };
  },
});

async function matches(ctx: OrganizationQueryCtx, words: string): Promise<Doc<"memberships">[]> {
  return await ctx.db
    .query("memberships")
    .withSearchIndex("search_name", (q) =>
      q.search("searchName", words).eq("organizationId", ctx.organization._id),
    )
    .take(MOST_FOUND);
}

/** A membership with its person, or null where the caller may not know of it, or it never was. */
async function presentMember(
  ctx: OrganizationQueryCtx,
  membership: Doc<"memberships">,
): Promise<Infer<typeof entry> | null> {
  const isFamily = membership.role === "guardian" || membership.role === "student";
  if (isFamily && !ctx.can("people.invite")) return null;
  const shown = presentHeld(ctx, membership);
  const person = shown && (await ctx.db.get("people", membership.personId));
  return person ? { ...shown, personId: person._id, name: person.name, email: person.email } : null;
}

function presentHeld(ctx: Pick<OrganizationQueryCtx, "today">, row: Doc<"memberships">) {
  const standing = membershipState(row, ctx.today);
  if (standing === "never") return null;
  return {
    membershipId: row._id,
    role: row.role,
    ...(row.schoolId && { schoolId: row.schoolId }),
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? null,
    state: standing,
  };
}
