import { type Infer, v } from "convex/values";
import type { StudentQueryCtx } from "../functions";
import { fullName } from "../students/rules";
import { partsAsKnownAt, partsOn } from "../students/versions";
import { civilDay } from "../values";

export const stoodIdentity = v.object({ name: v.string(), birthOn: civilDay, studentNumber: v.string() });

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
  const { identity } =
    evening === null
      ? await partsOn(ctx, studentId, on, ["identity"])
      : await partsAsKnownAt(ctx, studentId, evening, ["identity"]);
  if (!identity) return null;
  const text = (name: string) => (typeof identity[name] === "string" ? identity[name] : "");
  const named = {
    firstName: text("firstName"),
    lastName: text("lastName"),
    preferredName: text("preferredName"),
  };
  return { name: fullName(named), birthOn: text("birthOn"), studentNumber: text("studentNumber") };
}
