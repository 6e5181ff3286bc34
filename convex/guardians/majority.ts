import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { addDays, isWithin } from "../dates";
import { requireEvidence } from "../documents/model";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation } from "../functions";
import { civilDay } from "../values";
import { isOfAge, requireNoticeDue, rightsPassedTo } from "./model";
import { majorityNoticeKind } from "./schema";

/**
 * Records a notice that was given in person: that the student was told, not later than a year before, which rights
 * will be theirs (34 CFR 300.320(c)), or that student and parents were told that they are now (34 CFR 300.520(a)(3)).
 * @throws day_in_future, notice_not_due, notice_too_late, not_of_age (givenOn)
 */
export const giveNotice = studentMutation({
  can: "consent.record",
  args: { kind: majorityNoticeKind, givenOn: v.optional(civilDay) },
  returns: v.id("majorityNotices"),
  handler: async (ctx, { kind, givenOn = ctx.today }) => {
    if (givenOn > ctx.today) throw problem("day_in_future", { field: "givenOn" });
    requireNoticeDue(ctx, { kind, day: givenOn, field: "givenOn" });
    const said = { kind, givenOn, recordedAt: Date.now(), recordedBy: ctx.person._id };
    const noticeId = await ctx.db.insert("majorityNotices", { ...ctx.compartment, ...said });
    ctx.note(`notice ${noticeId}: ${kind}`);
    return noticeId;
  },
});

/**
 * Records why a guardian goes on seeing a grown student's record: they claim the student as a dependent for tax
 * (34 CFR 99.31(a)(8)), or a court made them guardian of an adult; or that the ground is gone. The student's own
 * agreement is theirs to give: `agree`.
 * @throws not_of_age, invalid (ground) for a dependent outside of the United States, evidence_needed for a court's
 * appointment without its paper
 */
export const setGround = studentMutation({
  can: "consent.record",
  args: {
    guardianshipId: v.id("guardianships"),
    ground: v.union(v.literal("dependentForTax"), v.literal("courtAppointed")),
    isHeld: v.boolean(),
    /** The court's paper. */
    evidenceDocumentIds: v.optional(v.array(v.id("documents"))),
  },
  returns: v.null(),
  handler: async (ctx, { guardianshipId, ground, isHeld, evidenceDocumentIds: papers = [] }) => {
    await requireRow(ctx, "guardianships", guardianshipId);
    requireOfAge(ctx);
    // A law of the United States: in England being a dependent opens nothing.
    if (ground === "dependentForTax" && ctx.organization.jurisdiction !== "us-federal")
      throw problem("invalid", { field: "ground" });
    await requireEvidence(ctx, papers);
    if (isHeld && ground === "courtAppointed" && papers.length === 0)
      throw problem("evidence_needed", { field: "evidenceDocumentIds" });
    await keepGround(ctx, guardianshipId, ground, isHeld, papers);
    return null;
  },
});

/**
 * The grown student lets a guardian go on seeing the record, or no longer.
 * @throws not_allowed; not_of_age while guardians read without being asked for
 */
export const agree = studentMutation({
  can: "consent.decide",
  args: { guardianshipId: v.id("guardianships"), agrees: v.boolean() },
  returns: v.null(),
  handler: async (ctx, { guardianshipId, agrees }) => {
    if (!ctx.relation.isTheStudent) throw problem("not_allowed");
    if (!rightsPassedTo(ctx.student, ctx.organization, ctx.today).includes("see"))
      throw problem("not_of_age");
    await keepGround(ctx, guardianshipId, "studentAgreed", agrees);
    return null;
  },
});

function requireOfAge(ctx: StudentMutationCtx): void {
  if (!isOfAge(ctx.student, ctx.organization, ctx.today)) throw problem("not_of_age");
}

async function keepGround(
  ctx: StudentMutationCtx,
  guardianshipId: Id<"guardianships">,
  ground: Doc<"guardianships">["adultGrounds"][number]["ground"],
  isHeld: boolean,
  papers: Id<"documents">[] = [],
): Promise<void> {
  const { adultGrounds } = await requireRow(ctx, "guardianships", guardianshipId);
  const isHeldNow = adultGrounds.some((held) => held.ground === ground && isWithin(ctx.today, held));
  if (isHeldNow === isHeld) return;
  const yesterday = addDays(ctx.today, -1);
  const kept = isHeld
    ? [
        ...adultGrounds,
        {
          ...{ ground, startsOn: ctx.today, recordedBy: ctx.person._id },
          ...(papers.length > 0 && { evidenceDocumentIds: papers }),
        },
      ]
    : adultGrounds.flatMap((held) => {
        if (held.ground !== ground || !isWithin(ctx.today, held)) return [held];
        return held.startsOn > yesterday ? [] : [{ ...held, endsOn: yesterday }];
      });
  await ctx.db.patch("guardianships", guardianshipId, { adultGrounds: kept });
  ctx.note(`guardianship ${guardianshipId}: ${ground} ${isHeld ? "begins" : "ends"}`);
}
