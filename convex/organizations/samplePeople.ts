import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import type { QueryCtx } from "../functions";
import { type Role, role, roles } from "../values";

/** The one password of all sample people. It opens invented records on one's own machine, nothing else. */
export const SAMPLE_PASSWORD = "sample-only-password";

export const samplePerson = v.object({
  name: v.string(),
  email: v.string(),
  role,
  /** What one can try as this person, in a few words. */
  description: v.string(),
});

const descriptions: Record<Role, string> = {
  administrator: "Sees every child of the district, invites people",
  caseManager: "Writes plans with the team and puts them in effect",
  teacher: "Works on the plans of their own children, logs progress",
  specialist: "Gives a service, writes its goals, logs progress",
  guardian: "Reads what the team shares about their child",
  student: "Reads their own plan",
};

/** How many people of each role the sign-in page offers. */
const OFFERED: Record<Role, number> = {
  administrator: 1,
  caseManager: 2,
  teacher: 3,
  specialist: 2,
  guardian: 3,
  student: 1,
};

/** The people one can sign in as, read from the sample organization itself. */
export async function samplePeopleOf(ctx: Pick<QueryCtx, "db">, organization: Doc<"organizations">) {
  const people = [];
  for (const kind of roles) {
    const rows = await ctx.db
      .query("memberships")
      .withIndex("by_organization_and_role", (q) => q.eq("organizationId", organization._id).eq("role", kind))
      .take(OFFERED[kind]);
    for (const { personId } of rows) {
      const person = await ctx.db.get("people", personId);
      if (!person) continue;
      people.push({ name: person.name, email: person.email, role: kind, description: descriptions[kind] });
    }
  }
  return people;
}
