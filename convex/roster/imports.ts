import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { problem } from "../errors";
import { type OrganizationQueryCtx, organizationMutation, organizationQuery } from "../functions";
import { SMALL_BATCH_ROWS } from "./batch";
import { goOn, type Running } from "./course";
import { findOpenImport, requireImport, requireNoOther } from "./model";
import { MOST_ROWS, needsConfirmation } from "./rules/leaving";
import { importFormat, importMode, importStatus } from "./schema";

const presented = v.object({
  importId: v.id("imports"),
  source: v.string(),
  format: importFormat,
  mode: importMode,
  fileNames: v.array(v.string()),
  status: importStatus,
  stoppedWhile: v.union(v.literal("checking"), v.literal("applying"), v.literal("undoing"), v.null()),
  startedByName: v.string(),
  startedAt: v.number(),
  finishedAt: v.union(v.number(), v.null()),
  expected: v.number(),
  staged: v.number(),
  total: v.number(),
  reached: v.number(),
  counts: v.record(v.string(), v.number()),
  results: v.record(v.string(), v.number()),
  students: v.object({ active: v.number(), leaving: v.number() }),
  needsConfirmation: v.boolean(),
  /** When the last batch ended: a step that has stood still for long can be set going again. */
  steppedAt: v.number(),
  isCleared: v.boolean(),
});

async function present(ctx: OrganizationQueryCtx, row: Doc<"imports">) {
  const starter = await ctx.db.get("people", row.startedBy);
  const { source, format, mode, fileNames, status, expected, staged, total, reached } = row;
  const { counts, results, students, steppedAt, isCleared, startedAt } = row;
  const common = { source, format, mode, fileNames, status, expected, staged, total, reached };
  return {
    importId: row._id,
    ...common,
    ...{ counts, results, students, steppedAt, isCleared, startedAt },
    stoppedWhile: row.stoppedWhile ?? null,
    startedByName: starter?.name ?? "",
    finishedAt: row.finishedAt ?? null,
    needsConfirmation: needsConfirmation(students),
  };
}

/** The imports of the organization, newest first. */
export const list = organizationQuery({
  can: "roster.import",
  args: { paginationOpts: paginationOptsValidator },
  returns: paginationResultValidator(presented),
  handler: async (ctx, { organizationId, paginationOpts }) => {
    const found = await ctx.db
      .query("imports")
      .withIndex("by_organization_and_started", (q) => q.eq("organizationId", organizationId))
      .order("desc")
      .paginate(paginationOpts);
    const page = [];
    for (const row of found.page) page.push(await present(ctx, row));
    return { ...found, page };
  },
});

/** One import, live: where it stands, how far it has come, what it counts. */
export const get = organizationQuery({
  can: "roster.import",
  args: { importId: v.id("imports") },
  returns: presented,
  handler: async (ctx, { importId }) => await present(ctx, await requireImport(ctx, importId)),
});

/**
 * Begins an import of so many rows. Choosing the files of a broken-off upload again answers with that import, which
 * goes on after the rows it has. Throws `import_running` while another import is open, `import_too_large`.
 */
export const begin = organizationMutation({
  can: "roster.import",
  args: {
    source: v.string(),
    format: importFormat,
    mode: importMode,
    fileNames: v.array(v.string()),
    fingerprint: v.string(),
    /** What the files call each field, by "kind.field": for messages only. */
    columns: v.record(v.string(), v.string()),
    expected: v.number(),
  },
  returns: v.object({ importId: v.id("imports"), staged: v.number() }),
  handler: async (ctx, { organizationId, ...wanted }) => {
    if (wanted.expected > MOST_ROWS) throw problem("import_too_large");
    const source = sourceFrom(wanted.source);
    const open = await findOpenImport(ctx, organizationId);
    const isSame =
      open?.status === "staging" &&
      open.fingerprint === wanted.fingerprint &&
      open.expected === wanted.expected &&
      open.source === source &&
      open.mode === wanted.mode;
    if (isSame) return { importId: open._id, staged: open.staged };
    if (open) throw problem("import_running");
    const now = Date.now();
    const importId = await ctx.db.insert("imports", {
      organizationId,
      ...wanted,
      fileNames: wanted.fileNames.slice(0, MOST_FILES),
      source,
      status: "staging",
      isOpen: true,
      startedBy: ctx.person._id,
      startedAt: now,
      steppedAt: now,
      staged: 0,
      total: 0,
      reached: 0,
      counts: {},
      results: {},
      students: { active: 0, leaving: 0 },
      isCleared: false,
    });
    ctx.note(`import ${importId} of ${wanted.expected} rows from ${source}`);
    return { importId, staged: 0 };
  },
});

const MOST_FILES = 20;
const LONGEST_SOURCE = 80;

function sourceFrom(typed: string): string {
  const source = typed.trim().toLowerCase();
  if (source === "") throw problem("required", { field: "source" });
  if (source.length > LONGEST_SOURCE) throw problem("too_long", { field: "source" });
  return source;
}

/** Begins the dry run once all rows have arrived. Throws `import_out_of_step` while some are missing. */
export const check = organizationMutation({
  can: "roster.import",
  args: { importId: v.id("imports") },
  returns: v.null(),
  handler: async (ctx, { importId }) => {
    const found = await requireImport(ctx, importId, "staging");
    if (found.staged !== found.expected) throw problem("import_out_of_step");
    await ctx.db.patch("imports", importId, {
      status: "checking",
      total: found.staged,
      steppedAt: Date.now(),
    });
    await ctx.scheduler.runAfter(0, internal.roster.checking.step, { importId });
    return null;
  },
});

/**
 * Applies what the dry run has shown. When more than a fifth of the source's active students would become inactive,
 * their number must be said. Throws `import_leaving_unconfirmed`, `import_not_ready`.
 */
export const apply = organizationMutation({
  can: "roster.import",
  args: { importId: v.id("imports"), leaving: v.optional(v.number()) },
  returns: v.null(),
  handler: async (ctx, { importId, leaving }) => {
    const found = await requireImport(ctx, importId, "checked");
    if (needsConfirmation(found.students) && leaving !== found.students.leaving) {
      throw problem("import_leaving_unconfirmed", {
        field: "leaving",
        params: { leaving: found.students.leaving, active: found.students.active },
      });
    }
    await ctx.db.patch("imports", importId, { status: "applying", reached: 0, steppedAt: Date.now() });
    await ctx.scheduler.runAfter(0, internal.roster.applying.step, { importId });
    ctx.note(`applies import ${importId}, ${found.students.leaving} students leave`);
    return null;
  },
});

/** Stops after the batch that is being worked on. What is done stays done, and can be taken back. */
export const stop = organizationMutation({
  can: "roster.import",
  args: { importId: v.id("imports") },
  returns: v.null(),
  handler: async (ctx, { importId }) => {
    const { status } = await requireImport(ctx, importId, "checking", "applying", "undoing");
    const stoppedWhile = status as "checking" | "applying" | "undoing";
    await ctx.db.patch("imports", importId, { status: "stopped", stoppedWhile });
    return null;
  },
});

/** A batch takes well under a second: after this long without one, the step may be set going again. */
const STILL_MS = 30_000;

/** Goes on where it stopped: after `stop`, or when a step has stood still. Throws `import_not_ready`. */
export const resume = organizationMutation({
  can: "roster.import",
  args: { importId: v.id("imports") },
  returns: v.null(),
  handler: async (ctx, { importId }) => {
    const found = await requireImport(ctx, importId, "stopped", "checking", "applying", "undoing");
    const isStill = Date.now() - found.steppedAt > STILL_MS;
    if (found.status !== "stopped" && !isStill) throw problem("import_not_ready");
    const status = found.status === "stopped" ? (found.stoppedWhile ?? "applying") : found.status;
    await requireNoOther(ctx, importId);
    await ctx.db.patch("imports", importId, { status, isOpen: true, steppedAt: Date.now() });
    await goOn(ctx, found, status as Running, isStill ? SMALL_BATCH_ROWS : undefined);
    return null;
  },
});

/** Leaves an import that has changed nothing yet. Throws `import_not_ready` once something was applied. */
export const discard = organizationMutation({
  can: "roster.import",
  args: { importId: v.id("imports") },
  returns: v.null(),
  handler: async (ctx, { importId }) => {
    const found = await requireImport(ctx, importId, "staging", "checking", "checked", "stopped");
    if ((found.results.applied ?? 0) > 0) throw problem("import_not_ready");
    const now = Date.now();
    await ctx.db.patch("imports", importId, { status: "discarded", isOpen: false, finishedAt: now });
    await ctx.scheduler.runAfter(0, internal.roster.clearing.step, { importId });
    return null;
  },
});

/** Leaves a stopped import as it is: what was applied stays, the rest is not done, and others may begin. */
export const leave = organizationMutation({
  can: "roster.import",
  args: { importId: v.id("imports") },
  returns: v.null(),
  handler: async (ctx, { importId }) => {
    await requireImport(ctx, importId, "stopped");
    await ctx.db.patch("imports", importId, { status: "applied", isOpen: false, finishedAt: Date.now() });
    return null;
  },
});

/**
 * Takes a whole import back: what it changed is as it was, whom it added is gone, invitations are revoked. Rows that
 * people have worked with since stay, and say so. Throws `import_running`, `import_cleared`, `import_not_ready`.
 */
export const undo = organizationMutation({
  can: "roster.import",
  args: { importId: v.id("imports") },
  returns: v.null(),
  handler: async (ctx, { importId }) => {
    const found = await requireImport(ctx, importId, "applied", "stopped");
    if (found.isCleared) throw problem("import_cleared");
    await requireNoOther(ctx, importId);
    const status = "undoing" as const;
    await ctx.db.patch("imports", importId, {
      status,
      isOpen: true,
      reached: found.total,
      steppedAt: Date.now(),
    });
    await ctx.scheduler.runAfter(0, internal.roster.undoing.step, { importId });
    ctx.note(`takes import ${importId} back`);
    return null;
  },
});
