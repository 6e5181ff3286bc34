import type { Doc } from "../_generated/dataModel";
import type { MutationCtx } from "../functions";
import { endLease } from "./lease";

/** Ends an emergency access and closes the record for its person, whose live pages stop at once. */
export async function endEmergency(
  ctx: Pick<MutationCtx, "db">,
  { _id, studentId, personId }: Doc<"emergencyAccesses">,
  endedAt: number,
): Promise<void> {
  await ctx.db.patch("emergencyAccesses", _id, { endedAt });
  await endLease(ctx, { studentId, personId });
}
