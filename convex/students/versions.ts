import type { Infer } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import type { CivilDay } from "../dates";
import type { MutationCtx, QueryCtx } from "../functions";
import { openFor, type Place, sealFor } from "../sealing/model";
import { byOrigin } from "./origins";
import type { recordPart } from "./recordSchema";
import { asKnownAt, asStoodOn, type Snapshot, type Version } from "./rules/versions";

/**
 * The history of the pupil record: after each change of a part, the part as it then was, sealed. Nothing is ever
 * taken away, so any day and any moment can be read again.
 */

export type RecordPart = Infer<typeof recordPart>;

/** A part has a few dozen changes in a school life; more than this is read from the newest backwards. */
const MOST_VERSIONS = 500;

function placeOf({
  _id,
  organizationId,
  part,
}: Pick<Doc<"recordVersions">, "_id" | "organizationId" | "part">): Place {
  const sensitivity = part === "health" ? "health" : "identity";
  return { organizationId, table: "recordVersions", rowId: _id, sensitivity };
}

export type Change = {
  part: RecordPart;
  /** The part after the change, whole. */
  snapshot: Snapshot;
  fields: readonly string[];
  /** The day from which it is true: today, or earlier for a correction. */
  holdsFrom: CivilDay;
  isCorrection?: boolean;
  recordedBy?: Id<"people">;
};

/** Appends a version in the transaction of the change that it records. */
export async function appendVersion(
  ctx: Pick<MutationCtx, "db">,
  compartment: { organizationId: Id<"organizations">; studentId: Id<"students"> },
  { part, snapshot, fields, holdsFrom, isCorrection = false, recordedBy }: Change,
): Promise<void> {
  const { organizationId, studentId } = compartment;
  const id = await ctx.db.insert("recordVersions", {
    organizationId,
    studentId,
    part,
    fields: [...fields],
    holdsFrom,
    isCorrection,
    recordedAt: Date.now(),
    ...(recordedBy && { recordedBy }),
  });
  const sealed = sealFor(placeOf({ _id: id, organizationId, part }), snapshot);
  await ctx.db.patch("recordVersions", id, { sealed });
}

/** What a version holds. */
export function snapshotOf(version: Doc<"recordVersions">): Snapshot {
  if (version.sealed === undefined) throw new Error(`Version ${version._id} was never sealed.`);
  return openFor<Snapshot>(placeOf(version), version.sealed);
}

/** The last version of a part that was written in this very record, or null when nobody has written it. */
export async function findLastVersion(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  part: RecordPart,
): Promise<Doc<"recordVersions"> | null> {
  return await ctx.db
    .query("recordVersions")
    .withIndex("by_student_and_part", (q) =>
      q.eq("studentId", studentId).eq("part", part).eq("mergeId", undefined),
    )
    .order("desc")
    .first();
}

/** A version sealed anew, with the key that seals now. */
export function resealedVersion(version: Doc<"recordVersions">) {
  return { sealed: sealFor(placeOf(version), snapshotOf(version)) };
}

/** A part as it was, and with which other record it came, where it is not this one that says so. */
export type StoodPart = { snapshot: Snapshot; mergeId?: Id<"merges"> | undefined };

/**
 * What the histories of a part say, oldest version first and opened: the record's own is asked first, then those of
 * records that became part of it, for the days before this one was begun.
 */
async function ask(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  part: RecordPart,
  answer: (versions: readonly Version[]) => Snapshot | null,
): Promise<StoodPart | null> {
  const rows = await ctx.db
    .query("recordVersions")
    .withIndex("by_student_and_part", (q) => q.eq("studentId", studentId).eq("part", part))
    .order("desc")
    .take(MOST_VERSIONS);
  for (const written of byOrigin(rows.reverse())) {
    const snapshot = answer(written.map((row) => ({ ...row, snapshot: snapshotOf(row) })));
    if (snapshot) return { snapshot, mergeId: written[0]?.mergeId };
  }
  return null;
}

/**
 * A part of the record as it stood at the end of a civil day, with what has been put right since put right. Null when
 * nobody had written it by then. Ask for "health" only where the reader may see it.
 */
export async function partOn(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  day: CivilDay,
  part: RecordPart,
): Promise<StoodPart | null> {
  return await ask(ctx, studentId, part, (versions) => asStoodOn(versions, day));
}

/** A part of the record as everybody believed it to be at an instant (ms), mistakes included. */
export async function partAsKnownAt(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  instant: number,
  part: RecordPart,
): Promise<StoodPart | null> {
  return await ask(ctx, studentId, part, (versions) => asKnownAt(versions, instant));
}
