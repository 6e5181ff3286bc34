import { v } from "convex/values";
import { requireRow } from "../access/load";
import { requireEvidence } from "../documents/model";
import { problem } from "../errors";
import { studentMutation } from "../functions";
import { endPlanInEffect } from "../ieps/ending";
import { openFollowUpsOf } from "./recording";

/**
 * Says that a step after a withdrawal of services is done: first the prior written notice, then the services stop,
 * and with them the plan in effect ends today (34 CFR 300.300(b)(4)(i)).
 * @throws services_notice_first, request_closed when it was done already
 */
export const complete = studentMutation({
  can: "consent.record",
  args: {
    followUpId: v.id("consentFollowUps"),
    evidenceDocumentIds: v.optional(v.array(v.id("documents"))),
  },
  returns: v.null(),
  handler: async (ctx, { followUpId, evidenceDocumentIds = [] }) => {
    const followUp = await requireRow(ctx, "consentFollowUps", followUpId);
    if (followUp.doneOn !== undefined) throw problem("request_closed");
    await requireEvidence(ctx, evidenceDocumentIds);
    if (followUp.step === "stopServices") {
      const open = await openFollowUpsOf(ctx);
      const isNoticeDue = open.some(
        ({ step, consentId }) => step === "priorWrittenNotice" && consentId === followUp.consentId,
      );
      if (isNoticeDue) throw problem("services_notice_first");
      await endPlanInEffect(ctx);
    }
    const done = { doneOn: ctx.today, doneBy: ctx.person._id, evidenceDocumentIds };
    await ctx.db.patch("consentFollowUps", followUpId, done);
    ctx.note(`follow-up ${followUpId}: ${followUp.step}`);
    return null;
  },
});
