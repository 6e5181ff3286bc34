import type { Infer } from "convex/values";
import type { Doc } from "../_generated/dataModel";
import type { StudentQueryCtx } from "../functions";
import { findNamed } from "../people/model";
import { type Group, inOrder, isAfter, type Place } from "./rules";
import type { event } from "./schema";

export type Event = Infer<typeof event>;
/**
 * An event with its place; `written` breaks ties within a day and a rank. `rowId` is the row that it tells of, where
 * the key does not begin with it.
 */
export type Placed = Event & { written: number; rowId?: string };

/** The row that an event tells of. */
export const rowOf = ({ key, rowId }: Pick<Placed, "key" | "rowId">): string =>
  rowId ?? key.split(":")[0] ?? key;

/**
 * Where events of one kind come from. `read` answers at least the next `limit` of them after a place, newest
 * first, or all that are left. The order of sources in timeline.ts is their rank within a day.
 */
export type Source = {
  group: Group;
  /** Not for the eyes of the family. */
  isForTeam?: true;
  read: (ctx: StudentQueryCtx, after: After, limit: number) => Promise<Placed[]>;
};

/** Whether an event of this source comes after where the last page ended. */
export type After = { from: Place | null; comes: (place: Omit<Place, "rank">) => boolean };

export function afterPlace(from: Place | null, rank: number): After {
  return {
    from,
    comes: ({ on, written, key }) => from === null || isAfter({ on, rank, written, key }, from),
  };
}

/** The next events of a child's rows that are few: all of them are looked at. */
export function nextOf(events: readonly Placed[], after: After, limit: number): Placed[] {
  return events
    .filter((one) => after.comes(one))
    .sort((a, b) => inOrder({ ...a, rank: 0 }, { ...b, rank: 0 }))
    .slice(0, limit);
}

/**
 * The next events of rows that can be many: `rows` come newest first from an index, no later than the day of the
 * last page's end. Of that day's rows those already shown are passed over; nothing else is read beyond `limit`.
 */
export async function collect<Row>(
  rows: AsyncIterable<Row>,
  present: (row: Row) => Promise<Placed | null> | Placed | null,
  after: After,
  limit: number,
): Promise<Placed[]> {
  const events: Placed[] = [];
  for await (const row of rows) {
    if (events.length >= limit) break;
    const one = await present(row);
    if (one && after.comes(one)) events.push(one);
  }
  return events;
}

/** The latest day that can still come; text that sorts after every day while nothing was shown. */
export const latest = ({ from }: After): string => from?.on ?? "9999-12-31";

export async function nameOf(
  ctx: StudentQueryCtx,
  personId: Doc<"people">["_id"] | undefined,
): Promise<string> {
  return (await findNamed(ctx, personId))?.name ?? "";
}
