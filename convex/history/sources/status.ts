import { addDays } from "../../dates";
import { episodesOf, evaluationsOf, needsOf } from "../../status/model";
import { continuationOf } from "../../status/rules/episodes";
import { needsOn } from "../../status/rules/needs";
import { nextOf, type Placed, type Source } from "../source";

/** Status, needs and evaluations, as the record holds them now. */

export const statusLeft: Source = {
  group: "status",
  read: async (ctx, after, limit) => {
    const rows = await episodesOf(ctx, ctx.student._id);
    const left = rows.flatMap((row): Placed[] => {
      if (row.endsOn === undefined || continuationOf(rows, row)) return [];
      const about = { status: row.kind, ...(row.exitReason && { exitReason: row.exitReason }) };
      const { endsOn: on, recordedAt: written } = row;
      return [{ key: `${row._id}:left`, on, written, group: "status", kind: "statusLeft", about }];
    });
    return nextOf(left, after, limit);
  },
};

export const statusEntered: Source = {
  group: "status",
  read: async (ctx, after, limit) => {
    const rows = await episodesOf(ctx, ctx.student._id);
    const entered = rows.map(
      (row): Placed => ({
        key: `${row._id}:entered`,
        on: row.startsOn,
        written: row.recordedAt,
        group: "status",
        kind: row.isContinuation ? "statusChanged" : "statusEntered",
        about: { status: row.kind, term: row.term, decidedBy: row.decidedBy },
        ...(ctx.audience === "team" && { text: row.reason }),
        ...(row.endsOn && { until: row.endsOn }),
      }),
    );
    return nextOf(entered, after, limit);
  },
};

/** One event for each day on which the list of needs becomes another one. */
export const needsChanged: Source = {
  group: "needs",
  read: async (ctx, after, limit) => {
    const rows = await needsOf(ctx, ctx.student._id);
    const days = rows.flatMap(({ startsOn, endsOn }) =>
      endsOn === undefined ? [startsOn] : [startsOn, addDays(endsOn, 1)],
    );
    const changes = [...new Set(days)].map((on): Placed => {
      const codes = needsOn(rows, on).map(({ code }) => code);
      const rowId = rows.find(({ startsOn }) => startsOn === on)?._id ?? "";
      const written = Math.max(...rows.map(({ recordedAt }) => recordedAt));
      const about = { codes: codes.join(" ") };
      return { key: `needs:${on}`, rowId, on, written, group: "needs", kind: "needsChanged", about };
    });
    return nextOf(changes, after, limit);
  },
};

export const evaluationEnded: Source = {
  group: "evaluations",
  read: async (ctx, after, limit) => {
    const rows = await evaluationsOf(ctx, ctx.student._id);
    const ended = rows.flatMap((row): Placed[] => {
      const { completedOn, notNeededOn, conclusion, findings, recordedAt: written } = row;
      const base = { written, group: "evaluations" as const };
      const about = { evaluation: row.kind, ...(conclusion && { conclusion }) };
      const text = ctx.audience === "team" && findings ? { text: findings } : {};
      if (completedOn !== undefined) {
        const key = `${row._id}:completed`;
        return [{ ...base, ...text, key, on: completedOn, kind: "evaluationCompleted", about }];
      }
      if (notNeededOn === undefined) return [];
      return [{ ...base, key: `${row._id}:agreed`, on: notNeededOn, kind: "evaluationNotNeeded", about }];
    });
    return nextOf(ended, after, limit);
  },
};

export const evaluationAsked: Source = {
  group: "evaluations",
  read: async (ctx, after, limit) => {
    const rows = await evaluationsOf(ctx, ctx.student._id);
    const asked = rows
      .filter(({ notNeededOn }) => notNeededOn === undefined)
      .map(
        (row): Placed => ({
          key: `${row._id}:asked`,
          on: row.askedOn,
          written: row.recordedAt,
          group: "evaluations",
          kind: "evaluationAsked",
          about: { evaluation: row.kind, askedBy: row.askedBy },
          ...(ctx.audience === "team" && { text: row.reason }),
        }),
      );
    return nextOf(asked, after, limit);
  },
};
