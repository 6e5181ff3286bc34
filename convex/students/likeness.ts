import type { Doc, Id } from "../_generated/dataModel";
import type { Recording } from "./enrolling";
import { findAlike, findByStateNumber, findByUpn } from "./identity";
import type { Identity } from "./rules/identity";

/** More children of exactly one name than this are not compared. */
const NAMESAKES = 10;

/**
 * Notes the records that may be of the same child as the one just written: the same national number, or the same
 * birth date with a name that sounds alike. Looks only at what the indexes answer, however many children there are.
 */
export async function noteDuplicates(
  ctx: Recording,
  student: Pick<Doc<"students">, "_id" | "organizationId" | "firstName" | "lastName">,
  identity: Identity,
  found?: readonly Doc<"students">[],
): Promise<void> {
  const db = ctx.organizationDb ?? ctx.db;
  const { organizationId } = student;
  const byNumber = [
    ...(identity.stateNumber ? await findByStateNumber(db, organizationId, identity.stateNumber) : []),
    ...(identity.upn ? await findByUpn(db, organizationId, identity.upn) : []),
  ];
  for (const other of byNumber) await noteOne(ctx, student, other, "sameNumber");
  const alike = found ?? (await findAlike(db, organizationId, student, identity.birthOn));
  for (const other of alike.slice(0, NAMESAKES)) await noteOne(ctx, student, other, "sameBirthAndName");
}

async function noteOne(
  ctx: Recording,
  student: Pick<Doc<"students">, "_id" | "organizationId">,
  other: Doc<"students">,
  because: Doc<"duplicates">["because"],
): Promise<void> {
  if (other._id === student._id || other.mergedIntoId !== undefined) return;
  if ((await findPair(ctx, student._id, other._id)) ?? (await findPair(ctx, other._id, student._id))) return;
  await ctx.db.insert("duplicates", {
    organizationId: student.organizationId,
    newerId: student._id,
    olderId: other._id,
    because,
    standing: "open",
    foundAt: Date.now(),
  });
}

async function findPair(
  ctx: Pick<Recording, "db" | "organizationDb">,
  newerId: Id<"students">,
  olderId: Id<"students">,
) {
  return await (ctx.organizationDb ?? ctx.db)
    .query("duplicates")
    .withIndex("by_pair", (q) => q.eq("newerId", newerId).eq("olderId", olderId))
    .first();
}

/** Writes down that two records are of two children, or that they have become one: they are not suggested again. */
export async function decideBetween(
  ctx: Pick<Recording, "db" | "person">,
  one: Id<"students">,
  other: Id<"students">,
  standing: "different" | "merged",
): Promise<void> {
  const pair = (await findPair(ctx, one, other)) ?? (await findPair(ctx, other, one));
  if (!pair) return;
  const decision = { standing, decidedAt: Date.now(), decidedBy: ctx.person._id };
  await ctx.db.patch("duplicates", pair._id, decision);
}
