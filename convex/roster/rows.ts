import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import { fullName } from "../students/rules";
import { tallied } from "./batch";
import { requireImport } from "./model";
import { rowKind, rowOutcome, rowProblem, rowResult } from "./schema";
import { cellsOf, findingOf } from "./sealed";

const presented = v.object({
  importRowId: v.id("importRows"),
  position: v.number(),
  kind: rowKind,
  externalId: v.string(),
  /** A name to know the row by: the child's, the colleague's, the school's. */
  name: v.string(),
  file: v.string(),
  line: v.number(),
  outcome: rowOutcome,
  result: rowResult,
  problems: v.array(v.object({ ...rowProblem.fields, column: v.string(), given: v.string() })),
  /** What the row says, by field: for the file of errors, which can be corrected and imported again. */
  cells: v.record(v.string(), v.string()),
  changes: v.array(v.object({ field: v.string(), before: v.string(), after: v.string() })),
  candidate: v.union(v.null(), v.object({ studentId: v.id("students"), name: v.string() })),
  answer: v.union(v.literal("same"), v.literal("other"), v.null()),
});

/** The rows of an import, in the order of the files; all, those of one outcome, or those that ended in one way. */
export const list = organizationQuery({
  can: "roster.import",
  args: {
    importId: v.id("imports"),
    kind: v.optional(rowKind),
    outcome: v.optional(rowOutcome),
    result: v.optional(rowResult),
    paginationOpts: paginationOptsValidator,
  },
  returns: paginationResultValidator(presented),
  handler: async (ctx, { importId, kind, outcome, result, paginationOpts }) => {
    const found = await requireImport(ctx, importId);
    const rows = ctx.db.query("importRows");
    const chosen = result
      ? rows.withIndex("by_import_and_result", (q) => q.eq("importId", importId).eq("result", result))
      : kind && outcome
        ? rows.withIndex("by_import_kind_and_outcome", (q) =>
            q.eq("importId", importId).eq("kind", kind).eq("outcome", outcome),
          )
        : outcome
          ? rows.withIndex("by_import_and_outcome", (q) => q.eq("importId", importId).eq("outcome", outcome))
          : rows.withIndex("by_import_and_position", (q) => q.eq("importId", importId));
    const { page, ...rest } = await chosen.paginate(paginationOpts);
    const shown = [];
    for (const row of page) shown.push(await present(ctx, found, row));
    return { ...rest, page: shown };
  },
});

async function present(ctx: OrganizationQueryCtx, { columns }: Doc<"imports">, row: Doc<"importRows">) {
  const cells = cellsOf(row);
  const candidate = row.candidateId && (await ctx.db.get("students", row.candidateId));
  const given = (field: string) => (field === "externalId" ? row.externalId : (cells[field] ?? ""));
  return {
    importRowId: row._id,
    position: row.position,
    kind: row.kind,
    externalId: row.externalId,
    name: await nameOf(ctx, row, cells),
    file: row.file,
    line: row.line,
    outcome: row.outcome,
    result: row.result,
    problems: row.problems.map(({ code, field }) => ({
      code,
      ...(field !== undefined && { field }),
      column: field === undefined ? "" : (columns[`${row.kind}.${field}`] ?? field),
      given: field === undefined ? "" : given(field),
    })),
    cells,
    changes: findingOf(row).changes,
    candidate: candidate ? { studentId: candidate._id, name: fullName(candidate) } : null,
    answer: row.answer ?? null,
  };
}

async function nameOf(ctx: OrganizationQueryCtx, row: Doc<"importRows">, cells: Record<string, string>) {
  const typed = [cells.preferredName ?? cells.givenName, cells.familyName].filter(Boolean).join(" ");
  if (typed !== "" || row.file !== "") return typed || cells.name || cells.title || row.externalId;
  const studentId = ctx.db.normalizeId("students", row.targetId ?? "");
  const student = studentId && (await ctx.db.get("students", studentId));
  return student ? fullName(student) : row.externalId;
}

/**
 * Says whether a row means the student who is like it, or another child. Throws `import_not_ready` once the import is
 * being applied, `invalid` for a row that asks nothing.
 */
export const answer = organizationMutation({
  can: "roster.import",
  args: {
    importRowId: v.id("importRows"),
    answer: v.union(v.literal("same"), v.literal("other"), v.null()),
  },
  returns: v.null(),
  handler: async (ctx, { importRowId, answer: said }) => {
    const row = await requireRow(ctx, "importRows", importRowId);
    const found = await requireImport(ctx, row.importId, "checked");
    if (row.outcome !== "question") throw problem("invalid", { field: "answer" });
    await ctx.db.patch("importRows", importRowId, { answer: said ?? undefined });
    const moves = [["student.answered", Number(said !== null) - Number(row.answer !== undefined)]] as const;
    await ctx.db.patch("imports", found._id, { counts: tallied(found.counts, moves) });
    ctx.note(`row ${row.position} of import ${found._id}: ${said ?? "not answered"}`);
    return null;
  },
});
