import { v } from "convex/values";
import type { Doc, Id } from "../_generated/dataModel";
import { requireWriter } from "../access/actor";
import { requireRow } from "../access/load";
import { problem } from "../errors";
import { type StudentMutationCtx, studentMutation, studentQuery } from "../functions";
import { requireDraftSection } from "./model";
import * as prose from "./prose";
import { rebaseOver } from "./rules/rebase";
import { checkProse, readSteps } from "./rules/steps";

/**
 * The only door to the texts of sections: the protocol of README.md. What a browser sends is checked as if a
 * stranger had written it, and refused with a code that never repeats a word of it.
 */

/** Steps in the tail; enough for any two updates of a live query to overlap while people type. */
const TAIL = 32;
/** Most steps answered at once, and the farthest behind that a submit may be and still be mapped. */
const MOST_STEPS = 500;

const stepRecords = v.array(
  v.object({ step: v.string(), clientId: v.string(), serial: v.number(), personId: v.id("people") }),
);
const inSection = { sectionId: v.id("sections") };

export const getSnapshot = studentQuery({
  can: "ieps.readDrafts",
  args: inSection,
  returns: v.object({ version: v.number(), content: v.string() }),
  handler: async (ctx, { sectionId }) => {
    await requireRow(ctx, "sections", sectionId);
    return await prose.newestSnapshot(ctx, sectionId);
  },
});

/** The latest version and the newest steps in one watched value: a change reaches a reader in one hop. */
export const tail = studentQuery({
  can: "ieps.readDrafts",
  args: inSection,
  returns: v.object({ version: v.number(), steps: stepRecords }),
  handler: async (ctx, { sectionId }) => {
    await requireRow(ctx, "sections", sectionId);
    const version = await prose.latestVersion(ctx, sectionId);
    const steps = await prose.stepsAfter(ctx, sectionId, Math.max(1, version - TAIL), TAIL);
    return { version, steps };
  },
});

export const getSteps = studentQuery({
  can: "ieps.readDrafts",
  args: { ...inSection, version: v.number() },
  returns: v.object({ version: v.number(), steps: stepRecords }),
  handler: async (ctx, { sectionId, version }) => {
    await requireRow(ctx, "sections", sectionId);
    const isVersion = Number.isSafeInteger(version) && version >= 1;
    if (!isVersion || version > (await prose.latestVersion(ctx, sectionId))) throw problem("version_stale");
    const steps = await prose.stepsAfter(ctx, sectionId, version, MOST_STEPS);
    return { version: version + steps.length, steps };
  },
});

export const latestVersion = studentQuery({
  can: "ieps.readDrafts",
  args: inSection,
  returns: v.number(),
  handler: async (ctx, { sectionId }) => {
    await requireRow(ctx, "sections", sectionId);
    return await prose.latestVersion(ctx, sectionId);
  },
});

export const submitSteps = studentMutation({
  can: "ieps.edit",
  recorded: "elsewhere",
  args: {
    ...inSection,
    version: v.number(),
    clientId: v.string(),
    writerId: v.optional(v.id("people")),
    serials: v.array(v.number()),
    steps: v.array(v.string()),
  },
  returns: v.union(
    v.object({ status: v.literal("taken"), version: v.number(), through: v.number() }),
    v.object({ status: v.literal("behind"), version: v.number() }),
    v.object({ status: v.literal("duplicate"), version: v.number(), through: v.number() }),
  ),
  handler: async (ctx, { sectionId, version, clientId, writerId, serials, steps }) => {
    requireWriter(ctx.person, writerId);
    const section = await requireDraftSection(ctx, sectionId);
    const through = checkSerials(serials, steps.length);
    const client = await findClient(ctx, sectionId, clientId);
    // A client's steps are one person's: anybody else could use up its serials and lose its words.
    if (client && client.personId !== ctx.person._id) throw problem("not_allowed");
    const own = readSteps(steps);
    const before = await prose.readLatest(ctx, sectionId);
    const [first] = serials;
    if (client && first !== undefined && first <= client.through) {
      return { status: "duplicate" as const, version: before.version, through: client.through };
    }
    if (!Number.isSafeInteger(version) || version < 1 || version > before.version) {
      throw problem("version_stale");
    }
    const late = before.version - version;
    if (late > MOST_STEPS) return { status: "behind" as const, version: before.version };
    const between = late === 0 ? [] : await prose.stepsAfter(ctx, sectionId, version, late);
    const theirs = between.map(({ step }) => prose.parseKept(step));
    const { doc, taken } = rebaseOver(before.doc, own, theirs);
    // With nothing in between, a step that does not apply was never made by an editor that showed this text.
    if (late === 0 && taken.length < own.length) throw problem("steps_invalid");
    checkProse(doc);
    if (taken.length > 0) {
      const named = taken.map(({ step, index }) => ({ step, serial: serials[index] ?? through }));
      const personId = ctx.person._id;
      await prose.keepSteps(ctx, section, before, doc, { personId, clientId, taken: named });
      await markWritten(ctx, section);
    }
    await rememberClient(ctx, section, clientId, through, client);
    return { status: "taken" as const, version: before.version + taken.length, through };
  },
});

/** Keeps a snapshot of the text as the server knows it; whatever text a client would send is not asked for. */
export const submitSnapshot = studentMutation({
  can: "ieps.edit",
  recorded: "elsewhere",
  args: { ...inSection, version: v.optional(v.number()), content: v.optional(v.string()) },
  returns: v.null(),
  handler: async (ctx, { sectionId }) => {
    await requireDraftSection(ctx, sectionId);
    const { doc, version, snapshotVersion } = await prose.readLatest(ctx, sectionId);
    if (version > snapshotVersion) await prose.keepSnapshot(ctx, sectionId, version, doc);
    return null;
  },
});

/** The highest serial. Throws `steps_invalid` unless there is one ascending serial for each step. */
function checkSerials(serials: readonly number[], steps: number): number {
  const ascend = serials.every((serial, i) => Number.isSafeInteger(serial) && serial > (serials[i - 1] ?? 0));
  const last = serials[serials.length - 1];
  if (last === undefined || serials.length !== steps || !ascend) throw problem("steps_invalid");
  return last;
}

async function findClient(ctx: StudentMutationCtx, sectionId: Id<"sections">, clientId: string) {
  if (clientId.length === 0 || clientId.length > 64) throw problem("steps_invalid");
  return await ctx.db
    .query("draftingClients")
    .withIndex("by_section_and_client", (q) => q.eq("sectionId", sectionId).eq("clientId", clientId))
    .unique();
}

async function rememberClient(
  ctx: StudentMutationCtx,
  section: Doc<"sections">,
  clientId: string,
  through: number,
  client: Doc<"draftingClients"> | null,
): Promise<void> {
  if (client) return await ctx.db.patch("draftingClients", client._id, { through });
  const row = { ...ctx.compartment, sectionId: section._id, clientId, personId: ctx.person._id, through };
  await ctx.db.insert("draftingClients", row);
}

/** The section's row is read by every open plan page, so typing touches it once a minute at most. */
async function markWritten(ctx: StudentMutationCtx, section: Doc<"sections">): Promise<void> {
  const now = Date.now();
  const state = section.state === "notStarted" ? "inProgress" : section.state;
  if (state === section.state && now - section.updatedAt < 60_000) return;
  await ctx.db.patch("sections", section._id, { state, updatedAt: now });
}
