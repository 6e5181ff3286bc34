import { paginationOptsValidator, paginationResultValidator } from "convex/server";
import { v } from "convex/values";
import { problem } from "../errors";
import { studentQuery } from "../functions";
import { originsIn } from "../students/origins";
import { inOrder, type Place, readCursor, writeCursor } from "./rules";
import { event, group } from "./schema";
import { afterPlace, type Event, rowOf, type Source } from "./source";
import * as circle from "./sources/circle";
import * as plans from "./sources/plans";
import * as record from "./sources/record";
import * as status from "./sources/status";
import * as work from "./sources/work";

/** Within a day what ends comes above what begins: the newest first. The place in this list is the rank. */
const sources: readonly Source[] = [
  record.emergencyAccess,
  record.disclosed,
  record.recordChanged,
  plans.planEnded,
  plans.planInEffect,
  status.statusLeft,
  status.statusEntered,
  status.needsChanged,
  status.evaluationEnded,
  work.meetingHeld,
  work.consentDecided,
  status.evaluationAsked,
  work.interventionEnded,
  work.interventionStarted,
  work.documentAdded,
  plans.planStarted,
  circle.leftTeam,
  circle.joinedTeam,
  circle.guardianEnded,
  circle.guardianAdded,
  circle.schoolLeft,
  circle.schoolEntered,
];

const MOST_EVENTS = 100;

/**
 * Everything that happened with a child, the newest first, page by page: each source is asked for the next few
 * events after the place where the last page ended, and they are merged. `groups` keeps those alone; the family
 * sees its own part.
 */
export const list = studentQuery({
  can: "status.read",
  args: { paginationOpts: paginationOptsValidator, groups: v.optional(v.array(group)) },
  returns: paginationResultValidator(event),
  handler: async (ctx, { paginationOpts, groups }) => {
    const { cursor, numItems } = paginationOpts;
    const from = cursor === null ? null : readCursor(cursor);
    if (cursor !== null && from === null) throw problem("invalid", { field: "cursor" });
    const limit = Math.min(numItems, MOST_EVENTS);
    const merged: { place: Place; one: Event; rowId: string }[] = [];
    // One more than the page takes tells whether there is another page.
    for (const [rank, source] of sources.entries()) {
      if (groups && !groups.includes(source.group)) continue;
      if (source.isForTeam && ctx.audience === "family") continue;
      for (const placed of await source.read(ctx, afterPlace(from, rank), limit + 1)) {
        const { written, rowId: _row, ...one } = placed;
        merged.push({ place: { on: one.on, rank, written, key: one.key }, one, rowId: rowOf(placed) });
      }
    }
    merged.sort((a, b) => inOrder(a.place, b.place));
    const page = merged.slice(0, limit);
    const last = page.at(-1);
    const origin = ctx.audience === "team" ? await originsIn(ctx, ctx.student._id) : null;
    return {
      page: await Promise.all(
        page.map(async ({ one, rowId }) => {
          const number = origin && (await origin(rowId));
          return number ? { ...one, from: number } : one;
        }),
      ),
      isDone: merged.length <= limit,
      continueCursor: last ? writeCursor(last.place) : (cursor ?? ""),
    };
  },
});
