import { internal } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { append } from "../audit/model";
import { civilDayAt } from "../dates";
import { problem } from "../errors";
import type { MutationCtx, QueryCtx } from "../functions";
import { standingOf } from "./abilities";
import type { InCompartment } from "./enter";

/** How long an opened record may be read without another word from the page, in ms. */
export const LEASE_MS = 30 * 60 * 1000;
/** A lease that has been renewed so recently stays as it is: several tabs of one person renew it once. In ms. */
const FRESH_MS = 60 * 1000;

type Opened = Pick<InCompartment, "compartment" | "person" | "organization" | "relation">;

async function findLease(
  ctx: Pick<QueryCtx, "db">,
  { compartment, person }: Pick<Opened, "compartment" | "person">,
): Promise<Doc<"recordLeases"> | null> {
  return await ctx.db
    .query("recordLeases")
    .withIndex("by_student_and_person", (q) =>
      q.eq("studentId", compartment.studentId).eq("personId", person._id),
    )
    .first();
}

/**
 * Throws `lease_needed` unless the person has the record open: a query cannot write, so that the reading is on
 * record (34 CFR 300.614, 99.32) has to be settled before it. Takes the unwalled database.
 */
export async function requireLease(
  ctx: Pick<QueryCtx, "db">,
  opened: Pick<Opened, "compartment" | "person">,
): Promise<void> {
  const lease = await findLease(ctx, opened);
  if (!lease || lease.expiresAt <= Date.now()) throw problem("lease_needed");
}

/**
 * Opens the record, or goes on reading it: answers when the lease ends, in ms. The first opening of a civil day,
 * and every opening after a lease has run out, leaves an audit entry; going on reading leaves none.
 */
export async function takeLease(ctx: Pick<MutationCtx, "db" | "scheduler">, opened: Opened): Promise<number> {
  const now = Date.now();
  const lease = await findLease(ctx, opened);
  const { timeZone } = opened.organization;
  const goesOn =
    lease !== null &&
    lease.expiresAt > now &&
    civilDayAt(lease.openedAt, timeZone) === civilDayAt(now, timeZone);
  const expiresAt = now + LEASE_MS;
  if (goesOn) {
    if (lease.expiresAt >= expiresAt - FRESH_MS) return lease.expiresAt;
    await ctx.db.patch("recordLeases", lease._id, { expiresAt });
    return expiresAt;
  }
  const personId = opened.person._id;
  if (lease) await ctx.db.patch("recordLeases", lease._id, { openedAt: now, expiresAt });
  else {
    const leaseId = await ctx.db.insert("recordLeases", {
      ...opened.compartment,
      ...{ personId, openedAt: now, expiresAt },
    });
    await ctx.scheduler.runAt(expiresAt, internal.access.expiry.closeLease, { leaseId });
  }
  await append(ctx, {
    ...opened.compartment,
    actorId: personId,
    standing: standingOf(opened.relation),
    permission: "students.read",
    command: "students/record:open",
    outcome: "done",
    summary: "opened the record",
  });
  return expiresAt;
}

/** Closes the record for one person: their live queries run again and meet the door. */
export async function endLease(
  ctx: Pick<MutationCtx, "db">,
  { studentId, personId }: { studentId: Id<"students">; personId: Id<"people"> },
): Promise<void> {
  const lease = await ctx.db
    .query("recordLeases")
    .withIndex("by_student_and_person", (q) => q.eq("studentId", studentId).eq("personId", personId))
    .first();
  if (lease) await ctx.db.delete("recordLeases", lease._id);
}
