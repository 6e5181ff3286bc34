import type { Doc, Id } from "../_generated/dataModel";
import { isAllowed } from "../access/abilities";
import { currentMemberships } from "../access/enter";
import { append } from "../audit/model";
import { civilDayAt } from "../dates";
import type { MutationCtx } from "../functions";
import { gradesOf, settingsOf } from "../organizations/rules/settings";

/** What deciding about rows needs: who imports, into which organization, on which day. */
export type Batch = MutationCtx & {
  import: Doc<"imports">;
  organization: Doc<"organizations">;
  /** Whoever began the import: its changes are theirs. */
  person: Doc<"people">;
  today: string;
  grades: readonly { code: string; name: string }[];
  keepsDescent: boolean;
  /** Looks something up once in a batch. */
  once: <T>(key: string, find: () => Promise<T>) => Promise<T>;
  /** Forgets what was looked up, after a row has changed what others look up. */
  forget: () => void;
};

/**
 * So many rows at most are checked, applied or taken back in one transaction: as many as are done in a fraction of a
 * second, for so long whoever else is saving something waits.
 */
export const BATCH_ROWS = 50;
/** After a step has stood still: a batch that was too much for one transaction is done in smaller ones. */
export const SMALL_BATCH_ROWS = 5;

/**
 * Opens the next batch of a step, or answers null when the import is no longer in that step. An import whose
 * beginner may not import any more is stopped where it is.
 */
export async function openBatch(
  ctx: MutationCtx,
  importId: Id<"imports">,
  status: Doc<"imports">["status"],
): Promise<Batch | null> {
  const found = await ctx.db.get("imports", importId);
  const organization = found && (await ctx.db.get("organizations", found.organizationId));
  const person = found && (await ctx.db.get("people", found.startedBy));
  if (!found || !organization || !person || found.status !== status) return null;
  const today = civilDayAt(Date.now(), organization.timeZone);
  const memberships = await currentMemberships(ctx, organization._id, person._id, today);
  if (!isAllowed("roster.import", memberships, null)) {
    await ctx.db.patch("imports", importId, { status: "stopped" });
    return null;
  }
  return {
    ...ctx,
    import: found,
    organization,
    person,
    today,
    grades: gradesOf(organization),
    keepsDescent: settingsOf(organization).needsRaceColumns,
    ...remembering(),
  };
}

function remembering(): Pick<Batch, "once" | "forget"> {
  const known = new Map<string, Promise<unknown>>();
  return {
    once: <T>(key: string, find: () => Promise<T>) => {
      const found = known.get(key) ?? find();
      known.set(key, found);
      return found as Promise<T>;
    },
    forget: () => known.clear(),
  };
}

/** Looks at what the transaction has cost once in so many rows. */
const ROWS_BETWEEN_LOOKS = 10;

/**
 * The rows with positions after `after`, up to and including `upTo`, one by one and in either direction, for as long
 * as the transaction has room; at least one, unless there are none. A row reads about ten ranges, but fifty and more
 * in a school full of namesakes, and a transaction may read 4,096.
 */
export async function* nextRows(
  batch: Batch,
  { after, upTo, order = "asc" }: { after: number; upTo: number; order?: "asc" | "desc" },
): AsyncGenerator<Doc<"importRows">> {
  const rows = batch.db
    .query("importRows")
    .withIndex("by_import_and_position", (q) =>
      q.eq("importId", batch.import._id).gt("position", after).lte("position", upTo),
    )
    .order(order);
  let given = 0;
  for await (const row of rows) {
    if (given > 0 && given % ROWS_BETWEEN_LOOKS === 0 && !(await hasRoom(batch))) return;
    yield row;
    given++;
  }
}

/** Whether less than half is gone of what a transaction may read and write. */
async function hasRoom({ meta }: Batch): Promise<boolean> {
  const { databaseQueries, documentsRead, bytesRead, documentsWritten, bytesWritten } =
    await meta.getTransactionMetrics();
  const spent = [databaseQueries, documentsRead, bytesRead, documentsWritten, bytesWritten];
  return spent.every(({ used, remaining }) => used < remaining);
}

/** One audit entry for a batch: the rows themselves say what each of them did. */
export async function record(batch: Batch, command: string, summary: string): Promise<void> {
  await append(batch, {
    organizationId: batch.organization._id,
    actorId: batch.person._id,
    permission: "roster.import",
    command,
    outcome: "done",
    summary: `import ${batch.import._id}, ${summary}`,
  });
}

/** A tally with some keys moved up or down; what comes to nothing is left out. */
export function tallied(
  tally: Record<string, number>,
  moves: readonly (readonly [key: string, by: number])[],
): Record<string, number> {
  const sums = { ...tally };
  for (const [key, by] of moves) sums[key] = (sums[key] ?? 0) + by;
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
}
