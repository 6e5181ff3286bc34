import { addDays, type CivilDay, isWithin } from "../../dates";
import { merged, movementIn, type Span, touches } from "./spans";

/** What a report needs to know about one child; loaded by reports/facts.ts. */
export type Facts = {
  episodes: readonly (Span & { kind: string })[];
  needs: readonly (Span & { code: string; rank: number })[];
  plans: readonly PlanFacts[];
};

/** A plan that has taken effect, with the last day on which it was in effect. */
export type PlanFacts = Span & { endsOn: CivilDay; isAmended: boolean };

/** The statuses that are special educational needs, strongest first, and Section 504 after them. */
export const strength = ["ehcPlan", "ideaEligible", "senSupport", "section504"] as const;
/** Section 504 protects, and is not special education. */
const SEN: readonly string[] = ["ehcPlan", "ideaEligible", "senSupport"];

/** How often each key is to be counted for one child. */
export type Tally = Map<string, number>;

const one = (keys: Iterable<string>): Tally => new Map([...new Set(keys)].map((key) => [key, 1]));

/** The strongest status on a day, or "none". */
export function statusOn(facts: Pick<Facts, "episodes">, day: CivilDay): string {
  return (
    strength.find((kind) => facts.episodes.some((row) => row.kind === kind && isWithin(day, row))) ?? "none"
  );
}

/** The need of rank 1 on a day, or "none". */
export function needOn(facts: Pick<Facts, "needs">, day: CivilDay): string {
  return facts.needs.find((need) => need.rank === 1 && isWithin(day, need))?.code ?? "none";
}

export function hasPlanOn(facts: Pick<Facts, "plans">, day: CivilDay): boolean {
  return facts.plans.some((plan) => isWithin(day, plan));
}

/**
 * Where the child stands on the last day ("on/status/need/plan"), and every status and need that they had on any
 * day of the span ("during/status/need", once each, with the primary need of the last day they had it).
 */
export function distribution(facts: Facts, { from, to }: { from: CivilDay; to: CivilDay }): Tally {
  const plan = hasPlanOn(facts, to) ? "plan" : "noPlan";
  const keys = [`on/${statusOn(facts, to)}/${needOn(facts, to)}/${plan}`];
  for (const kind of strength) {
    const held = facts.episodes.filter((row) => row.kind === kind && touches(row, { from, to }));
    if (held.length === 0) continue;
    const last = held.map(({ endsOn }) => (endsOn === undefined || endsOn > to ? to : endsOn)).sort();
    keys.push(`during/${kind}/${needOn(facts, last[last.length - 1] ?? to)}`);
  }
  return one(keys);
}

/** The lines that entries and exits are counted along: SEN as a whole, each status, and having a plan. */
export const lines = ["sen", ...strength, "plan"] as const;
export type Line = (typeof lines)[number];

/** The stretches of one line, merged. */
export function spansOf(facts: Facts, line: Line): Span[] {
  if (line === "plan") return merged(facts.plans);
  const kinds = line === "sen" ? SEN : [line];
  return merged(facts.episodes.filter(({ kind }) => kinds.includes(kind)));
}

export const periodKey = ({ from, to }: { from: CivilDay; to: CivilDay }) => `${from}..${to}`;

/** A stay in days, to the day for three months, to the week for two years, to thirty days after: enough for a median. */
export function roundedStay(days: number): number {
  if (days < 90) return days;
  const unit = days < 730 ? 7 : 30;
  return Math.round(days / unit) * unit;
}

/** Entries, exits and stays, period by period: "period/line/entered", "period/line/stay/days". */
export function movement(facts: Facts, periods: readonly { from: CivilDay; to: CivilDay }[]): Tally {
  const tally: Tally = new Map();
  const add = (key: string, n: number) => {
    if (n > 0) tally.set(key, (tally.get(key) ?? 0) + n);
  };
  for (const line of lines) {
    const spans = spansOf(facts, line);
    if (spans.length === 0) continue;
    for (const period of periods) {
      const { stays, ...counts } = movementIn(spans, period);
      const base = `${periodKey(period)}/${line}`;
      for (const [what, n] of Object.entries(counts)) add(`${base}/${what}`, n);
      for (const days of stays) add(`${base}/stay/${roundedStay(days)}`, 1);
    }
  }
  return tally;
}

/** Whether a plan is active on the last day of the span, closed within it, or neither. */
export function planIs(plan: PlanFacts, { from, to }: { from: CivilDay; to: CivilDay }) {
  if (isWithin(to, plan)) return "active";
  const closes = !plan.isAmended && from <= plan.endsOn && plan.endsOn < to;
  return closes ? "closed" : null;
}

/** The last day on which a plan was in effect: its own, or the one before the next plan took over. */
export function lastDayOf(plan: { endsOn: CivilDay; supersededOn?: CivilDay | undefined }): CivilDay {
  if (plan.supersededOn === undefined) return plan.endsOn;
  const before = addDays(plan.supersededOn, -1);
  return before < plan.endsOn ? before : plan.endsOn;
}
