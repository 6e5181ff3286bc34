import type { Id } from "../_generated/dataModel";
import { currentMemberships, type InOrganization } from "../access/enter";
import { problem } from "../errors";
import type { QueryCtx } from "../functions";
import type { Role } from "../values";

type Reads = Pick<QueryCtx, "db"> & Pick<InOrganization, "organization" | "today">;

/** Throws `not_a_member` unless the person has one of the roles in this organization today. */
export async function requireMember(
  ctx: Reads,
  personId: Id<"people">,
  wanted: readonly Role[],
): Promise<void> {
  const held = await currentMemberships(ctx, ctx.organization._id, personId, ctx.today);
  if (!held.some(({ role }) => wanted.includes(role))) {
    throw problem("not_a_member", { field: "personId" });
  }
}
