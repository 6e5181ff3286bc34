import type { Doc, Id } from "../_generated/dataModel";
import { allows, consentStanding } from "../consent/model";
import type { QueryCtx, StudentMutationCtx } from "../functions";
import { alert, mailAbout } from "../notifications/model";
import { placeOf } from "../notifications/rules/places";

type InChild = Pick<StudentMutationCtx, "db" | "scheduler" | "student" | "organization" | "today">;

const FEW = 20;

/** The language in which a guardian is written to about this child; their own where no guardianship says so. */
export async function languageOf(
  ctx: { db: Pick<QueryCtx["db"], "query">; student: Doc<"students"> },
  person: Pick<Doc<"people">, "_id" | "locale">,
): Promise<string> {
  const guardianships = await ctx.db
    .query("guardianships")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", ctx.student._id).eq("personId", person._id))
    .order("desc")
    .take(FEW);
  return guardianships[0]?.language ?? person.locale;
}

/**
 * Tells somebody of the family at once; and by mail, if the family agreed to electronic delivery (34 CFR 300.505).
 * The mail says that there is something to read, and neither of which child nor what.
 */
export async function tellFamily(
  ctx: InChild,
  personId: Id<"people">,
  kind: "consentAsked" | "recordRequestAnswered",
): Promise<void> {
  const { organization, student } = ctx;
  await alert(ctx, { organizationId: organization._id, personId, kind, studentId: student._id });
  const person = await ctx.db.get("people", personId);
  if (person?.authUserId === undefined) return;
  if (!allows(await consentStanding(ctx, "electronicDelivery"))) return;
  const locale = await languageOf(ctx, person);
  const place = placeOf({ kind, studentId: student._id, audience: "family" });
  const about = { place, studentId: student._id };
  await mailAbout(ctx, { organization, template: kind, person, locale, ...about });
}
