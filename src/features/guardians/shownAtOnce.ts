import type { OptimisticLocalStore } from "convex/browser";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Guardian } from "./guardianWords.ts";

type Ids = { studentId: Id<"students">; guardianshipId: Id<"guardianships"> };

/** A tick is there at once, on a slow line too; refused, it goes away again by itself. */
export function showRight(
  store: OptimisticLocalStore,
  { right, isHeld, ...ids }: Ids & { right: Guardian["given"][number]; isHeld: boolean },
): void {
  show(store, ids, (guardian) => ({ ...guardian, given: changed(guardian.given, right, isHeld) }));
}

export function showAgreement(
  store: OptimisticLocalStore,
  { agrees, ...ids }: Ids & { agrees: boolean },
): void {
  show(store, ids, (guardian) => ({
    ...guardian,
    adultGrounds: changed(guardian.adultGrounds, "studentAgreed", agrees),
  }));
}

function show(
  store: OptimisticLocalStore,
  { studentId, guardianshipId }: Ids,
  change: (guardian: Guardian) => Guardian,
): void {
  const around = store.getQuery(api.guardians.around.list, { studentId });
  if (!around) return;
  const guardians = around.guardians.map((guardian) =>
    guardian.guardianshipId === guardianshipId ? change(guardian) : guardian,
  );
  store.setQuery(api.guardians.around.list, { studentId }, { ...around, guardians });
}

function changed<T>(held: readonly T[], one: T, isHeld: boolean): T[] {
  const others = held.filter((other) => other !== one);
  return isHeld ? [...others, one] : others;
}
