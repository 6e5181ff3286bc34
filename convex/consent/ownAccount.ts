import type { Doc } from "../_generated/dataModel";
import { ageOn } from "../dates";
import type { QueryCtx } from "../functions";
import { birthOnOf } from "../students/identity";
import { allows, consentStanding } from "./model";
import type { ConsentKind } from "./rules/kinds";

/** From this birthday on, a child may use an account of their own without a parent's consent (16 CFR 312.2). */
const OWN_ACCOUNT_AGE = 13;

/** Whether the family is asked at all before the student has an account. Says no more of the birth date than that. */
function isUnderAccountAge(student: Doc<"students">, today: string): boolean {
  return ageOn(birthOnOf(student), today) < OWN_ACCOUNT_AGE;
}

/** Whether a consent is asked for of this child today. */
export function isOffered(
  { student, today }: { student: Doc<"students">; today: string },
  kind: ConsentKind,
): boolean {
  return kind !== "under13Use" || isUnderAccountAge(student, today);
}

/** Whether the student's own account may be used today: under thirteen, only while a parent agrees. */
export async function mayUseOwnAccount(
  ctx: Pick<QueryCtx, "db">,
  student: Doc<"students">,
  organization: Doc<"organizations">,
  today: string,
): Promise<boolean> {
  if (!isUnderAccountAge(student, today)) return true;
  return allows(await consentStanding({ db: ctx.db, student, organization, today }, "under13Use"));
}
