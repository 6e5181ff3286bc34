import { ConvexError } from "convex/values";
import type { Problem } from "#convex/errors.ts";
import type { Can, Permission } from "./useAbilities.ts";

/** A page for those who may: everybody else meets the same "not found" that the server would answer with. */
export function requireAbility(can: Can, permission: Permission): void {
  if (!can(permission)) throw new ConvexError<Problem>({ code: "not_found" });
}
