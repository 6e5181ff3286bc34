import type { Doc, Id } from "../_generated/dataModel";
import type { MutationCtx } from "../functions";

type Given = Omit<Doc<"memberships">, "_id" | "_creationTime" | "personId" | "searchName">;

/** Makes a person a member; the only place where a membership begins. */
export async function giveMembership(
  ctx: Pick<MutationCtx, "db">,
  person: Doc<"people">,
  given: Given,
): Promise<Id<"memberships">> {
  const searchName = `${person.name} ${person.email}`;
  return await ctx.db.insert("memberships", { ...given, personId: person._id, searchName });
}
