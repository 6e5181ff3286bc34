import type { Doc, Id } from "../_generated/dataModel";
import { civilDayAt, isTimeZone } from "../dates";
import { problem } from "../errors";
import type { MutationCtx } from "../functions";
import { accepted } from "../typed";
import { giveMembership } from "./giving";
import { organizationNameInput } from "./rules/settings";

type Founded = Pick<Doc<"organizations">, "name" | "kind" | "timeZone" | "jurisdiction" | "isSample">;

/** Creates an organization with its first administrator. Throws for a name or a zone that is none. */
export async function found(
  ctx: Pick<MutationCtx, "db">,
  organization: Founded,
  administrator: Doc<"people">,
): Promise<Id<"organizations">> {
  const name = accepted(organizationNameInput, organization.name, "name");
  if (!isTimeZone(organization.timeZone)) throw problem("invalid", { field: "timeZone" });
  const organizationId = await ctx.db.insert("organizations", { ...organization, name });
  await giveMembership(ctx, administrator, {
    organizationId,
    role: "administrator",
    startsOn: civilDayAt(Date.now(), organization.timeZone),
  });
  return organizationId;
}
