import { v } from "convex/values";
import { components } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import {
  type MutationCtx,
  openMutation,
  type StudentMutationCtx,
  studentMutation,
  studentQuery,
} from "../functions";
import { findNamed, presentedPerson } from "../people/model";
import { requirePlan, requireReadablePlan } from "./model";

/**
 * Who is in a plan, and where their carets stand. The presence component knows who is in the room (the plan's
 * id); it marks a page gone two and a half intervals after its last heartbeat, at once when it says goodbye.
 */
const room = components.presence.public;

/** Between two heartbeats, in ms. */
export const HEARTBEAT_MS = 4_000;
/** A caret of one's own that has not moved for so long may belong to a page that is gone, in ms. */
const STRAY_AFTER_MS = 60_000;
/** Most people shown, and most pages of one plan whose carets are. */
const MANY_EDITORS = 50;

/** A page's session, as the presence component knows it: another person's page can never be the same. */
function sessionName(iepId: Id<"ieps">, personId: Id<"people">, sessionId: string): string {
  if (sessionId.length < 8 || sessionId.length > 64) throw problem("invalid", { field: "sessionId" });
  return `${iepId}:${personId}:${sessionId}`;
}

/** "I am here": enters the plan's room, or stays in it. The token lets the page say goodbye without signing in. */
export const heartbeat = studentMutation({
  can: "presence.join",
  recorded: "elsewhere",
  args: { iepId: v.id("ieps"), sessionId: v.string() },
  returns: v.object({ sessionToken: v.string(), intervalMs: v.number() }),
  handler: async (ctx, { iepId, sessionId }) => {
    await requirePlan(ctx, iepId);
    const { sessionToken } = await ctx.runMutation(room.heartbeat, {
      roomId: iepId,
      userId: ctx.person._id,
      sessionId: sessionName(iepId, ctx.person._id, sessionId),
      interval: HEARTBEAT_MS,
    });
    return { sessionToken, intervalMs: HEARTBEAT_MS };
  },
});

/** Puts the page's caret in a section: positions in the text of `version`. A few times a second at most. */
export const move = studentMutation({
  can: "presence.join",
  recorded: "elsewhere",
  args: {
    iepId: v.id("ieps"),
    sessionId: v.string(),
    sectionId: v.id("sections"),
    anchor: v.number(),
    head: v.number(),
    version: v.number(),
  },
  returns: v.null(),
  handler: async (ctx, { iepId, sessionId, sectionId, anchor, head, version }) => {
    const section = await requireRow(ctx, "sections", sectionId);
    if (section.iepId !== iepId) throw problem("not_found");
    const numbers = [anchor, head, version];
    if (!numbers.every((n) => Number.isSafeInteger(n) && n >= 0)) throw problem("invalid");
    const place = { sectionId, anchor, head, version, at: Date.now() };
    const caret = await findCaret(ctx, iepId, sessionId);
    if (caret && caret.personId !== ctx.person._id) throw problem("not_allowed");
    if (caret) await ctx.db.patch("carets", caret._id, place);
    else {
      sessionName(iepId, ctx.person._id, sessionId);
      await forgetStrays(ctx, iepId);
      const row = { ...ctx.compartment, ...place, iepId, personId: ctx.person._id, sessionId };
      await ctx.db.insert("carets", row);
    }
    return null;
  },
});

/** A page that ended without a goodbye leaves its caret behind; the person's next page takes it away. */
async function forgetStrays(ctx: StudentMutationCtx, iepId: Id<"ieps">): Promise<void> {
  const carets = await ctx.db
    .query("carets")
    .withIndex("by_iep", (q) => q.eq("iepId", iepId))
    .take(MANY_EDITORS);
  for (const { _id, personId, at } of carets) {
    if (personId === ctx.person._id && at < Date.now() - STRAY_AFTER_MS) await ctx.db.delete("carets", _id);
  }
}

/** Takes the page's caret away: it has left the text, and is still in the plan. */
export const rest = studentMutation({
  can: "presence.join",
  recorded: "elsewhere",
  args: { iepId: v.id("ieps"), sessionId: v.string() },
  returns: v.null(),
  handler: async (ctx, { iepId, sessionId }) => {
    await requirePlan(ctx, iepId);
    const caret = await findCaret(ctx, iepId, sessionId);
    if (caret?.personId === ctx.person._id) await ctx.db.delete("carets", caret._id);
    return null;
  },
});

async function findCaret(
  ctx: { db: MutationCtx["db"] },
  iepId: Id<"ieps">,
  sessionId: string,
): Promise<Doc<"carets"> | null> {
  return await ctx.db
    .query("carets")
    .withIndex("by_session", (q) => q.eq("sessionId", sessionId).eq("iepId", iepId))
    .unique();
}

/** Goodbye, also from a closing tab that can no longer sign anything: the token is the page's own secret. */
export const leave = openMutation({
  because: "A closing page sends this by beacon: its two secrets name its own session and nothing else.",
  args: { sessionToken: v.string(), iepId: v.id("ieps"), sessionId: v.string() },
  returns: v.null(),
  handler: async (ctx, { sessionToken, iepId, sessionId }) => {
    await ctx.runMutation(room.disconnect, { sessionToken });
    const caret = await findCaret(ctx, iepId, sessionId);
    if (caret) await ctx.db.delete("carets", caret._id);
    return null;
  },
});

const caretView = v.object({
  caretId: v.id("carets"),
  sectionId: v.id("sections"),
  person: presentedPerson,
  anchor: v.number(),
  head: v.number(),
  version: v.number(),
});

/**
 * Who is in the plan. The team sees names and carets; the family sees only that the team is working.
 * `sectionIds` are the sections in which that person's carets stand.
 */
export const list = studentQuery({
  can: "ieps.read",
  args: { iepId: v.id("ieps") },
  returns: v.union(
    v.object({
      audience: v.literal("team"),
      editors: v.array(v.object({ person: presentedPerson, sectionIds: v.array(v.id("sections")) })),
      carets: v.array(caretView),
    }),
    v.object({ audience: v.literal("family"), teamIsWorking: v.boolean() }),
  ),
  handler: async (ctx, { iepId }) => {
    await requireReadablePlan(ctx, iepId);
    const present = await ctx.runQuery(room.listRoom, {
      roomId: iepId,
      onlineOnly: true,
      limit: MANY_EDITORS,
    });
    if (ctx.audience === "family") return { audience: "family" as const, teamIsWorking: present.length > 0 };
    const people = await Promise.all(
      present.map(({ userId }) => findNamed(ctx, ctx.db.normalizeId("people", userId) ?? undefined)),
    );
    const rows = await ctx.db
      .query("carets")
      .withIndex("by_iep", (q) => q.eq("iepId", iepId))
      .order("desc")
      .take(MANY_EDITORS);
    const editors = people
      .filter((person) => person !== null)
      .map((person) => {
        const own = rows.filter(({ personId }) => personId === person.personId);
        return { person, sectionIds: [...new Set(own.map(({ sectionId }) => sectionId))] };
      });
    const carets = rows.flatMap(({ _id, sectionId, personId, anchor, head, version }) => {
      const editor = editors.find(({ person }) => person.personId === personId);
      return editor ? [{ caretId: _id, sectionId, person: editor.person, anchor, head, version }] : [];
    });
    return { audience: "team" as const, editors, carets };
  },
});
