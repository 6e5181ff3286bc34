import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { civilDayAt } from "../dates";
import { problem } from "../errors";
import { type StudentQueryCtx, studentQuery } from "../functions";
import { findNamed } from "../people/model";
import { type Part, partsOf } from "../students/origins";
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
  /** The number of the record that was opened, where that has become part of this one. */
  from: v.union(v.string(), v.null()),
});

/** A page of openings is no longer than this. */
const MOST = 100;

/**
 * Who has opened the record, or tried to, the latest first: once a day for each person, however often they came back.
 * What was opened of a record that has become part of this one is told too, to the team with its number. The law asks
 * for parties other than parents and authorised employees (34 CFR 300.614); everybody is kept, and those entries are
 * marked.
 */
export const list = studentQuery({
  can: "access.read",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(opening),
  handler: async (ctx, { studentId, paginationOpts: { cursor, numItems } }) => {
    const after = cursor === null ? null : readPlace(cursor);
    if (cursor !== null && after === null) throw problem("invalid", { field: "cursor" });
    const limit = Math.min(numItems, MOST);
    const found: Entry[] = [];
    // One more than the page takes tells whether there is another page.
    for (const part of await partsOf(ctx, studentId)) {
      found.push(...(await entriesOf(ctx, part, after, limit + 1)));
    }
    found.sort((a, b) => (comesAfter(a.row, b.row) ? 1 : -1));
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const page = [];
    for (const { row, from } of shown) {
      page.push({
        entryId: row._id,
        at: row.at,
        on: civilDayAt(row.at, ctx.organization.timeZone),
        personName: (await findNamed(ctx, row.actorId))?.name ?? null,
        standing: row.standing ?? null,
        wasRefused: row.outcome === "refused",
        isRequiredByLaw: row.outcome === "done" && row.standing === "emergency",
        from: ctx.audience === "team" ? from : null,
      });
    }
    const continueCursor = last ? `${last.row.at}|${last.row.sequence}` : (cursor ?? "");
    return { page, isDone: found.length <= limit, continueCursor };
  },
});

type Place = Pick<Doc<"auditEntries">, "at" | "sequence">;
type Entry = { row: Doc<"auditEntries">; from: string | null };

/** Whether an entry stands below another: what was later stands above. */
const comesAfter = (one: Place, other: Place) =>
  one.at === other.at ? one.sequence < other.sequence : one.at < other.at;

function readPlace(cursor: string): Place | null {
  const [, at, sequence] = /^(\d+(?:\.\d+)?)\|(\d+)$/.exec(cursor) ?? [];
  return at === undefined ? null : { at: Number(at), sequence: Number(sequence) };
}

/** The next openings of one record; the chain keeps those of a record that became part of another where they were. */
async function entriesOf(
  ctx: StudentQueryCtx,
  { studentId, from }: Part,
  after: Place | null,
  limit: number,
): Promise<Entry[]> {
  const rows = ctx.organizationDb
    .query("auditEntries")
    .withIndex("by_student_and_command", (q) => {
      const all = q.eq("studentId", studentId).eq("command", "students/record:open");
      return after === null ? all : all.lte("at", after.at);
    })
    .order("desc");
  const entries: Entry[] = [];
  for await (const row of rows) {
    if (entries.length >= limit) break;
    if (after === null || comesAfter(row, after)) entries.push({ row, from });
  }
  return entries;
}
