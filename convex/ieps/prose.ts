import type { Node } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import { components } from "../_generated/api";
import type { Doc, Id } from "../_generated/dataModel";
import { emptyProse, proseSchema } from "../editorSchema";
import type { MutationCtx, QueryCtx } from "../functions";
import { applyStep, readProse } from "./rules/steps";

/**
 * The texts of sections. The steps and snapshots are kept by the prosemirror-sync component, which trusts its
 * caller; nothing but this file calls it, and `changes` says who wrote each step. Every section's text starts as
 * version 1.
 */
const store = components.prosemirrorSync.lib;

type Reads = Pick<QueryCtx, "db" | "runQuery">;
type Writes = Pick<MutationCtx, "db" | "runQuery" | "runMutation">;

/** A step as it is kept and sent: ProseMirror JSON as text, and whose it is. */
export type StepRecord = { step: string; clientId: string; serial: number; personId: Id<"people"> };

/** A new snapshot is kept every so many steps, so that reading the text never replays more than about this. */
const STEPS_PER_SNAPSHOT = 40;
/** The component answers at most this many changes at a time. */
const CHANGES_PER_READ = 100;

/** Creates the text of a new section: an empty paragraph, or the content of a former plan's section. */
export async function createProse(ctx: Writes, sectionId: Id<"sections">, doc?: Node): Promise<void> {
  const content = JSON.stringify(doc ?? emptyProse);
  await ctx.runMutation(store.submitSnapshot, { id: sectionId, version: 1, content });
}

/** The version that the last accepted step made. */
export async function latestVersion(ctx: Reads, sectionId: Id<"sections">): Promise<number> {
  const last = await ctx.db
    .query("changes")
    .withIndex("by_section_and_version", (q) => q.eq("sectionId", sectionId))
    .order("desc")
    .first();
  return last?.toVersion ?? 1;
}

/** The newest whole text that is kept, as JSON text; the steps after it are all there. */
export async function newestSnapshot(
  ctx: Reads,
  sectionId: Id<"sections">,
): Promise<{ version: number; content: string }> {
  const snapshot = await ctx.runQuery(store.getSnapshot, { id: sectionId });
  if (snapshot.content === null) throw new Error(`Section ${sectionId} has no text.`);
  return snapshot;
}

/** The steps after a version, oldest first: all of them up to the latest, or the first `most`. */
export async function stepsAfter(
  ctx: Reads,
  sectionId: Id<"sections">,
  version: number,
  most: number,
): Promise<StepRecord[]> {
  const records: StepRecord[] = [];
  for (let at = version; records.length < most; at = version + records.length) {
    const changes = await ctx.db
      .query("changes")
      .withIndex("by_section_and_version", (q) => q.eq("sectionId", sectionId).gt("toVersion", at))
      .take(CHANGES_PER_READ);
    if (changes.length === 0) break;
    const { steps } = await ctx.runQuery(store.getSteps, { id: sectionId, version: at });
    const names = changes.flatMap(namesOf).filter((name) => name.version > at);
    for (const [i, step] of steps.entries()) {
      const name = names[i];
      if (!name) break;
      const { clientId, serial, personId } = name;
      records.push({ step, clientId, serial, personId });
    }
  }
  return records.slice(0, most);
}

function namesOf({ clientId, serials, personId, fromVersion }: Doc<"changes">) {
  return serials.map((serial, i) => ({ clientId, serial, personId, version: fromVersion + 1 + i }));
}

export type Prose = { doc: Node; version: number; snapshotVersion: number };

/** The text as it is now. */
export async function readLatest(ctx: Reads, sectionId: Id<"sections">): Promise<Prose> {
  const { version: snapshotVersion, content } = await newestSnapshot(ctx, sectionId);
  const records = await stepsAfter(ctx, sectionId, snapshotVersion, Number.POSITIVE_INFINITY);
  let doc = readProse(content);
  for (const { step } of records) {
    const next = applyStep(doc, parseKept(step));
    if (!next) throw new Error(`A kept step of section ${sectionId} does not apply.`);
    doc = next;
  }
  return { doc, version: snapshotVersion + records.length, snapshotVersion };
}

/** A step that was checked when it was accepted. */
export function parseKept(step: string): Step {
  return Step.fromJSON(proseSchema, JSON.parse(step));
}

/** Keeps accepted steps with their author, and now and then a snapshot, all in the caller's transaction. */
export async function keepSteps(
  ctx: Writes,
  section: Doc<"sections">,
  before: Prose,
  after: Node,
  change: { personId: Id<"people">; clientId: string; taken: readonly { step: Step; serial: number }[] },
): Promise<void> {
  const { organizationId, studentId, iepId, _id: sectionId } = section;
  const { clientId, personId, taken } = change;
  const steps = taken.map(({ step }) => JSON.stringify(step.toJSON()));
  const version = before.version;
  const { status } = await ctx.runMutation(store.submitSteps, { id: sectionId, version, clientId, steps });
  if (status !== "synced") throw new Error(`Section ${sectionId} has steps that nobody wrote.`);
  const toVersion = version + steps.length;
  const serials = taken.map(({ serial }) => serial);
  const at = Date.now();
  const row = { organizationId, studentId, iepId, sectionId, personId, clientId, serials };
  await ctx.db.insert("changes", { ...row, fromVersion: version, toVersion, at });
  if (toVersion - before.snapshotVersion >= STEPS_PER_SNAPSHOT) {
    await keepSnapshot(ctx, sectionId, toVersion, after);
  }
}

/** Keeps a whole text; of the older ones only the first remains. */
export async function keepSnapshot(
  ctx: Writes,
  sectionId: Id<"sections">,
  version: number,
  doc: Node,
): Promise<void> {
  const content = JSON.stringify(doc);
  await ctx.runMutation(store.submitSnapshot, { id: sectionId, version, content, pruneSnapshots: true });
}
