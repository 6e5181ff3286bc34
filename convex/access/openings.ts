import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import { civilDayAt } from "../dates";
import { studentQuery } from "../functions";
import { findNamed } from "../people/model";
import { civilDay } from "../values";
import { standing } from "./standing";

const opening = v.object({
  entryId: v.id("auditEntries"),
  at: v.number(),
  /** The day where the organization is. */
  on: civilDay,
  personName: v.union(v.string(), v.null()),
  /** As what they looked; null for somebody who was refused. */
  standing: v.union(standing, v.null()),
  wasRefused: v.boolean(),
  isRequiredByLaw: v.boolean(),
});

/**
 * Who has opened the record, or tried to, the latest first: once a day for each person, however often they came back.
 * The law asks for parties other than parents and authorised employees (34 CFR 300.614); everybody is kept, and
 * those entries are marked.
 */
export const list = studentQuery({
  can: "access.read",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(opening),
  handler: async (ctx, { studentId, paginationOpts }) => {
    const found = await ctx.db
      .query("auditEntries")
      .withIndex("by_student_and_command", (q) =>
        q.eq("studentId", studentId).eq("command", "students/record:open"),
      )
      .order("desc")
      .paginate(paginationOpts);
    const page = [];
    for (const row of found.page) {
      page.push({
        entryId: row._id,
        at: row.at,
        on: civilDayAt(row.at, ctx.organization.timeZone),
        personName: (await findNamed(ctx, row.actorId))?.name ?? null,
        standing: row.standing ?? null,
        wasRefused: row.outcome === "refused",
        isRequiredByLaw: row.outcome === "done" && row.standing === "emergency",
      });
    }
    return { ...found, page };
  },
});
