import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { civilDayAt } from "../dates";
import { internalQuery, type QueryCtx } from "../functions";
import { readLatest } from "../ieps/prose";
import { gradesOf, ownName } from "../organizations/rules/settings";
import { partsOf } from "../students/origins";
import { fullName } from "../students/rules";
import { childTables, keysOf, rowsOf } from "./childTables";
import { openedRow } from "./opened";
import { machinery } from "./rules/share";

/**
 * What the builder of a child's copy reads, piece by piece. Only the builder calls these: it was started by
 * somebody whom the door has let in, and filters what it gets by the share of whoever asked.
 */

const PAGE = 500;

/** The tables of a record, in the order in which they are read. */
export const copiedTables = childTables.filter(({ table }) => !machinery.includes(table));

async function requireCopy(ctx: Pick<QueryCtx, "db">, exportId: Id<"childExports">) {
  const copy = await ctx.db.get("childExports", exportId);
  const student = copy && (await ctx.db.get("students", copy.studentId));
  if (!copy || !student) throw new Error("The record is gone.");
  return { copy, student };
}

/** Whose copy it is, and the child's own row. */
export const about = internalQuery({
  args: { exportId: v.id("childExports") },
  returns: v.any(),
  handler: async (ctx, { exportId }) => {
    const { copy, student } = await requireCopy(ctx, exportId);
    const organization = await ctx.db.get("organizations", student.organizationId);
    const school = await ctx.db.get("organizations", student.schoolId);
    return {
      copy,
      student: openedRow("students", student),
      name: fullName(student),
      schoolName: school?.name ?? "",
      organizationName: organization?.name ?? "",
      grade: organization
        ? gradeIn(organization, student.gradeLevel)
        : { code: student.gradeLevel, ownName: null },
      // Days are written as where the school is: day first in England.
      locale: copy.locale === "en" && organization?.jurisdiction === "england" ? "en-GB" : copy.locale,
      day: civilDayAt(Date.now(), organization?.timeZone ?? "UTC"),
    };
  },
});

function gradeIn(organization: Doc<"organizations">, code: string): About["grade"] {
  const grade = gradesOf(organization).find((known) => known.code === code);
  return { code, ownName: grade ? ownName(code, grade.name) : null };
}

export type About = {
  copy: Doc<"childExports">;
  student: Record<string, unknown>;
  name: string;
  schoolName: string;
  organizationName: string;
  grade: { code: string; ownName: string | null };
  locale: string;
  day: string;
};

/** What leads to the rows of a table: the child, or what they hang on. */
export const keys = internalQuery({
  args: { exportId: v.id("childExports"), table: v.string() },
  returns: v.array(v.string()),
  handler: async (ctx, { exportId, table }) => {
    const { student } = await requireCopy(ctx, exportId);
    return await keysOf(ctx, wayTo(table), student._id);
  },
});

/** A page of one table's rows. */
export const page = internalQuery({
  args: { table: v.string(), key: v.string(), cursor: v.union(v.string(), v.null()) },
  returns: v.object({ rows: v.array(v.any()), cursor: v.union(v.string(), v.null()) }),
  handler: async (ctx, { table, key, cursor }) => {
    const found = await rowsOf(ctx, wayTo(table), key).paginate({ numItems: PAGE, cursor });
    return {
      rows: found.page.map((row) => openedRow(table, row)),
      cursor: found.isDone ? null : found.continueCursor,
    };
  },
});

function wayTo(table: string) {
  const way = copiedTables.find((candidate) => candidate.table === table);
  if (!way) throw new Error(`${table} is not part of a record.`);
  return way;
}

/** The text of one section, as ProseMirror JSON in text. */
export const prose = internalQuery({
  args: { sectionId: v.id("sections") },
  returns: v.string(),
  handler: async (ctx, { sectionId }) => JSON.stringify((await readLatest(ctx, sectionId)).doc.toJSON()),
});

/** Names of people by their ids; whatever is no person's id is left out. */
export const names = internalQuery({
  args: { ids: v.array(v.string()) },
  returns: v.record(v.string(), v.string()),
  handler: async (ctx, { ids }) => {
    const found: Record<string, string> = {};
    for (const id of ids) {
      const personId = ctx.db.normalizeId("people", id);
      const person = personId && (await ctx.db.get("people", personId));
      if (person) found[id] = person.name;
    }
    return found;
  },
});

/**
 * Who has opened the record and done something in it, oldest first, a page at a time; then the same of each record that
 * has become part of it.
 */
export const entries = internalQuery({
  args: { exportId: v.id("childExports"), cursor: v.union(v.string(), v.null()) },
  returns: v.object({ rows: v.array(v.any()), cursor: v.union(v.string(), v.null()) }),
  handler: async (ctx, { exportId, cursor }) => {
    const { student } = await requireCopy(ctx, exportId);
    const parts = await partsOf(ctx, student._id);
    const [at, within] = cursor === null ? [0, null] : (JSON.parse(cursor) as [number, string | null]);
    const part = parts[at];
    if (!part) return { rows: [], cursor: null };
    const found = await ctx.db
      .query("auditEntries")
      .withIndex("by_student", (q) => q.eq("studentId", part.studentId))
      .paginate({ numItems: PAGE, cursor: within });
    const next = found.isDone ? [at + 1, null] : [at, found.continueCursor];
    const isDone = found.isDone && at + 1 >= parts.length;
    return { rows: found.page, cursor: isDone ? null : JSON.stringify(next) };
  },
});
