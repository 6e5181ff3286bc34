import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc } from "../_generated/dataModel";
import { append } from "../audit/model";
import { type ChildTable, childTables, filesOf, keysOf, type Row, rowsOf } from "../exports/childTables";
import { internalMutation, type MutationCtx } from "../functions";
import { destroyBeside, destroyMentions } from "./beside";
import { certificateHash } from "./rules/certificate";
import type { RecordKind } from "./rules/schedule";

/** Rows of one batch: small enough that nobody who works beside it notices. */
const BATCH = 200;

/** Which tables go with which kind; of a whole record, all that the schema knows. */
function tablesOf(kind: RecordKind): ChildTable[] {
  if (kind === "record") return childTables;
  const wanted = kind === "measurements" ? ["observations"] : ["downloads", "documents"];
  return childTables.filter(({ table }) => wanted.includes(table));
}

/** Destroys one batch and asks for the next: exactly once each, across restarts too. */
export const step = internalMutation({
  args: { destructionId: v.id("destructions") },
  returns: v.null(),
  handler: async (ctx, { destructionId }) => {
    const destruction = await ctx.db.get("destructions", destructionId);
    if (destruction?.status !== "running") return null;
    const tables = tablesOf(destruction.recordKind);
    const way = tables[destruction.step];
    if (way) await destroySome(ctx, destruction, way);
    else if (await isAnythingLeft(ctx, destruction, tables)) {
      await ctx.db.patch("destructions", destructionId, { step: 0 });
    } else {
      await finish(ctx, destruction);
      return null;
    }
    await ctx.scheduler.runAfter(0, internal.retention.destroying.step, { destructionId });
    return null;
  },
});

async function destroySome(ctx: MutationCtx, destruction: Doc<"destructions">, way: ChildTable) {
  let [rows, files] = [0, 0];
  for (const key of await keysOf(ctx, way, destruction.formerStudentId)) {
    for (const row of await rowsOf(ctx, way, key).take(BATCH - rows)) {
      files += await destroyRow(ctx, way, row);
      rows += 1;
    }
    if (rows >= BATCH) break;
  }
  await ctx.db.patch("destructions", destruction._id, {
    step: rows < BATCH ? destruction.step + 1 : destruction.step,
    files: destruction.files + files,
    counts: counted(destruction.counts, way.table, rows),
  });
}

/** A row with its files and its texts. */
async function destroyRow(ctx: MutationCtx, { table }: ChildTable, row: Row): Promise<number> {
  const files = filesOf(table, row);
  for (const storageId of files) {
    if (await ctx.db.system.get("_storage", storageId)) await ctx.storage.delete(storageId);
  }
  await destroyBeside(ctx, table, row._id);
  await ctx.db.delete(table as never, row._id as never);
  return files.length;
}

function counted(counts: Doc<"destructions">["counts"], table: string, rows: number) {
  if (rows === 0) return counts;
  const before = counts.find((count) => count.table === table)?.rows ?? 0;
  return [...counts.filter((count) => count.table !== table), { table, rows: before + rows }];
}

async function isAnythingLeft(ctx: MutationCtx, destruction: Doc<"destructions">, tables: ChildTable[]) {
  for (const way of tables.filter(({ through }) => through === null)) {
    const [left] = await rowsOf(ctx, way, destruction.formerStudentId).take(1);
    if (left) return true;
  }
  return false;
}

/** Writes the certificate, and its hash into the audit chain, where it cannot be changed later. */
async function finish(ctx: MutationCtx, destruction: Doc<"destructions">): Promise<void> {
  const isWhole = destruction.recordKind === "record";
  const mentions = isWhole ? await destroyMentions(ctx, destruction) : [];
  const all = [...destruction.counts, ...(isWhole ? [{ table: "students", rows: 1 }] : []), ...mentions];
  const counts = all.sort((a, b) => (a.table < b.table ? -1 : 1));
  const done = { ...destruction, counts, finishedAt: Date.now() };
  const hash = await certificateHash(done);
  const { finishedAt } = done;
  await ctx.db.patch("destructions", destruction._id, { counts, finishedAt, hash, status: "done" });
  await append(ctx, {
    organizationId: destruction.organizationId,
    permission: "retention.decide",
    command: "retention/destroying:step",
    outcome: "done",
    summary: `destruction ${destruction._id} done, certificate ${hash}`,
  });
}
