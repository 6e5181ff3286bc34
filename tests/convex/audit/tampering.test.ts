import { expect, test } from "vitest";
import type { Doc, Id } from "#convex/_generated/dataModel.js";
import { append, compareWith, headOf, stretchFrom } from "#convex/audit/model.ts";
import { follow, hashOf, type Kept, type Place, START } from "#convex/audit/rules.ts";
import type { MutationCtx } from "#convex/functions.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";
import { convexTestBackend, openConvexTest } from "#tests/support/convexTestBackend.ts";
import { aWorld } from "#tests/support/world.ts";

/** Whoever can write to the database tries to change the past; each try must show, at the right entry. */

const tries = Number(process.env.AUDIT_TAMPERINGS ?? 400);
const ENTRIES = 40;

type Row = Doc<"auditEntries">;
type Tampered = { kind: string; at: number };
/** What a tampering leaves, and the entry at which it must show. */
type Tamper = (ctx: MutationCtx, rows: Row[], chance: Chance) => Promise<Tampered>;

/** Found by recomputing the chain alone. */
const inside: Record<string, Tamper> = {
  edit: async (ctx, rows, chance) => {
    const row = chance.pick(rows);
    const other = chance.pick(rows);
    const changes: Partial<Row>[] = [
      { summary: `${row.summary}, and more` },
      { at: row.at + 1 + chance.below(1000) },
      { outcome: row.outcome === "done" ? "refused" : "done" },
      { command: `${row.command}s` },
      { permission: "students.list" },
      { standing: row.standing === "team" ? "administrator" : "team" },
      { hash: "f".repeat(64) },
      { previousHash: row.previousHash === other.hash ? "0".repeat(63).concat("1") : other.hash },
    ];
    await ctx.db.patch("auditEntries", row._id, chance.pick(changes));
    return { kind: "edit", at: row.sequence };
  },
  "edit with a new hash": async (ctx, rows, chance) => {
    const row = chance.pick(rows.slice(0, -1));
    const { _id, _creationTime, hash: _, ...hashed } = row;
    const changed = { ...hashed, summary: "nothing happened" };
    await ctx.db.patch("auditEntries", _id, { ...changed, hash: hashOf(changed) });
    return { kind: "edit with a new hash", at: row.sequence + 1 };
  },
  delete: async (ctx, rows, chance) => {
    const row = chance.pick(rows.slice(0, -1));
    await ctx.db.delete("auditEntries", row._id);
    return { kind: "delete", at: row.sequence };
  },
  insert: async (ctx, rows, chance) => {
    const before = chance.pick(rows.slice(0, -1));
    const { _id, _creationTime, hash: _, ...hashed } = chance.pick(rows);
    const slipped = { ...hashed, sequence: before.sequence, previousHash: before.previousHash };
    await ctx.db.insert("auditEntries", { ...slipped, hash: hashOf(slipped) });
    return { kind: "insert", at: before.sequence + 1 };
  },
  "insert and renumber": async (ctx, rows, chance) => {
    const from = 1 + chance.below(rows.length - 1);
    for (const row of rows.slice(from)) {
      await ctx.db.patch("auditEntries", row._id, { sequence: row.sequence + 1 });
    }
    const before = rows[from - 1] as Row;
    const { _id, _creationTime, hash: _, ...hashed } = chance.pick(rows);
    const slipped = { ...hashed, sequence: before.sequence + 1, previousHash: before.hash };
    await ctx.db.insert("auditEntries", { ...slipped, hash: hashOf(slipped) });
    return { kind: "insert and renumber", at: before.sequence + 2 };
  },
  reorder: async (ctx, rows, chance) => {
    const from = chance.below(rows.length - 1);
    const [a, b] = [rows[from] as Row, chance.pick(rows.slice(from + 1))];
    await ctx.db.patch("auditEntries", a._id, { sequence: b.sequence });
    await ctx.db.patch("auditEntries", b._id, { sequence: a.sequence });
    return { kind: "reorder", at: a.sequence };
  },
};

/** Leaves a chain that holds in itself: found through a checkpoint kept elsewhere. */
const whole: Record<string, Tamper> = {
  truncate: async (ctx, rows, chance) => {
    const left = 1 + chance.below(rows.length - 1);
    for (const row of rows.slice(left)) await ctx.db.delete("auditEntries", row._id);
    return { kind: "cut", at: left };
  },
  "swap the chain for another": async (ctx, rows, chance) => {
    const from = chance.below(rows.length);
    let previousHash = from === 0 ? START.hash : (rows[from - 1] as Row).hash;
    for (const { _id, _creationTime, hash: _, ...hashed } of rows.slice(from)) {
      const forged = { ...hashed, summary: "nothing happened", previousHash };
      previousHash = hashOf(forged);
      await ctx.db.patch("auditEntries", _id, { ...forged, hash: previousHash });
    }
    return { kind: "swapped", at: from + 1 };
  },
  "restore an old state and go on": async (ctx, rows, chance) => {
    const left = 1 + chance.below(rows.length - 1);
    for (const row of rows.slice(left)) await ctx.db.delete("auditEntries", row._id);
    const [{ organizationId }] = rows as [Row];
    for (let i = left; i < rows.length + 2; i++) await append(ctx, entryOf(organizationId, i));
    return { kind: "swapped", at: left + 1 };
  },
};

test(`${tries} tamperings all show, each at the right entry`, async () => {
  const chance = seededChance("tamperings of the audit chain");
  const t = openConvexTest();
  const { organizationId } = await aWorld(convexTestBackend(t));
  const checkpoint = await t.run(async (ctx) => {
    for (let i = 0; i < ENTRIES; i++) await append(ctx as MutationCtx, entryOf(organizationId, i));
    return await headOf(ctx, organizationId);
  });

  const kinds = Object.entries({ ...inside, ...whole });
  const unseen: string[] = [];
  for (let i = 0; i < tries; i++) {
    const [name, tamper] = chance.pick(kinds);
    const found = await undone(t, async (ctx) => {
      const rows = await rowsOf(ctx, organizationId);
      const expected = await tamper(ctx, rows, chance);
      return { expected, met: await look(ctx, organizationId, checkpoint) };
    });
    const { expected, met } = found;
    const isSeen = name in inside ? met.brokenAt === expected.at : met.place === expected.kind;
    if (!isSeen) unseen.push(`${i}: ${name} at ${expected.at}, found ${JSON.stringify(met)}`);
  }
  expect(unseen).toEqual([]);
  expect(await t.run((ctx) => look(ctx as MutationCtx, organizationId, checkpoint))).toEqual({
    brokenAt: null,
    place: "holds",
  });
}, 3_600_000);

function entryOf(organizationId: Id<"organizations">, i: number) {
  return {
    organizationId,
    ...(i % 2 === 0 && { standing: "team" as const }),
    permission: "students.edit",
    command: `students/record:edit${i % 3}`,
    outcome: i % 5 === 0 ? ("refused" as const) : ("done" as const),
    summary: `field ${i}`,
  };
}

/** What anybody would find who verifies the chain and compares it with the checkpoint. */
async function look(ctx: MutationCtx, organizationId: Id<"organizations">, checkpoint: Place) {
  const entries: Kept[] = await stretchFrom(ctx, organizationId, 1);
  const { brokenAt } = follow(START, entries);
  return { brokenAt, place: await compareWith(ctx, organizationId, checkpoint) };
}

async function rowsOf(ctx: MutationCtx, organizationId: Id<"organizations">): Promise<Row[]> {
  return await ctx.db
    .query("auditEntries")
    .withIndex("by_organization_and_sequence", (q) => q.eq("organizationId", organizationId))
    .take(200);
}

/** Does something in a transaction that leaves nothing, so that every try meets the same chain. */
async function undone<T>(
  t: ReturnType<typeof openConvexTest>,
  act: (ctx: MutationCtx) => Promise<T>,
): Promise<T> {
  let result: T | undefined;
  const UNDO = new Error("undo");
  await t
    .run(async (ctx) => {
      result = await act(ctx as MutationCtx);
      throw UNDO;
    })
    .catch((error: unknown) => {
      if (error !== UNDO) throw error;
    });
  return result as T;
}
