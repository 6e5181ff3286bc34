import type { Doc, Id } from "../_generated/dataModel";
import type { Standing } from "../access/standing";
import type { MutationCtx, QueryCtx } from "../functions";
import { hashOf, type Kept, keptOf, type Place, START } from "./rules";

export type Entry = {
  organizationId: Id<"organizations">;
  studentId?: Id<"students"> | undefined;
  actorId?: Id<"people"> | undefined;
  standing?: Standing | undefined;
  permission: string;
  command: string;
  outcome: Doc<"auditEntries">["outcome"];
  summary: string;
};

/** Appends an entry to the organization's chain, in the caller's transaction. Takes the unwalled database. */
export async function append(ctx: Pick<MutationCtx, "db">, entry: Entry): Promise<void> {
  const last = await headOf(ctx, entry.organizationId);
  const { studentId, actorId, standing, ...rest } = entry;
  const hashed = {
    ...rest,
    ...(studentId && { studentId }),
    ...(actorId && { actorId }),
    ...(standing && { standing }),
    sequence: last.sequence + 1,
    at: Date.now(),
    previousHash: last.hash,
  };
  await ctx.db.insert("auditEntries", { ...hashed, hash: hashOf(hashed) });
}

/** So many entries are recomputed in one go: enough to be quick, few enough for one transaction. */
export const STRETCH = 500;

/** Up to 500 entries of the chain from a number on, in order. */
export async function stretchFrom(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  sequence: number,
  most = STRETCH,
): Promise<Kept[]> {
  const rows = await ctx.db
    .query("auditEntries")
    .withIndex("by_organization_and_sequence", (q) =>
      q.eq("organizationId", organizationId).gte("sequence", sequence),
    )
    .take(most);
  return rows.map(keptOf);
}

/** The newest entry's place; where there is none yet, the start. */
export async function headOf(ctx: Pick<QueryCtx, "db">, organizationId: Id<"organizations">): Promise<Place> {
  const last = await ctx.db
    .query("auditEntries")
    .withIndex("by_organization_and_sequence", (q) => q.eq("organizationId", organizationId))
    .order("desc")
    .first();
  return last ? { sequence: last.sequence, hash: last.hash } : START;
}

/** The entry with a number, or null when it is missing. */
export async function findEntry(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  sequence: number,
): Promise<Kept | null> {
  const [entry] = await stretchFrom(ctx, organizationId, sequence, 1);
  return entry?.sequence === sequence ? entry : null;
}

/** Whether the chain still passes through a place: "cut" when it ends before it, "swapped" when another entry stands there. */
export async function compareWith(
  ctx: Pick<QueryCtx, "db">,
  organizationId: Id<"organizations">,
  place: Place,
): Promise<"holds" | "cut" | "swapped"> {
  if (place.sequence === START.sequence) return "holds";
  const head = await headOf(ctx, organizationId);
  if (head.sequence < place.sequence) return "cut";
  const entry = await findEntry(ctx, organizationId, place.sequence);
  return entry?.hash === place.hash ? "holds" : "swapped";
}
