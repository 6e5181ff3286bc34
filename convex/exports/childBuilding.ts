import type { JSONContent } from "@tiptap/core";
import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { type ActionCtx, internalAction } from "../functions";
import { type ArchivedFile, archiveOf, inParts, safeName } from "./archive";
import { type About, copiedTables } from "./childReading";
import { filesOf, type Table } from "./childTables";
import { filesOfCopy } from "./copyFiles";
import type { Copy } from "./rules/pages/copy";
import { familyShare, type Gathered } from "./rules/share";

/** What one part weighs at most before it is packed: an HTTP answer may carry 20 MiB, an action hold 64. */
const PART_BYTES = 14 * 1024 * 1024;

/** Builds the copy of one child's record: gathers, cuts it to the reader's share, writes pages and tables, packs. */
export const build = internalAction({
  args: { exportId: v.id("childExports") },
  returns: v.null(),
  handler: async (ctx, { exportId }) => {
    try {
      await buildCopy(ctx, exportId);
    } catch (error) {
      console.error(error);
      await ctx.runMutation(internal.exports.childProgress.fail, { exportId });
    }
    return null;
  },
});

async function buildCopy(ctx: ActionCtx, exportId: Id<"childExports">): Promise<void> {
  const about = (await ctx.runQuery(internal.exports.childReading.about, { exportId })) as About;
  const everything = await gather(ctx, exportId);
  const { requestedBy, audience } = about.copy;
  const rows = audience === "family" ? familyShare(everything, requestedBy) : everything;
  const entries = await auditEntries(ctx, exportId);
  const people = await namesIn(ctx, rows, entries);
  const documents = await documentsOf(ctx, rows);
  const copy: Copy = {
    name: about.name,
    student: {
      studentNumber: String(about.student.studentNumber ?? ""),
      schoolName: about.schoolName,
      grade: about.grade,
    },
    organizationName: about.organizationName,
    day: about.day,
    audience,
    locale: about.locale,
    rows,
    prose: await proseOf(ctx, rows),
    people,
    files: Object.fromEntries(documents.map(({ storageId, path }) => [storageId, path])),
    opened: entries
      .filter(({ command, outcome }) => command === "students/record:open" && outcome === "done")
      .map(({ at, actorId = "", command }) => ({ at, who: people[actorId] ?? "", what: command })),
  };
  const own = audience === "team" ? { student: about.student, entries } : { student: null, entries: [] };
  const written = await filesOfCopy(copy, own, documents);
  await keep(ctx, exportId, about, written);
}

/** Every row about the child, table by table; the bar moves with each. */
async function gather(ctx: ActionCtx, exportId: Id<"childExports">): Promise<Gathered> {
  const gathered: Gathered = {};
  for (const [done, { table }] of copiedTables.entries()) {
    const rows: Gathered[string] = [];
    for (const key of await ctx.runQuery(internal.exports.childReading.keys, { exportId, table })) {
      let cursor: string | null = null;
      do {
        const next: { rows: Gathered[string]; cursor: string | null } = await ctx.runQuery(
          internal.exports.childReading.page,
          { table, key, cursor },
        );
        rows.push(...next.rows);
        cursor = next.cursor;
      } while (cursor !== null);
    }
    gathered[table] = rows;
    await ctx.runMutation(internal.exports.childProgress.advance, {
      exportId,
      done: done + 1,
      total: copiedTables.length + 1,
    });
  }
  return gathered;
}

async function auditEntries(ctx: ActionCtx, exportId: Id<"childExports">): Promise<Doc<"auditEntries">[]> {
  const entries: Doc<"auditEntries">[] = [];
  let cursor: string | null = null;
  do {
    const next: { rows: Doc<"auditEntries">[]; cursor: string | null } = await ctx.runQuery(
      internal.exports.childReading.entries,
      { exportId, cursor },
    );
    entries.push(...next.rows);
    cursor = next.cursor;
  } while (cursor !== null);
  return entries;
}

const NAMES_AT_ONCE = 200;

async function namesIn(ctx: ActionCtx, rows: Gathered, entries: Doc<"auditEntries">[]) {
  const ids = new Set<string>(entries.flatMap(({ actorId }) => actorId ?? []));
  for (const row of Object.values(rows).flat()) {
    for (const [field, value] of Object.entries(row)) {
      if (typeof value === "string" && /(By|[pP]ersonId|ownerId|ManagerId)$/.test(field)) ids.add(value);
    }
  }
  const all = [...ids];
  const names: Record<string, string> = {};
  for (let from = 0; from < all.length; from += NAMES_AT_ONCE) {
    const some = { ids: all.slice(from, from + NAMES_AT_ONCE) };
    Object.assign(names, await ctx.runQuery(internal.exports.childReading.names, some));
  }
  return names;
}

async function proseOf(ctx: ActionCtx, rows: Gathered): Promise<Record<string, JSONContent>> {
  const prose: Record<string, JSONContent> = {};
  for (const section of rows.sections ?? []) {
    const sectionId = section._id as Id<"sections">;
    const content = await ctx.runQuery(internal.exports.childReading.prose, { sectionId });
    prose[sectionId] = JSON.parse(content) as JSONContent;
  }
  return prose;
}

export type CopiedDocument = ArchivedFile & { storageId: string };

/** The files that the rows name, under the names that people gave them. */
async function documentsOf(ctx: ActionCtx, rows: Gathered): Promise<CopiedDocument[]> {
  const documents: CopiedDocument[] = [];
  for (const [table, some] of Object.entries(rows)) {
    for (const row of some) {
      for (const storageId of filesOf(table as Table, row)) {
        const blob = await ctx.storage.get(storageId);
        if (!blob) continue;
        const number = String(documents.length + 1).padStart(3, "0");
        const name = safeName(String(row.fileName ?? row.title ?? table));
        const path = `files/${number}-${name}${endingOf(name, blob.type)}`;
        documents.push({ storageId, path, bytes: new Uint8Array(await blob.arrayBuffer()) });
      }
    }
  }
  return documents;
}

const ENDINGS: Record<string, string> = {
  "application/pdf": ".pdf",
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "text/plain": ".txt",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
};

const endingOf = (name: string, type: string) =>
  /\.[A-Za-z0-9]{2,5}$/.test(name) ? "" : (ENDINGS[type.split(";")[0] ?? ""] ?? "");

/** Packs the files in parts, stores them, and says that the copy is ready. */
async function keep(
  ctx: ActionCtx,
  exportId: Id<"childExports">,
  about: About,
  files: readonly ArchivedFile[],
): Promise<void> {
  const base = safeName(`${about.name} ${about.day}`).replaceAll(" ", "-").toLowerCase();
  const parts: Doc<"childExports">["parts"] = [];
  const all = inParts(files, PART_BYTES);
  for (const [i, some] of all.entries()) {
    const { bytes, sha256 } = await archiveOf(some, about.copy.requestedAt);
    const storageId = await ctx.storage.store(
      new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/zip" }),
    );
    const name = all.length === 1 ? `${base}.zip` : `${base}-${i + 1}-of-${all.length}.zip`;
    parts.push({ storageId, name, size: bytes.length, sha256 });
  }
  await ctx.runMutation(internal.exports.childProgress.finish, { exportId, parts });
}
