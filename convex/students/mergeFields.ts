import type { Doc } from "../_generated/dataModel";
import type { Recording } from "./enrolling";
import { findProfile, partOf, storePart } from "./parts";
import { changeStudent, identityShown } from "./registering";
import { identityFields } from "./rules/identity";
import { profileParts } from "./rules/profile";
import type { Snapshot } from "./rules/versions";
import { findLastVersion, snapshotOf } from "./versions";

/** What the kept record may take from the other: fields of who the child is, and whole parts of the profile. */
export const choices: readonly string[] = [...identityFields, ...profileParts];

type Kept = Doc<"students">;

const blanks = { preferredName: "", pronouns: "", stateNumber: "", upn: "", formerUpn: "" };
const inFull = (student: Kept): Record<string, string> => ({ ...blanks, ...identityShown(student) });

type Taken = Pick<Doc<"merges">, "before">;

/**
 * Writes into the kept record what was chosen from the other, as corrections: it was always so. Answers what it takes
 * to give it back.
 */
export async function takeOver(
  ctx: Recording,
  kept: Kept,
  other: Kept,
  taken: readonly string[],
): Promise<Taken> {
  const before: Taken["before"] = {};
  for (const part of ["identity" as const, ...profileParts]) {
    const version = await findLastVersion(ctx, kept._id, part);
    if (version) before[part] = version._id;
  }
  const from = inFull(other);
  const fields = identityFields.filter((field) => taken.includes(field));
  if (fields.length > 0) {
    const changes = Object.fromEntries(fields.map((field) => [field, from[field]]));
    await changeStudent(ctx, kept, changes, { isCorrection: true });
  }
  const profile = await findProfile(ctx, other._id);
  for (const part of profileParts) {
    if (taken.includes(part)) await storePart(ctx, kept, part, partOf(profile, part));
  }
  return { before };
}

/**
 * Gives back what was taken: each field that still is as it was taken becomes what it was before; one that somebody
 * has changed since stays.
 */
export async function giveBack(ctx: Recording, merge: Doc<"merges">): Promise<void> {
  const kept = await ctx.db.get("students", merge.keptId);
  const other = await ctx.db.get("students", merge.otherId);
  if (!kept || !other) return;
  const snapshotBefore = async (part: string): Promise<Snapshot> => {
    const version = merge.before[part] && (await ctx.db.get("recordVersions", merge.before[part]));
    return version ? snapshotOf(version) : {};
  };
  const is = inFull(kept);
  const was = { ...blanks, ...(await snapshotBefore("identity")) } as Record<string, string>;
  const from = inFull(other);
  const fields = identityFields.filter((field) => merge.taken.includes(field) && is[field] === from[field]);
  if (fields.length > 0) {
    const changes = Object.fromEntries(fields.map((field) => [field, was[field] ?? ""]));
    await changeStudent(ctx, kept, changes, { isCorrection: true });
  }
  const [profile, theirs] = [await findProfile(ctx, kept._id), await findProfile(ctx, other._id)];
  for (const part of profileParts) {
    const isAsTaken = isSame(partOf(profile, part), partOf(theirs, part));
    if (merge.taken.includes(part) && isAsTaken) {
      await storePart(ctx, kept, part, { ...partOf(null, part), ...(await snapshotBefore(part)) });
    }
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
