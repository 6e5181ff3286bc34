import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { type StudentQueryCtx, studentQuery } from "../functions";
import { findNamed, presentedPerson } from "../people/model";
import { civilDay } from "../values";
import { hasHealthOpen } from "./health";
import { originOf } from "./origins";
import { recordPart } from "./recordSchema";
import { snapshotOf } from "./versions";

const listed = v.object({
  versionId: v.id("recordVersions"),
  part: recordPart,
  isCorrection: v.boolean(),
  isFirst: v.boolean(),
  holdsFrom: civilDay,
  recordedAt: v.number(),
  recordedBy: v.union(presentedPerson, v.null()),
  /** The number of the record in which it was written, when that has become part of this one. */
  from: v.union(v.string(), v.null()),
  fields: v.array(v.string()),
  /** Each field before and after, in the shape it is stored in; null where the reader may not see them. */
  changes: v.union(v.null(), v.array(v.object({ field: v.string(), before: v.any(), after: v.any() }))),
});

/** Changes written in one instant: the record and its correction, at most a few. */
const AT_ONCE = 5;

/** Who changed what in the record and when, newest first. What is medical shows its contents once it is opened. */
export const list = studentQuery({
  can: "students.readProfile",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(listed),
  handler: async (ctx, { studentId, paginationOpts }) => {
    const found = await ctx.db
      .query("recordVersions")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .order("desc")
      .paginate(paginationOpts);
    const seesHealth = await hasHealthOpen(ctx);
    const page = await Promise.all(
      found.page.map(async (version) => {
        const before = await findBefore(ctx, version);
        const isShown = version.part !== "health" || seesHealth;
        return {
          versionId: version._id,
          part: version.part,
          isCorrection: version.isCorrection,
          isFirst: before === null,
          holdsFrom: version.holdsFrom,
          recordedAt: version.recordedAt,
          recordedBy: await findNamed(ctx, version.recordedBy),
          from: await originOf(ctx, version.mergeId),
          fields: version.fields,
          changes: isShown ? changesBetween(before, version) : null,
        };
      }),
    );
    return { ...found, page };
  },
});

async function findBefore(
  ctx: Pick<StudentQueryCtx, "db">,
  version: Doc<"recordVersions">,
): Promise<Doc<"recordVersions"> | null> {
  const rows = await ctx.db
    .query("recordVersions")
    .withIndex("by_student_and_part", (q) =>
      q
        .eq("studentId", version.studentId)
        .eq("part", version.part)
        .eq("mergeId", version.mergeId)
        .lte("recordedAt", version.recordedAt),
    )
    .order("desc")
    .take(AT_ONCE);
  return rows[rows.findIndex(({ _id }) => _id === version._id) + 1] ?? null;
}

function changesBetween(before: Doc<"recordVersions"> | null, version: Doc<"recordVersions">) {
  const [was, is] = [before ? snapshotOf(before) : {}, snapshotOf(version)];
  return version.fields.map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }));
}
