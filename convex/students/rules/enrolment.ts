import { type CivilDay, isWithin } from "../../dates";

export type EnrolmentStatus = "active" | "inactive" | "graduated" | "transferred";

/** Whoever archives a record chooses one of these; each says what the child did. */
export const archiveReasons = ["graduated", "agedOut", "withdrawn", "droppedOut", "died", "other"] as const;
export type ArchiveReason = (typeof archiveReasons)[number];

/** How a record stands once its last spell has ended for a reason. */
export function statusAfter(exitReason: string | undefined): EnrolmentStatus {
  if (exitReason === "graduated") return "graduated";
  return exitReason === "transferredOut" ? "transferred" : "inactive";
}

type Spell = { startsOn: CivilDay; endsOn?: CivilDay; exitReason?: string };

/**
 * The spell that says where a child belongs on a day: the one that runs, else the last that ended, else the next to
 * begin. Null without any spell.
 */
export function standingOn<Held extends Spell>(
  spells: readonly Held[],
  day: CivilDay,
): { spell: Held; status: EnrolmentStatus } | null {
  const running = spells.find((spell) => isWithin(day, spell));
  if (running) return { spell: running, status: "active" };
  const ended = spells.findLast((spell) => spell.startsOn <= day);
  if (ended) return { spell: ended, status: statusAfter(ended.exitReason) };
  const [next] = spells;
  return next ? { spell: next, status: "inactive" } : null;
}
