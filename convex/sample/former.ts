import type { SampleChild, SamplePlan } from "./child";

/** A plan is reviewed within a year (34 CFR 300.324(b)(1)(i)). */
const YEAR = 365;

/**
 * The plan of the year before the one in effect, so that last year's count has something to count: one goal that
 * nobody measures any more, and what it took. Null for a child whose plan is the first, and for one with a story.
 */
export function formerPlan({ plans, story, isNewlyEligible }: SampleChild): SamplePlan | null {
  const plan = plans.find(({ status }) => status === "inEffect");
  if (!plan || story || isNewlyEligible) return null;
  const before = (days: number) => ({ startsIn: plan.startsIn - days, meetingIn: plan.startsIn - days - 5 });
  return {
    ...plan,
    ...before(YEAR),
    title: "Annual plan of the year before",
    shared: false,
    goals: plan.goals.slice(0, 1).map((goal) => ({
      ...goal,
      baseline: { ...goal.baseline, daysAgo: goal.baseline.daysAgo + YEAR },
      series: [],
    })),
    services: plan.services.slice(0, 1),
  };
}

/** Two whom nobody has looked up at the state yet: the count's check list says so. */
const withoutStateNumber: readonly string[] = ["WC-2052", "WC-1203"];

/** The number that the state gave a child who has been counted before; in its form, and plainly invented. */
export function stateNumberOf(child: SampleChild): string | null {
  const isCounted = formerPlan(child) !== null && !withoutStateNumber.includes(child.number);
  return isCounted ? `CO-000000${child.number.replace(/\D/g, "")}` : null;
}

/** The first day of the first plan that took effect, counted from today; null where none has. */
export function firstPlanIn(child: SampleChild): number | null {
  const plan = formerPlan(child) ?? child.plans.find(({ status }) => status === "inEffect");
  return plan?.startsIn ?? null;
}
