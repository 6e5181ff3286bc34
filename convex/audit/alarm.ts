import type { Id } from "../_generated/dataModel";
import { administratorsOf, type Posting, tellStaff } from "../notifications/model";

/**
 * Raises the alarm that the chain does not verify at an entry, and tells every administrator of the whole
 * organization. An entry gives alarm once: the same breach found again, acknowledged or not, is no news.
 */
export async function raiseAlarm(
  ctx: Posting,
  organizationId: Id<"organizations">,
  brokenAt: number,
): Promise<void> {
  const known = await ctx.db
    .query("auditAlarms")
    .withIndex("by_organization_and_entry", (q) =>
      q.eq("organizationId", organizationId).eq("brokenAt", brokenAt),
    )
    .first();
  const organization = await ctx.db.get("organizations", organizationId);
  if (known || !organization) return;
  await ctx.db.insert("auditAlarms", { organizationId, brokenAt, foundAt: Date.now() });
  for (const personId of await administratorsOf(ctx, organization)) {
    await tellStaff(ctx, { organization, personId, kind: "chainBroken" });
  }
}
