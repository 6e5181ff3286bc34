import type { Doc } from "../../_generated/dataModel";
import type { StudentQueryCtx } from "../../functions";
import { collect, latest, type Placed, type Source } from "../source";

/** Meetings, interventions, consents and documents: rows that a school life fills by the hundred. */

type Shared = Pick<Doc<"meetings">, "sharedWithFamily" | "retractedAt">;
const isSeen = (ctx: StudentQueryCtx, row: Shared) =>
  row.retractedAt === undefined && (ctx.audience === "team" || row.sharedWithFamily);

export const meetingHeld: Source = {
  group: "meetings",
  read: async (ctx, after, limit) => {
    const rows = ctx.db
      .query("meetings")
      .withIndex("by_student", (q) => q.eq("studentId", ctx.student._id).lte("heldOn", latest(after)))
      .order("desc");
    const present = (row: Doc<"meetings">): Placed | null =>
      isSeen(ctx, row)
        ? {
            key: row._id,
            on: row.heldOn,
            written: row._creationTime,
            group: "meetings",
            kind: "meetingHeld",
            about: { title: row.title, people: row.people },
            ...(row.outcome && { text: row.outcome }),
            ...(ctx.audience === "team" && {
              meeting: { meetingId: row._id, kind: row.kind, sharedWithFamily: row.sharedWithFamily },
            }),
          }
        : null;
    return await collect(rows, present, after, limit);
  },
};

const intervention = (ctx: StudentQueryCtx, row: Doc<"interventions">) => ({
  written: row._creationTime,
  group: "interventions" as const,
  about: { title: row.title, people: row.people },
  ...(ctx.audience === "team" && {
    intervention: {
      interventionId: row._id,
      kind: row.kind,
      startsOn: row.startsOn,
      endsOn: row.endsOn ?? "",
      outcome: row.outcome,
      sharedWithFamily: row.sharedWithFamily,
    },
  }),
});

export const interventionEnded: Source = {
  group: "interventions",
  read: async (ctx, after, limit) => {
    const rows = ctx.db
      .query("interventions")
      .withIndex("by_student_and_end", (q) =>
        q.eq("studentId", ctx.student._id).gt("endsOn", "").lte("endsOn", latest(after)),
      )
      .order("desc");
    const present = (row: Doc<"interventions">): Placed | null =>
      isSeen(ctx, row) && row.endsOn !== undefined
        ? {
            ...intervention(ctx, row),
            key: `${row._id}:ended`,
            on: row.endsOn,
            kind: "interventionEnded",
            ...(row.outcome && { text: row.outcome }),
          }
        : null;
    return await collect(rows, present, after, limit);
  },
};

export const interventionStarted: Source = {
  group: "interventions",
  read: async (ctx, after, limit) => {
    const rows = ctx.db
      .query("interventions")
      .withIndex("by_student", (q) => q.eq("studentId", ctx.student._id).lte("startsOn", latest(after)))
      .order("desc");
    const present = (row: Doc<"interventions">): Placed | null =>
      isSeen(ctx, row)
        ? {
            ...intervention(ctx, row),
            key: `${row._id}:started`,
            on: row.startsOn,
            kind: "interventionStarted",
            ...(row.endsOn && { until: row.endsOn }),
          }
        : null;
    return await collect(rows, present, after, limit);
  },
};

export const consentDecided: Source = {
  group: "consents",
  read: async (ctx, after, limit) => {
    const rows = ctx.db
      .query("consents")
      .withIndex("by_student_and_day", (q) =>
        q.eq("studentId", ctx.student._id).lte("decidedOn", latest(after)),
      )
      .order("desc");
    const present = (row: Doc<"consents">): Placed | null =>
      row.retractedAt === undefined
        ? {
            key: row._id,
            on: row.decidedOn,
            written: row._creationTime,
            group: "consents",
            kind: "consentDecided",
            about: { consent: row.kind, decision: row.decision, person: row.personName },
          }
        : null;
    return await collect(rows, present, after, limit);
  },
};

export const documentAdded: Source = {
  group: "documents",
  read: async (ctx, after, limit) => {
    const rows = ctx.db
      .query("documents")
      .withIndex("by_student_and_day", (q) =>
        q.eq("studentId", ctx.student._id).lte("documentOn", latest(after)),
      )
      .order("desc");
    const present = (row: Doc<"documents">): Placed | null => {
      const isOpen = row.state === "ready" && (!row.isConfidential || ctx.can("documents.readConfidential"));
      if (!isOpen || !isSeen(ctx, row)) return null;
      return {
        key: row._id,
        on: row.documentOn,
        written: row._creationTime,
        group: "documents",
        kind: "documentAdded",
        about: { document: row.kind, title: row.title },
      };
    };
    return await collect(rows, present, after, limit);
  },
};
