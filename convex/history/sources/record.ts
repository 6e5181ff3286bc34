import type { Doc } from "../../_generated/dataModel";
import { civilDayAt, endOfDay } from "../../dates";
import type { StudentQueryCtx } from "../../functions";
import { collect, latest, nameOf, type Placed, type Source } from "../source";

/** What was done to the record itself: changes, disclosures, emergency access. They happen at an instant. */

/** The last instant of the latest day that can still come. */
function latestInstant(ctx: StudentQueryCtx, after: Parameters<Source["read"]>[1]): number {
  return after.from === null ? Number.MAX_SAFE_INTEGER : endOfDay(latest(after), ctx.organization.timeZone);
}

export const recordChanged: Source = {
  group: "record",
  isForTeam: true,
  read: async (ctx, after, limit) => {
    const rows = ctx.db
      .query("recordVersions")
      .withIndex("by_student", (q) =>
        q.eq("studentId", ctx.student._id).lte("recordedAt", latestInstant(ctx, after)),
      )
      .order("desc");
    const present = async (row: Doc<"recordVersions">): Promise<Placed> => ({
      key: row._id,
      on: civilDayAt(row.recordedAt, ctx.organization.timeZone),
      written: row._creationTime,
      group: "record",
      kind: "recordChanged",
      about: {
        part: row.part,
        person: await nameOf(ctx, row.recordedBy),
        ...(row.isCorrection && { isCorrection: "yes" }),
      },
    });
    return await collect(rows, present, after, limit);
  },
};

export const disclosed: Source = {
  group: "record",
  read: async (ctx, after, limit) => {
    const rows = ctx.db
      .query("disclosures")
      .withIndex("by_student", (q) => q.eq("studentId", ctx.student._id).lte("disclosedOn", latest(after)))
      .order("desc");
    const present = (row: Doc<"disclosures">): Placed | null =>
      row.struckAt === undefined
        ? {
            key: row._id,
            on: row.disclosedOn,
            written: row._creationTime,
            group: "record",
            kind: "disclosed",
            about: { recipient: row.recipient },
            text: row.purpose,
          }
        : null;
    return await collect(rows, present, after, limit);
  },
};

export const emergencyAccess: Source = {
  group: "record",
  read: async (ctx, after, limit) => {
    const rows = ctx.db
      .query("emergencyAccesses")
      .withIndex("by_student", (q) =>
        q.eq("studentId", ctx.student._id).lte("startsAt", latestInstant(ctx, after)),
      )
      .order("desc");
    const present = async (row: Doc<"emergencyAccesses">): Promise<Placed> => ({
      key: row._id,
      on: civilDayAt(row.startsAt, ctx.organization.timeZone),
      written: row._creationTime,
      group: "record",
      kind: "emergencyAccess",
      about: { person: await nameOf(ctx, row.personId) },
      text: row.reason,
    });
    return await collect(rows, present, after, limit);
  },
};
