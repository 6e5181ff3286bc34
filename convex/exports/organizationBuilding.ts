import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { type ActionCtx, internalAction } from "../functions";
import type { ArchivedFile } from "./archive";
import { filesOf } from "./childTables";
import { partOf, type Tables } from "./organizationPart";
import { organizationTables, type Table } from "./organizationReading";
import { storedFile, textHistory } from "./organizationSides";

/** About what one part weighs before it is packed. */
const PART_BYTES = 10 * 1024 * 1024;
/** A part is begun anew after so many pages, so that no action runs long. */
const MOST_PAGES = 200;

type Row = Record<string, unknown> & { _id: string; _creationTime: number };
type Position = { table: number; cursor: string | null };

/**
 * Builds one part: rows of as many tables as fit, each as `<table>/documents.jsonl`, with their files and texts.
 * Where it ended is kept with the part, so that the next action, or one after an interruption, goes on there.
 */
export const buildPart = internalAction({
  args: { exportId: v.id("organizationExports") },
  returns: v.null(),
  handler: async (ctx, { exportId }) => {
    const copy = await ctx.runQuery(internal.exports.organizationProgress.get, { exportId });
    if (copy?.status !== "building") return null;
    try {
      const gathered = new Gathered();
      const position = await gather(ctx, copy, gathered);
      await keep(ctx, copy, gathered, position);
    } catch (error) {
      console.error(error);
      await ctx.runMutation(internal.exports.organizationProgress.fail, { exportId });
    }
    return null;
  },
});

/** What a part holds so far. */
class Gathered {
  readonly tables: Tables = new Map();
  readonly opened: Tables = new Map();
  readonly files: ArchivedFile[] = [];
  size = 0;

  add(where: Tables, name: string, row: object): void {
    const line = JSON.stringify(row);
    this.size += line.length;
    const lines = where.get(name);
    if (lines) lines.push(line);
    else where.set(name, [line]);
  }

  attach(file: ArchivedFile): void {
    this.size += file.bytes.length;
    this.files.push(file);
  }
}

/** Gathers until the part is full, or all is copied; answers where the next one begins. */
async function gather(ctx: ActionCtx, copy: Doc<"organizationExports">, into: Gathered): Promise<Position> {
  const position: Position = { table: copy.table, cursor: copy.cursor };
  for (let pages = 0; pages < MOST_PAGES && into.size < PART_BYTES; pages++) {
    const table = organizationTables[position.table]?.table;
    if (table === undefined) break;
    const { rows, opened, cursor }: { rows: Row[]; opened: Row[]; cursor: string | null } =
      await ctx.runQuery(internal.exports.organizationReading.page, {
        organizationId: copy.organizationId,
        table,
        cursor: position.cursor,
      });
    for (const row of opened) into.add(into.opened, table, row);
    for (const row of rows) {
      into.add(into.tables, table, row);
      await gatherBeside(ctx, table, row, into);
    }
    position.cursor = cursor;
    if (cursor === null) position.table += 1;
  }
  return position;
}

/** The files that a row names, and the text of a section with its history. */
async function gatherBeside(ctx: ActionCtx, table: Table, row: Row, into: Gathered): Promise<void> {
  if (table === "sections") {
    for (const { table: name, row: part } of await textHistory(ctx, row._id as Id<"sections">)) {
      into.add(into.tables, name, part);
    }
  }
  for (const storageId of filesOf(table, row)) {
    const stored = await storedFile(ctx, storageId, row._creationTime);
    if (!stored) continue;
    into.attach(stored.file);
    into.add(into.tables, "_storage", stored.row);
  }
}

async function keep(
  ctx: ActionCtx,
  copy: Doc<"organizationExports">,
  { tables, opened, files }: Gathered,
  position: Position,
): Promise<void> {
  const number = copy.parts.length + 1;
  const { bytes, sha256 } = await partOf({ tables, opened, files }, number, copy.requestedAt);
  const storageId = await ctx.storage.store(
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/zip" }),
  );
  const name = `openiep-part-${String(number).padStart(3, "0")}.zip`;
  await ctx.runMutation(internal.exports.organizationProgress.keepPart, {
    exportId: copy._id,
    from: { table: copy.table, cursor: copy.cursor },
    to: position,
    total: organizationTables.length,
    part: { storageId, name, size: bytes.length, sha256 },
  });
}
