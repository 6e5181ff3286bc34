import type { OrganizationQueryCtx } from "../functions";
import { termsOf } from "../organizations/model";
import { settingsOf } from "../organizations/rules/settings";
import type { Term } from "./rules/periods";

/** When school years begin here, and the terms that the organization keeps. */
export async function calendarOf(
  ctx: Pick<OrganizationQueryCtx, "db" | "organization">,
): Promise<{ yearStartsOn: string; terms: Term[] }> {
  const { schoolYearStartsOn: yearStartsOn } = settingsOf(ctx.organization);
  return { yearStartsOn, terms: await termsOf(ctx, ctx.organization._id) };
}
