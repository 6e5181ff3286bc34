import type { Doc, Id } from "../_generated/dataModel";
import type { Standing } from "../access/standing";
import type { MutationCtx } from "../functions";
import { GENESIS, hashOf } from "./rules";

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
  const last = await ctx.db
    .query("auditEntries")
    .withIndex("by_organization_and_sequence", (q) => q.eq("organizationId", entry.organizationId))
    .order("desc")
    .first();
  const { studentId, actorId, standing, ...rest } = entry;
  const hashed = {
    ...rest,
    ...(studentId && { studentId }),
    ...(actorId && { actorId }),
    ...(standing && { standing }),
    sequence: (last?.sequence ?? 0) + 1,
    at: Date.now(),
    previousHash: last?.hash ?? GENESIS,
  };
  await ctx.db.insert("auditEntries", { ...hashed, hash: await hashOf(hashed) });
}
