import type { Doc } from "../../_generated/dataModel";
import { civilDayAt } from "../../dates";
import type { StudentQueryCtx } from "../../functions";
import { plansKnownTo } from "../../students/circle";
import { nextOf, type Placed, type Source } from "../source";

/** Plans, as far as the reader may know of them; written down when they are started. */

export const planEnded: Source = plans((plan, { today }) => {
  if (plan.status !== "superseded" && plan.status !== "expired") return null;
  const on = plan.supersededOn ?? plan.endsOn;
  return on <= today ? { on, kind: "planEnded" } : null;
});

export const planInEffect: Source = plans((plan) =>
  plan.putInEffectAt === undefined ? null : { on: plan.startsOn, kind: "planInEffect" },
);

export const planStarted: Source = plans((plan, { audience, organization }) =>
  audience === "family"
    ? null
    : { on: civilDayAt(plan._creationTime, organization.timeZone), kind: "planStarted" },
);

type Told = Pick<Placed, "on" | "kind"> | null;

function plans(tell: (plan: Doc<"ieps">, ctx: StudentQueryCtx) => Told): Source {
  return {
    group: "plans",
    read: async (ctx, after, limit) => {
      const events = (await plansKnownTo(ctx)).flatMap((plan): Placed[] => {
        const told = tell(plan, ctx);
        if (!told) return [];
        const about = { title: plan.title, status: plan.status };
        const row = { key: `${plan._id}:${told.kind}`, written: plan._creationTime, iepId: plan._id };
        return [{ ...row, ...told, group: "plans", about }];
      });
      return nextOf(events, after, limit);
    },
  };
}
