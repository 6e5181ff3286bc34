import { v } from "convex/values";
import { components, internal } from "../_generated/api";
import type { Id } from "../_generated/dataModel";
import { type ActionCtx, internalQuery } from "../functions";
import type { ArchivedFile } from "./archive";
import { base64Sha256Of } from "./rules/manifest";

/** What hangs on rows without being in them: files in storage, and the texts that a component keeps. */

/** Where the component keeps texts, in the layout of Convex's own export. */
const SNAPSHOTS = "_components/prosemirrorSync/snapshots";
const STEPS = "_components/prosemirrorSync/deltas";

/** As many as the component answers at a time. */
const CHANGES = 100;

/** A stored file, and its row in `_storage`. Null when it is gone. */
export async function storedFile(
  ctx: ActionCtx,
  storageId: Id<"_storage">,
  createdAt: number,
): Promise<{ file: ArchivedFile; row: object } | null> {
  const blob = await ctx.storage.get(storageId);
  if (!blob) return null;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const row = {
    _id: storageId,
    _creationTime: createdAt,
    sha256: await base64Sha256Of(bytes),
    size: bytes.length,
    // An empty one is no type, and refused by an import.
    ...(blob.type !== "" && { contentType: blob.type }),
  };
  return { file: { path: `_storage/${storageId}`, bytes }, row };
}

type SideRow = { table: string; row: object };

/** The text of a section from its first version on, as rows of the component that keeps it. */
export async function textHistory(ctx: ActionCtx, sectionId: Id<"sections">): Promise<SideRow[]> {
  const found: SideRow[] = [];
  let from: number | null = null;
  do {
    const page: { snapshots: object[]; steps: object[]; next: number | null } = await ctx.runQuery(
      internal.exports.organizationSides.text,
      { sectionId, from },
    );
    found.push(...page.snapshots.map((row) => ({ table: SNAPSHOTS, row })));
    found.push(...page.steps.map((row) => ({ table: STEPS, row })));
    from = page.next;
  } while (from !== null);
  return found;
}

/** A page of a text: its first and its newest snapshot with the first page, then every step after a version. */
export const text = internalQuery({
  args: { sectionId: v.id("sections"), from: v.union(v.number(), v.null()) },
  returns: v.object({
    snapshots: v.array(v.any()),
    steps: v.array(v.any()),
    next: v.union(v.number(), v.null()),
  }),
  handler: async (ctx, { sectionId: id, from }) => {
    const store = components.prosemirrorSync.lib;
    const snapshots: { id: string; version: number; content: string }[] = [];
    for (const version of from === null ? [1, undefined] : []) {
      const kept = await ctx.runQuery(store.getSnapshot, { id, ...(version && { version }) });
      if (kept.content === null || snapshots.some((known) => known.version === kept.version)) continue;
      snapshots.push({ id, version: kept.version, content: kept.content });
    }
    const after = from ?? snapshots[0]?.version ?? 1;
    const changes = await ctx.db
      .query("changes")
      .withIndex("by_section_and_version", (q) => q.eq("sectionId", id).gt("toVersion", after))
      .take(CHANGES);
    const last = changes.at(-1);
    if (!last) return { snapshots, steps: [], next: null };
    const kept = await ctx.runQuery(store.getSteps, { id, version: after });
    const steps = changes.map(({ clientId, fromVersion, toVersion }) => {
      const some = kept.steps.slice(fromVersion - after, toVersion - after);
      return { id, version: toVersion, clientId, steps: some };
    });
    return { snapshots, steps, next: last.toVersion };
  },
});
