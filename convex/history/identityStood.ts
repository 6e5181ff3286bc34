import { type Infer, v } from "convex/values";
import type { StudentQueryCtx } from "../functions";
import { originOf } from "../students/origins";
import { fullName } from "../students/rules";
import { partAsKnownAt, partOn } from "../students/versions";
import { civilDay } from "../values";

/** The number of the record that said so, when that has become part of this one; else null. */
export const saidBy = { from: v.union(v.string(), v.null()) };

export const stoodIdentity = v.object({
  name: v.string(),
  birthOn: civilDay,
  studentNumber: v.string(),
  ...saidBy,
});

/**
 * Who the child was on record: on a day by what is known now, or as it was written at an instant (`evening`).
 * Null before the first version of the record.
 */
export async function identityStood(
  ctx: StudentQueryCtx,
  on: string,
  evening: number | null,
): Promise<Infer<typeof stoodIdentity> | null> {
  const studentId = ctx.student._id;
  const stood =
    evening === null
      ? await partOn(ctx, studentId, on, "identity")
      : await partAsKnownAt(ctx, studentId, evening, "identity");
  if (!stood) return null;
  const { snapshot: identity, mergeId } = stood;
  const text = (name: string) => (typeof identity[name] === "string" ? identity[name] : "");
  const named = {
    firstName: text("firstName"),
    lastName: text("lastName"),
    preferredName: text("preferredName"),
  };
  return {
    name: fullName(named),
    birthOn: text("birthOn"),
    studentNumber: text("studentNumber"),
    from: await originOf(ctx, mergeId),
  };
}
