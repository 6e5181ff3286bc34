import * as z from "zod/mini";
import type { Doc, Id } from "../_generated/dataModel";
import type { QueryCtx, StudentMutationCtx } from "../functions";
import { reconcile } from "../ieps/rules/edits";
import { openFor, type Place, sealFor } from "../sealing/model";
import { accepted } from "../typed";
import type { Recording } from "./enrolling";
import { reconcileList } from "./rules/lists";
import { blankProfile, type Profile, type ProfilePart, profileInputs } from "./rules/profile";
import { changedFields, type Snapshot } from "./rules/versions";
import { appendVersion } from "./versions";

/** The parts of a pupil's profile, and the one way to change them. */

export async function findProfile(
  ctx: Pick<QueryCtx, "db">,
  studentId: Id<"students">,
): Promise<Doc<"studentProfiles"> | null> {
  return await ctx.db
    .query("studentProfiles")
    .withIndex("by_student", (q) => q.eq("studentId", studentId))
    .first();
}

function healthPlace({ _id, organizationId }: Pick<Doc<"studentProfiles">, "_id" | "organizationId">): Place {
  return { organizationId, table: "studentProfiles", rowId: _id, sensitivity: "health" };
}

/** A part as it is; blank where nobody has written. Health is opened: ask only where the reader may see it. */
export function partOf<Part extends ProfilePart>(
  profile: Doc<"studentProfiles"> | null,
  part: Part,
): Profile[Part] {
  const blank = blankProfile[part];
  if (!profile) return blank;
  if (part === "health") {
    return profile.sealedHealth ? openFor(healthPlace(profile), profile.sealedHealth) : blank;
  }
  return ((profile as Partial<Profile>)[part] as Profile[Part] | undefined) ?? blank;
}

/** Medical considerations sealed anew, with the key that seals now. */
export function resealedHealth(profile: Doc<"studentProfiles">) {
  return { sealedHealth: sealFor(healthPlace(profile), partOf(profile, "health")) };
}

/**
 * Changes fields of a part. `base` holds each field as the person saw it, blank where it leaves one out; lists are settled line by line. Keeps a
 * version, and answers the names of the fields that changed.
 * @throws conflict for what somebody else has changed meanwhile; what the part's schema refuses
 */
export async function writePart<Part extends ProfilePart>(
  ctx: StudentMutationCtx,
  part: Part,
  base: Partial<Profile[Part]>,
  changes: Partial<Profile[Part]>,
): Promise<string[]> {
  const profile = await findProfile(ctx, ctx.student._id);
  const before: Snapshot = partOf(profile, part);
  const wanted = accepted(z.partial(profileInputs[part] as z.ZodMiniObject), changes) as Snapshot;
  const seen: Snapshot = { ...blankProfile[part], ...base };
  const after = { ...before };
  for (const [field, value] of Object.entries(wanted)) {
    if (Array.isArray(value))
      after[field] = reconcileList(lines(before[field]), lines(seen[field]), value, field);
    else Object.assign(after, reconcile(before, seen, { [field]: value }));
  }
  return await storePart(ctx, ctx.student, part, after);
}

const lines = (value: unknown) => (value ?? []) as { key: string }[];

/** Writes a part whole, with its version, in the transaction of whoever asks. Answers the fields that changed. */
export async function storePart(
  ctx: Recording,
  { _id: studentId, organizationId }: Pick<Doc<"students">, "_id" | "organizationId">,
  part: ProfilePart,
  after: Snapshot,
): Promise<string[]> {
  const found = await findProfile(ctx, studentId);
  const fields = changedFields(partOf(found, part), after);
  if (fields.length === 0) return [];
  const isFirst = (part === "health" ? found?.sealedHealth : found?.[part]) === undefined;
  await put(ctx, { organizationId, studentId }, found, part, after);
  await appendVersion(
    ctx,
    { organizationId, studentId },
    {
      part,
      snapshot: after,
      // The first version of a part says all of it.
      fields: isFirst ? Object.keys(after) : fields,
      holdsFrom: ctx.today,
      recordedBy: ctx.person._id,
    },
  );
  return fields;
}

/** Puts a part into the profile, making it if there is none; what is sealed needs the row's id first. */
async function put(
  ctx: Recording,
  compartment: { organizationId: Id<"organizations">; studentId: Id<"students"> },
  found: Doc<"studentProfiles"> | null,
  part: ProfilePart,
  after: Snapshot,
): Promise<void> {
  const open = part === "health" ? {} : { [part]: after };
  const _id = found?._id ?? (await ctx.db.insert("studentProfiles", { ...compartment, ...open }));
  if (part === "health") {
    const place = healthPlace({ _id, organizationId: compartment.organizationId });
    await ctx.db.patch("studentProfiles", _id, { sealedHealth: sealFor(place, after) });
  } else if (found) await ctx.db.patch("studentProfiles", _id, open);
}
