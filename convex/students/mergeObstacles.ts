import type { Id } from "../_generated/dataModel";
import { isWithin } from "../dates";
import type { QueryCtx } from "../functions";
import { findDraft, findPlanInEffect } from "../ieps/model";
import { episodesOf } from "../status/model";

export type Obstacle = "plansInEffect" | "drafts" | "episodes";

/** What one child cannot have twice, and both records have: it must be settled by people before they are joined. */
export async function obstaclesBetween(
  ctx: Pick<QueryCtx, "db">,
  one: Id<"students">,
  other: Id<"students">,
): Promise<Obstacle[]> {
  const both = async (find: (studentId: Id<"students">) => Promise<unknown>) =>
    (await find(one)) !== null && (await find(other)) !== null;
  const obstacles: Obstacle[] = [];
  if (await both((studentId) => findPlanInEffect(ctx, studentId))) obstacles.push("plansInEffect");
  if (await both((studentId) => findDraft(ctx, studentId))) obstacles.push("drafts");
  const [ours, theirs] = [await episodesOf(ctx, one), await episodesOf(ctx, other)];
  const overlaps = ours.some((mine) =>
    theirs.some(
      (their) =>
        mine.kind === their.kind && (isWithin(their.startsOn, mine) || isWithin(mine.startsOn, their)),
    ),
  );
  if (overlaps) obstacles.push("episodes");
  return obstacles;
}
