import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

export type Due = FunctionReturnType<typeof api.students.due.list>[number];

/** How near: the order in which home shows what is due. */
export const nearness = ["overdue", "week", "month", "later", "undated"] as const;
export type Nearness = (typeof nearness)[number];

/** How near a piece of due work is: past its day, within 7 days, within 30, later, or without a day. */
export function nearnessOf({ daysLeft }: Pick<Due, "daysLeft">): Nearness {
  if (daysLeft === null) return "undated";
  if (daysLeft < 0) return "overdue";
  if (daysLeft <= 7) return "week";
  return daysLeft <= 30 ? "month" : "later";
}

/** Due work by nearness, nearest first, without empty groups; inside a group the server's order stays. */
export function groupDue<Item extends Pick<Due, "daysLeft">>(
  items: readonly Item[],
): { nearness: Nearness; items: Item[] }[] {
  return nearness
    .map((near) => ({ nearness: near, items: items.filter((item) => nearnessOf(item) === near) }))
    .filter((group) => group.items.length > 0);
}
