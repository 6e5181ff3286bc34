import type { Doc, Id } from "../_generated/dataModel";
import type { StudentMutationCtx } from "../functions";
import { accommodationsOf, goalsOf, sectionsOf, servicesOf, specialFactorsOf } from "./model";
import { createProse, readLatest } from "./prose";

/** A row without what belongs to the row it was copied from. */
function contentOf<Row extends { _id: unknown; _creationTime: number; iepId: Id<"ieps"> }>(row: Row) {
  const { _id, _creationTime, iepId, ...content } = row;
  return content;
}

/**
 * Fills an amendment with all that the plan in effect says. Its goals go on with the former goals' measurements.
 * The amendment's sections exist already, without texts.
 */
export async function copyContents(
  ctx: StudentMutationCtx,
  fromId: Id<"ieps">,
  toId: Id<"ieps">,
): Promise<void> {
  const written = await sectionsOf(ctx, fromId);
  for (const section of await sectionsOf(ctx, toId)) {
    const source = written.find(({ kind }) => kind === section.kind);
    await createProse(ctx, section._id, source && (await readLatest(ctx, source._id)).doc);
    if (source) await ctx.db.patch("sections", section._id, { state: source.state });
  }
  for (const goal of await goalsOf(ctx, fromId)) {
    if (goal.isActive) await ctx.db.insert("goals", continued(goal, toId));
  }
  for (const row of await servicesOf(ctx, fromId)) {
    await ctx.db.insert("services", { ...contentOf(row), iepId: toId });
  }
  for (const row of await accommodationsOf(ctx, fromId)) {
    await ctx.db.insert("accommodations", { ...contentOf(row), iepId: toId });
  }
  for (const row of await specialFactorsOf(ctx, fromId)) {
    await ctx.db.insert("specialFactors", { ...contentOf(row), iepId: toId });
  }
}

function continued(goal: Doc<"goals">, iepId: Id<"ieps">) {
  return { ...contentOf(goal), iepId, continuesId: goal.continuesId ?? goal._id };
}
