import type { Infer } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import type { CivilDay } from "../dates";
import type { MutationCtx, QueryCtx } from "../functions";
import { openFor, type Place, sealFor } from "../sealing/model";
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

/** The last version of a part, or null when nobody has written it. */
export async function findLastVersion(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  part: RecordPart,
): Promise<Doc<"recordVersions"> | null> {
  return await ctx.db
    .query("recordVersions")
    .withIndex("by_student_and_part", (q) => q.eq("studentId", studentId).eq("part", part))
    .order("desc")
    .first();
}

/** A version sealed anew, with the key that seals now. */
export function resealedVersion(version: Doc<"recordVersions">) {
  return { sealed: sealFor(placeOf(version), snapshotOf(version)) };
}

/** The versions of a part, oldest first, opened. */
async function versionsOf(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  part: RecordPart,
): Promise<Version[]> {
  const rows = await ctx.db
    .query("recordVersions")
    .withIndex("by_student_and_part", (q) => q.eq("studentId", studentId).eq("part", part))
    .order("desc")
    .take(MOST_VERSIONS);
  return rows.reverse().map((row) => ({
    fields: row.fields,
    holdsFrom: row.holdsFrom,
    recordedAt: row.recordedAt,
    snapshot: snapshotOf(row),
  }));
}

/**
 * Parts of the record as they stood at the end of a civil day, with what has been put right since put right. A
 * part that nobody had written by then is null. Ask for "health" only where the reader may see it.
 */
export async function partsOn(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  day: CivilDay,
  parts: readonly RecordPart[],
): Promise<Record<string, Snapshot | null>> {
  const stood: Record<string, Snapshot | null> = {};
  for (const part of parts) stood[part] = asStoodOn(await versionsOf(ctx, studentId, part), day);
  return stood;
}

/** Parts of the record as everybody believed them to be at an instant (ms), mistakes included. */
export async function partsAsKnownAt(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
  instant: number,
  parts: readonly RecordPart[],
): Promise<Record<string, Snapshot | null>> {
  const known: Record<string, Snapshot | null> = {};
  for (const part of parts) known[part] = asKnownAt(await versionsOf(ctx, studentId, part), instant);
  return known;
}
