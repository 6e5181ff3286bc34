import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import type { QueryCtx } from "../functions";

/** A person as colleagues and families see them. */
export const presentedPerson = v.object({ personId: v.id("people"), name: v.string(), color: v.number() });

/** Name and colour, nothing else. */
export function presentPerson(person: Doc<"people">) {
  return { personId: person._id, name: person.name, color: person.color };
}

/** The person with an id found in a row, or null when the id is absent. */
export async function findNamed(ctx: Pick<QueryCtx, "db">, personId: Id<"people"> | undefined) {
  const person = personId && (await ctx.db.get("people", personId));
  return person ? presentPerson(person) : null;
}
