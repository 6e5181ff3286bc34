import { v } from "convex/values";
import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { type ActionCtx, internalAction } from "../functions";
import { type ArchivedFile, archiveOf, jsonFile, textFile } from "./archive";
import { filesOf } from "./childTables";
import { organizationTables, type Table } from "./organizationReading";
import { checksums, listed } from "./rules/manifest";

/** About what one part weighs before it is packed. */
const PART_BYTES = 10 * 1024 * 1024;
/** A part is begun anew after so many pages, so that no action runs long. */
const MOST_PAGES = 200;

type Row = Record<string, unknown> & { _id: string; _creationTime: number };
type Position = { table: number; cursor: string | null };
type Lines = Map<string, string[]>;

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
      const { lines, files, position } = await gather(ctx, copy);
      await keep(ctx, copy, lines, files, position);
    } catch (error) {
      console.error(error);
      await ctx.runMutation(internal.exports.organizationProgress.fail, { exportId });
    }
    return null;
  },
});

async function gather(ctx: ActionCtx, copy: Doc<"organizationExports">) {
  const lines: Lines = new Map();
  const files: ArchivedFile[] = [];
  let size = 0;
  const position: Position = { table: copy.table, cursor: copy.cursor };
  const add = (name: string, row: object) => {
    const line = JSON.stringify(row);
    size += line.length;
    lines.set(name, [...(lines.get(name) ?? []), line]);
  };
  for (let pages = 0; pages < MOST_PAGES && size < PART_BYTES; pages++) {
    const table = organizationTables[position.table]?.table;
    if (table === undefined) break;
    const { rows, cursor }: { rows: Row[]; cursor: string | null } = await ctx.runQuery(
      internal.exports.organizationReading.page,
      { organizationId: copy.organizationId, table, cursor: position.cursor },
    );
    for (const row of rows) {
      add(table, row);
      for (const file of await attachedTo(ctx, table, row)) {
        size += file.bytes.length;
        files.push(file);
        if (file.row) add("_storage", file.row);
      }
    }
    position.cursor = cursor;
    if (cursor === null) position.table += 1;
  }
  return { lines, files, position };
}

type Attached = ArchivedFile & { row?: object };

/** The files that a row names, as Convex's own export lays them; and the text of a section. */
async function attachedTo(ctx: ActionCtx, table: Table, row: Row): Promise<Attached[]> {
  if (table === "sections") {
    const sectionId = row._id as Id<"sections">;
    const content = await ctx.runQuery(internal.exports.childReading.prose, { sectionId });
    return [textFile(`texts/${sectionId}.json`, content)];
  }
  const attached: Attached[] = [];
  for (const storageId of filesOf(table, row)) {
    const blob = await ctx.storage.get(storageId);
    if (!blob) continue;
    attached.push({
      path: `_storage/${storageId}`,
      bytes: new Uint8Array(await blob.arrayBuffer()),
      row: { _id: storageId, _creationTime: row._creationTime, size: blob.size, contentType: blob.type },
    });
  }
  return attached;
}

const README = `A copy of everything that OpenIEP holds for one organization.

Each part is a snapshot in the layout of Convex: <table>/documents.jsonl, one document a line, with files under
_storage/. Bring one part after the other into an empty deployment with
    npx convex import --append part.zip
The texts of plans are under texts/, one ProseMirror document for each section. Accounts and passwords are not
part of a copy. Sealed fields stay sealed: they open with the deployment's own ENCRYPTION_KEY.
SHA256SUMS lists every file: sha256sum -c SHA256SUMS
`;

async function keep(
  ctx: ActionCtx,
  copy: Doc<"organizationExports">,
  lines: Lines,
  attached: readonly ArchivedFile[],
  position: Position,
): Promise<void> {
  const tables = [...lines].map(([table, some]) =>
    textFile(`${table}/documents.jsonl`, `${some.join("\n")}\n`),
  );
  const content = [...tables, ...attached.map(({ path, bytes }) => ({ path, bytes }))];
  const list = await listed(content);
  const number = copy.parts.length + 1;
  const counts = Object.fromEntries([...lines].map(([table, some]) => [table, some.length]));
  const manifest = {
    format: { name: "OpenIEP organization", version: 1 },
    part: number,
    counts,
    files: list,
  };
  const { bytes, sha256 } = await archiveOf(
    [
      textFile("README.txt", README),
      jsonFile("manifest.json", manifest),
      textFile("SHA256SUMS", checksums(list)),
      ...content,
    ],
    copy.requestedAt,
  );
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
