import type { Doc, Id } from "../_generated/dataModel";
import type { MutationCtx, QueryCtx } from "../functions";

type Reads = Pick<QueryCtx, "db">;
type Kind = Doc<"externalIds">["kind"];
/** One row of a source: the system it comes from, what it is, and its id there. */
export type External = {
  organizationId: Id<"organizations">;
  source: string;
  kind: Kind;
  externalId: string;
};

/** The link of a source's id, or null when the source has never brought it. */
export async function findLink(ctx: Reads, external: External): Promise<Doc<"externalIds"> | null> {
  const { organizationId, source, kind, externalId } = external;
  return await ctx.db
    .query("externalIds")
    .withIndex("by_external_id", (q) =>
      q
        .eq("organizationId", organizationId)
        .eq("source", source)
        .eq("kind", kind)
        .eq("externalId", externalId),
    )
    .first();
}

/**
 * Remembers under which id a source knows a row of ours; the same id points to one row only. Answers which row that
 * was until now, null for none.
 */
export async function link(
  ctx: Pick<MutationCtx, "db">,
  external: External,
  rowId: string,
): Promise<string | null> {
  const known = await findLink(ctx, external);
  if (known === null) await ctx.db.insert("externalIds", { ...external, rowId });
  else if (known.rowId !== rowId) await ctx.db.patch("externalIds", known._id, { rowId });
  return known?.rowId ?? null;
}

/** Forgets a link, when an import is taken back. */
export async function unlink(ctx: Pick<MutationCtx, "db">, external: External): Promise<void> {
  const known = await findLink(ctx, external);
  if (known !== null) await ctx.db.delete("externalIds", known._id);
}
