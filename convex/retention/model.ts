import type { Doc, Id } from "../_generated/dataModel";
import type { CivilDay } from "../dates";
import { problem } from "../errors";
import type { QueryCtx } from "../functions";
import { findPlanInEffect } from "../ieps/model";
import { birthOnOf } from "../students/identity";
import { dueOn, type RecordKind, type Rule, usualRule } from "./rules/schedule";

type Reads = Pick<QueryCtx, "db">;

/** Proposals of one child over the years. */
const MANY = 100;

/** How long the organization keeps a kind of record: its own rule, or what is usual where it is. */
export async function ruleOf(
  ctx: Reads,
  organization: Doc<"organizations">,
  kind: RecordKind,
): Promise<Rule & { isOwn: boolean }> {
  const usual = usualRule(organization.jurisdiction, kind);
  const own = await ctx.db
    .query("retentionRules")
    .withIndex("by_organization", (q) => q.eq("organizationId", organization._id).eq("recordKind", kind))
    .unique();
  return own ? { ...usual, years: own.years, from: own.from, isOwn: true } : { ...usual, isOwn: false };
}

export async function proposalsOf(ctx: Reads, studentId: Id<"students">) {
  return await ctx.db
    .query("retentionProposals")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .take(MANY);
}

/** Whether something is still to be decided or done about a proposal. */
export const isOpen = ({ status }: Pick<Doc<"retentionProposals">, "status">): boolean =>
  status === "proposed" || status === "noticed" || status === "confirmed" || status === "held";

/** The last day at school, or null when none is known. */
export async function leftOn(ctx: Reads, student: Doc<"students">): Promise<CivilDay | null> {
  const spells = await ctx.db
    .query("enrolments")
    .withIndex("by_student", (q) => q.eq("studentId", student._id))
    .order("desc")
    .take(MANY);
  const standing = spells.filter(({ supersededAt }) => supersededAt === undefined);
  if (standing.some(({ endsOn }) => endsOn === undefined)) return null;
  return (
    standing
      .map(({ endsOn = "" }) => endsOn)
      .sort()
      .pop() ?? null
  );
}

/** Whether a legal matter holds anything of the child's record. */
async function isHeld(ctx: Reads, studentId: Id<"students">): Promise<boolean> {
  return (await proposalsOf(ctx, studentId)).some(({ status }) => status === "held");
}

/** Whether somebody has asked to see the record and has not been answered (34 CFR 99.10(e)). */
async function isAwaited(ctx: Reads, studentId: Id<"students">): Promise<boolean> {
  const requests = await ctx.db
    .query("recordRequests")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .order("desc")
    .take(MANY);
  return requests.some(({ status }) => status === "open");
}

/** Whether nothing of the record may be destroyed for now: a court or a family still waits for it. */
export async function isNeededToAnswer(ctx: Reads, studentId: Id<"students">): Promise<boolean> {
  return (await isHeld(ctx, studentId)) || (await isAwaited(ctx, studentId));
}

/**
 * Throws unless the record may be destroyed now: it is no longer needed to educate the child (34 CFR 300.624(a)),
 * nothing holds it, nobody waits to see it (34 CFR 99.10(e)), the schedule still says so where it was the reason, and
 * the parents were told in time.
 */
export async function requireDestroyable(
  ctx: Deciding,
  proposal: Doc<"retentionProposals">,
): Promise<Doc<"students">> {
  const student = await ctx.db.get("students", proposal.studentId);
  if (!student) throw problem("not_found");
  if (await isHeld(ctx, student._id)) throw problem("record_held");
  if (student.enrolmentStatus === "active" || (await findPlanInEffect(ctx, student._id))) {
    throw problem("record_still_needed");
  }
  if (proposal.reason === "schedule") await requireDue(ctx, proposal, student);
  if (await isAwaited(ctx, student._id)) throw problem("request_unanswered");
  if (proposal.reason !== "familyAsked" && proposal.noticeOn === undefined) throw problem("notice_first");
  const { notBefore = "" } = proposal;
  if (notBefore > ctx.today) throw problem("waiting_period", { params: { notBefore } });
  return student;
}

type Deciding = Reads & { today: CivilDay; organization: Doc<"organizations"> };

/** The schedule was changed since it proposed this, or the child came back for a time and left again. */
async function requireDue(
  ctx: Deciding,
  { recordKind }: Doc<"retentionProposals">,
  student: Doc<"students">,
) {
  const rule = await ruleOf(ctx, ctx.organization, recordKind);
  const day = dueOn(rule, { birthOn: birthOnOf(student), leftOn: await leftOn(ctx, student) });
  if (day === null) throw problem("record_still_needed");
  if (day > ctx.today) throw problem("not_due_any_more", { params: { dueOn: day } });
}
