import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import { requireRow } from "../access/load";
import { studentMutation, studentQuery } from "../functions";
import { jurisdiction } from "../organizations/schema";
import { findNamed } from "../people/model";
import { originsIn } from "../students/origins";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { recordDisclosure } from "./model";
import { strikingInput } from "./rules";
import { legalGround, onwardRecipient, recordType } from "./schema";

const presented = v.object({
  disclosureId: v.id("disclosures"),
  recipient: v.string(),
  purpose: v.string(),
  ground: legalGround,
  authority: v.string(),
  recordTypes: v.array(recordType),
  disclosedOn: civilDay,
  onwardTo: v.array(onwardRecipient),
  isRequiredByLaw: v.boolean(),
  recordedByName: v.union(v.string(), v.null()),
  recordedAt: v.number(),
  struck: v.union(v.null(), v.object({ at: v.number(), reason: v.string() })),
  /** For the team: the number of the record in which it was written, where that has become part of this one. */
  from: v.union(v.string(), v.null()),
});

/** To whom outside the record went, the latest first. The family reads the same list as the team. */
export const list = studentQuery({
  can: "access.read",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(presented),
  handler: async (ctx, { studentId, paginationOpts }) => {
    const found = await ctx.db
      .query("disclosures")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .order("desc")
      .paginate(paginationOpts);
    const origin = ctx.audience === "team" ? await originsIn(ctx, studentId) : null;
    const page = [];
    for (const row of found.page) {
      page.push({
        disclosureId: row._id,
        recipient: row.recipient,
        purpose: row.purpose,
        ground: row.ground,
        authority: row.authority,
        recordTypes: row.recordTypes,
        disclosedOn: row.disclosedOn,
        onwardTo: row.onwardTo,
        isRequiredByLaw: row.isRequiredByLaw,
        recordedByName: (await findNamed(ctx, row.recordedBy))?.name ?? null,
        recordedAt: row.recordedAt,
        struck: row.struckAt === undefined ? null : { at: row.struckAt, reason: row.struckReason ?? "" },
        from: origin && (await origin(row._id)),
      });
    }
    return { ...found, page };
  },
});

/** Where the law of the child's organization is from: which grounds the form offers. */
export const groundsFor = studentQuery({
  can: "disclosures.record",
  args: {},
  returns: jurisdiction,
  handler: (ctx) => ctx.organization.jurisdiction,
});

/** Writes down a disclosure that happened outside this system. The day may not be in the future. */
export const record = studentMutation({
  can: "disclosures.record",
  args: {
    recipient: v.string(),
    purpose: v.string(),
    ground: legalGround,
    authority: v.string(),
    recordTypes: v.array(recordType),
    disclosedOn: civilDay,
    onwardTo: v.optional(v.array(onwardRecipient)),
  },
  returns: v.id("disclosures"),
  handler: async (ctx, { studentId: _, ...disclosure }) => {
    const disclosureId = await recordDisclosure(ctx, disclosure);
    ctx.note(`disclosure ${disclosureId}, ground ${disclosure.ground}`);
    return disclosureId;
  },
});

/** Strikes a mistaken entry through; it stays readable, with the reason. Striking twice changes nothing. */
export const strike = studentMutation({
  can: "disclosures.record",
  args: { disclosureId: v.id("disclosures"), reason: v.string() },
  returns: v.null(),
  handler: async (ctx, { disclosureId, reason }) => {
    const row = await requireRow(ctx, "disclosures", disclosureId);
    const struckReason = accepted(strikingInput, reason, "reason");
    if (row.struckAt !== undefined) return null;
    const struckBy = ctx.person._id;
    await ctx.db.patch("disclosures", disclosureId, { struckAt: Date.now(), struckBy, struckReason });
    return null;
  },
});
