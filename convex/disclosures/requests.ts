import { v } from "convex/values";
import { requireRow } from "../access/load";
import { daysBetween } from "../dates";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation, studentQuery } from "../functions";
import { tellFamily } from "../guardians/telling";
import { alertLeaders } from "../notifications/model";
import { findNamed } from "../people/model";
import { originsIn } from "../students/origins";
import { accepted } from "../typed";
import { civilDay } from "../values";
import { answerInput, outcomesFor, requestDueOn, requestInput } from "./rules";
import { requestKind, requestOutcome } from "./schema";

const MOST_REQUESTS = 200;

const presented = v.object({
  requestId: v.id("recordRequests"),
  kind: requestKind,
  askedByName: v.string(),
  isMine: v.boolean(),
  askedOn: civilDay,
  words: v.string(),
  dueOn: civilDay,
  daysLeft: v.number(),
  status: v.union(v.literal("open"), v.literal("answered")),
  outcome: v.union(requestOutcome, v.null()),
  answer: v.union(v.string(), v.null()),
  answeredOn: v.union(civilDay, v.null()),
  answeredByName: v.union(v.string(), v.null()),
  /** For the team: the number of the record about which it was asked, where that has become part of this one. */
  from: v.union(v.string(), v.null()),
});

/** What the family has asked about the record and what became of it, the latest first; 200 at most. */
export const list = studentQuery({
  can: "access.read",
  args: {},
  returns: v.array(presented),
  handler: async (ctx, { studentId }) => {
    const rows = await ctx.db
      .query("recordRequests")
      .withIndex("by_student", (q) => q.eq("studentId", studentId))
      .order("desc")
      .take(MOST_REQUESTS);
    const origin = ctx.audience === "team" ? await originsIn(ctx, studentId) : null;
    const requests = [];
    for (const row of rows) {
      requests.push({
        requestId: row._id,
        kind: row.kind,
        askedByName: row.askedByName,
        isMine: row.askedBy === ctx.person._id,
        askedOn: row.askedOn,
        words: row.words,
        dueOn: row.dueOn,
        daysLeft: daysBetween(ctx.today, row.dueOn),
        status: row.status,
        outcome: row.outcome ?? null,
        answer: row.answer ?? null,
        answeredOn: row.answeredOn ?? null,
        answeredByName: (await findNamed(ctx, row.answeredBy))?.name ?? null,
        from: origin && (await origin(row._id)),
      });
    }
    return requests;
  },
});

/**
 * Asks to see the record, for a copy, an explanation or an amendment. The clock runs from today: 45 days (34 CFR
 * 300.613(a)), in England one month. The case manager and the administrators are told at once.
 */
export const make = studentMutation({
  can: "recordRequests.make",
  args: { kind: requestKind, words: v.string() },
  returns: v.id("recordRequests"),
  handler: async (ctx, { kind, words }) => {
    const read = accepted(requestInput, { words, askedByName: ctx.person.name, askedOn: ctx.today });
    return await keep(ctx, kind, { ...read, askedBy: ctx.person._id });
  },
});

/** Writes down a request that came by letter, by telephone or in person, with the day it came. */
export const record = studentMutation({
  can: "recordRequests.answer",
  args: { kind: requestKind, words: v.string(), askedByName: v.string(), askedOn: civilDay },
  returns: v.id("recordRequests"),
  handler: async (ctx, { kind, ...typed }) => {
    const read = accepted(requestInput, typed);
    if (read.askedByName === "") throw problem("required", { field: "askedByName" });
    if (read.askedOn > ctx.today) throw problem("day_in_future", { field: "askedOn" });
    return await keep(ctx, kind, read);
  },
});

type Asked = {
  words: string;
  askedByName: string;
  askedOn: string;
  askedBy?: StudentMutationCtx["person"]["_id"];
};

async function keep(ctx: StudentMutationCtx, kind: "inspect" | "copy" | "explain" | "amend", asked: Asked) {
  if (kind === "amend" && asked.words === "") throw problem("required", { field: "words" });
  const requestId = await ctx.db.insert("recordRequests", {
    ...ctx.compartment,
    kind,
    ...asked,
    dueOn: requestDueOn(asked.askedOn, ctx.organization.jurisdiction),
    recordedBy: ctx.person._id,
    recordedAt: Date.now(),
    status: "open",
  });
  await alertLeaders(ctx, { kind: "recordRequested" });
  ctx.note(`request ${requestId}, ${kind}`);
  return requestId;
}

/**
 * Answers a request: what was given and when, or why not. The family sees it at once. Who may not have an amendment
 * is told of the right to a hearing (300.618(c), 300.619) by the page that shows the outcome.
 */
export const answer = studentMutation({
  can: "recordRequests.answer",
  args: {
    requestId: v.id("recordRequests"),
    outcome: requestOutcome,
    answer: v.string(),
    answeredOn: civilDay,
  },
  returns: v.null(),
  handler: async (ctx, { requestId, outcome, ...typed }) => {
    const request = await requireRow(ctx, "recordRequests", requestId);
    if (request.status === "answered") throw problem("request_answered");
    if (!outcomesFor(request.kind).includes(outcome)) throw problem("invalid", { field: "outcome" });
    const read = accepted(answerInput, typed);
    if (read.answeredOn > ctx.today) throw problem("day_in_future", { field: "answeredOn" });
    if (read.answeredOn < request.askedOn) throw problem("days_out_of_order", { field: "answeredOn" });
    await ctx.db.patch("recordRequests", requestId, {
      ...read,
      status: "answered",
      outcome,
      answeredBy: ctx.person._id,
      answeredAt: Date.now(),
    });
    if (request.askedBy) {
      await tellFamily(ctx, request.askedBy, "recordRequestAnswered");
    }
    ctx.note(`request ${requestId}, ${outcome}`);
    return null;
  },
});
