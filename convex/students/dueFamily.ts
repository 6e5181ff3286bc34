import type { Doc } from "../_generated/dataModel";
import { openFollowUpsOf } from "../consent/recording";
import type { OrganizationQueryCtx } from "../functions";
import { majorityRuleOf } from "../guardians/model";
import { comesOfAgeOn, explainDueFrom, explainRightsFrom } from "../guardians/rules";
import { birthOnOf } from "./identity";

export type FamilyDue = { kind: "withdrawal" | "explainRights" | "transferRights"; dueOn: string };

const MOST_NOTICES = 20;

/**
 * What is due because a family took its consent to services back, and because a student comes of age: telling them
 * a year before (34 CFR 300.320(c)), and everybody on the day (300.520).
 */
export async function dueAboutFamily(
  ctx: Pick<OrganizationQueryCtx, "db" | "organization" | "today">,
  student: Doc<"students">,
): Promise<FamilyDue[]> {
  const [followUp] = await openFollowUpsOf({ db: ctx.db, student });
  const found: FamilyDue[] = followUp ? [{ kind: "withdrawal", dueOn: followUp.openedOn }] : [];
  const rule = majorityRuleOf(ctx.organization);
  const birthOn = birthOnOf(student);
  const explainOn = explainRightsFrom(birthOn, rule);
  if (ctx.today < explainDueFrom(explainOn)) return found;
  const notices = await ctx.db
    .query("majorityNotices")
    .withIndex("by_student", (q) => q.eq("studentId", student._id))
    .take(MOST_NOTICES);
  const said = (kind: Doc<"majorityNotices">["kind"]) => notices.some((notice) => notice.kind === kind);
  const ofAgeOn = comesOfAgeOn(birthOn, rule);
  if (ctx.today < ofAgeOn && !said("rightsExplained"))
    found.push({ kind: "explainRights", dueOn: explainOn });
  if (ctx.today >= ofAgeOn && !said("rightsTransferred"))
    found.push({ kind: "transferRights", dueOn: ofAgeOn });
  return found;
}
