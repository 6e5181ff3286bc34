import { v } from "convex/values";
import { requireRow } from "../access/load";
import { daysBetween } from "../dates";
import { recordDisclosure } from "../disclosures/model";
import { transferAuthority } from "../disclosures/rules";
import { studentMutation, studentQuery } from "../functions";
import { findNamed } from "../people/model";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { leave } from "./archiving";
import { arrivalInput, departureInput, recordsInput } from "./rules/transfer";

const listed = v.object({
  transferId: v.id("transfers"),
  direction: v.union(v.literal("in"), v.literal("out")),
  place: v.string(),
  movedOn: civilDay,
  reason: v.union(v.string(), v.null()),
  comparableServices: v.union(v.string(), v.null()),
  consultedOn: v.union(civilDay, v.null()),
  recordsRequestedOn: v.union(civilDay, v.null()),
  recordsReceivedOn: v.union(civilDay, v.null()),
  /** Days since the other school was asked for its record, while it has not come. */
  daysWaiting: v.union(v.number(), v.null()),
  recordsSentOn: v.union(civilDay, v.null()),
  recordsSent: v.union(v.string(), v.null()),
  recordedAt: v.number(),
  recordedBy: v.union(v.string(), v.null()),
});

/** Nobody changes schools this often. */
const MOST_TRANSFERS = 50;

/** Where the child came from and went to outside the organization, newest first. */
export const list = studentQuery({
  can: "students.readProfile",
  args: {},
  returns: v.array(listed),
  handler: async (ctx, { studentId }) => {
    const rows = await ctx.db
      .query("transfers")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .order("desc")
      .take(MOST_TRANSFERS);
    return await Promise.all(
      rows.map(async (row) => ({
        transferId: row._id,
        direction: row.direction,
        place: row.place,
        movedOn: row.movedOn,
        reason: row.reason ?? null,
        comparableServices: row.comparableServices ?? null,
        consultedOn: row.consultedOn ?? null,
        recordsRequestedOn: row.recordsRequestedOn ?? null,
        recordsReceivedOn: row.recordsReceivedOn ?? null,
        daysWaiting:
          row.recordsRequestedOn === undefined || row.recordsReceivedOn !== undefined
            ? null
            : daysBetween(row.recordsRequestedOn, ctx.today),
        recordsSentOn: row.recordsSentOn ?? null,
        recordsSent: row.recordsSent ?? null,
        recordedAt: row.recordedAt,
        recordedBy: (await findNamed(ctx, row.recordedBy))?.name ?? null,
      })),
    );
  },
});

/**
 * Records where a child came from in the middle of a plan. Until there is a plan here, the child gets services
 * comparable to those of the other school's plan, in consultation with the parents (34 CFR 300.323(e), (f)); the
 * other school is asked for its record promptly (300.323(g)).
 * @throws required, too_long, not_a_day
 */
export const recordArrival = studentMutation({
  can: "students.transfer",
  args: {
    place: v.string(),
    movedOn: civilDay,
    reason: v.string(),
    comparableServices: v.optional(v.string()),
    consultedOn: v.optional(civilDay),
    recordsRequestedOn: v.optional(civilDay),
  },
  returns: v.id("transfers"),
  handler: async (ctx, { studentId: _studentId, ...typed }) => {
    const transferId = await ctx.db.insert("transfers", {
      ...ctx.compartment,
      direction: "in",
      ...withoutBlanks(accepted(arrivalInput, typed)),
      recordedAt: Date.now(),
      recordedBy: ctx.person._id,
    });
    ctx.note(`transfer ${transferId}: came in`);
    return transferId;
  },
});

/** Notes when the other school was asked for its record, when it came, and what was agreed meanwhile. */
export const noteRecords = studentMutation({
  can: "students.transfer",
  args: {
    transferId: v.id("transfers"),
    recordsRequestedOn: v.optional(civilDay),
    recordsReceivedOn: v.optional(civilDay),
    comparableServices: v.optional(v.string()),
    consultedOn: v.optional(civilDay),
  },
  returns: v.null(),
  handler: async (ctx, { studentId: _studentId, transferId, ...typed }) => {
    await requireRow(ctx, "transfers", transferId);
    const noted = withoutBlanks(accepted(recordsInput, typed));
    await ctx.db.patch("transfers", transferId, noted);
    ctx.note(`transfer ${transferId}: ${Object.keys(noted).join(", ")}`);
    return null;
  },
});

/**
 * Records that the child goes to a school outside the organization: the enrolment ends, and the access of the team.
 * @throws not_enrolled, required, too_long, not_a_day, days_out_of_order
 */
export const recordDeparture = studentMutation({
  can: "students.transfer",
  args: {
    place: v.string(),
    movedOn: civilDay,
    reason: v.string(),
    accessEndsOn: v.optional(civilDay),
    /** What of the record was sent there, and when; the sending goes into the disclosure log. */
    recordsSent: v.optional(v.string()),
    recordsSentOn: v.optional(civilDay),
  },
  returns: v.id("transfers"),
  handler: async (ctx, { studentId: _studentId, accessEndsOn, ...typed }) => {
    const departure = withoutBlanks(accepted(departureInput, typed));
    const lastDayOn = departure.movedOn;
    await leave(ctx, { reason: "transferredOut", lastDayOn, accessEndsOn: accessEndsOn ?? lastDayOn });
    const { place, recordsSent, recordsSentOn } = departure;
    if (recordsSent && recordsSentOn) {
      await recordDisclosure(ctx, {
        recipient: place,
        purpose: `Transfer to another school. Sent: ${recordsSent}`,
        ground: "transfer",
        authority: transferAuthority[ctx.organization.jurisdiction],
        recordTypes: ["wholeRecord"],
        disclosedOn: recordsSentOn,
      });
    }
    const transferId = await ctx.db.insert("transfers", {
      ...ctx.compartment,
      direction: "out",
      ...departure,
      recordedAt: Date.now(),
      recordedBy: ctx.person._id,
    });
    ctx.note(`transfer ${transferId}: went out`);
    return transferId;
  },
});

/** What was left blank is absent, not empty. */
function withoutBlanks<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== "")) as Fields;
}
