import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#embedded/database/database.ts";
import { openDatabase } from "#embedded/database/open.ts";
import { openLmdbStore } from "#embedded/store/lmdb.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 10);
const WRITERS = 64;
const child = resolve(".build", `crash.child.${process.pid}.mjs`);

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, "crash.child.ts")],
    outfile: child,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  }),
);
afterAll(() => rmSync(child, { force: true }));

describe("kill -9", () => {
  it(
    `STORE-01 loses no acknowledged write and leaves no half transaction, ${ROUNDS} times over`,
    async () => {
      const chance = seededChance("kill -9");
      const folder = mkdtempSync(join(tmpdir(), "embedded-crash-"));
      await prepare(folder);
      const acknowledged = new Map<number, number>();
      let total = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const acks = await runAndKill(folder, chance);
        for (const [writer, sequence] of acks) {
          acknowledged.set(writer, Math.max(acknowledged.get(writer) ?? 0, sequence));
        }
        total += acks.length;
        await verify(folder, acknowledged);
      }
      console.info(`kill -9: ${total} acknowledged writes in ${ROUNDS} rounds, none lost`);
      expect(total).toBeGreaterThan(0);
      rmSync(folder, { recursive: true, force: true });
    },
    60_000 + ROUNDS * 10_000,
  );
});

async function prepare(folder: string): Promise<void> {
  const database = await openDatabase(openLmdbStore(folder));
  await database.mutate(async (tx) => {
    const table = (tableName: string, indexDescriptor: string, fields: string[]) => ({
      tableName,
      indexes: [{ indexDescriptor, fields }],
      documentType: null,
    });
    const tables = [
      table("counters", "by_writer", ["writer"]),
      table("halves", "by_write", ["writer", "sequence", "half"]),
    ];
    tx.defineTables("", { schemaValidation: true, tables });
  });
  await database.close();
}

/** Starts the writers, kills them at a random moment (perhaps while they still open the store), and gives their acks. */
async function runAndKill(folder: string, chance: Chance): Promise<[writer: number, sequence: number][]> {
  const process = spawn(globalThis.process.execPath, [child, folder, String(WRITERS)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<void>((done) => process.once("close", () => done()));
  let output = "";
  const opened = new Promise<void>((done) => {
    process.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      done();
    });
  });
  const isEarly = chance.hits(0.15);
  if (!isEarly) await opened;
  await new Promise((done) => setTimeout(done, chance.below(isEarly ? 150 : 400)));
  process.kill("SIGKILL");
  await exited;
  // The last line may be cut off; then its acknowledgement never arrived.
  const lines = output.slice(0, output.lastIndexOf("\n") + 1).split("\n");
  return lines
    .filter((line) => /^\d+ \d+$/.test(line))
    .map((line) => line.split(" ").map(Number) as [number, number]);
}

async function verify(folder: string, acknowledged: ReadonlyMap<number, number>): Promise<void> {
  const database = await openDatabase(openLmdbStore(folder));
  const counters = documents(database, { type: "FullTableScan", tableName: "counters", order: null });
  const counts = new Map(counters.map(({ writer, count }) => [Number(writer), Number(count)]));
  for (const [writer, sequence] of acknowledged) {
    expect({ writer, kept: counts.get(writer) ?? 0, acknowledged: sequence }).toSatisfy(
      (seen: { kept: number; acknowledged: number }) => seen.kept >= seen.acknowledged,
    );
  }
  const expected = [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([writer, count]) => halvesOf(writer, count));
  const byIndex = documents(database, {
    type: "IndexRange",
    indexName: "halves.by_write",
    range: [],
    order: null,
  });
  expect(byIndex.map(name)).toEqual(expected);
  const byTable = documents(database, { type: "FullTableScan", tableName: "halves", order: null });
  expect(byTable.map(name).sort()).toEqual([...expected].sort());
  await database.close();
}

function halvesOf(writer: number, count: number): string[] {
  return Array.from({ length: count * 2 }, (_, i) => `${writer} ${Math.floor(i / 2) + 1} ${(i % 2) + 1}`);
}

function name({ writer, sequence, half }: Record<string, unknown>): string {
  return `${String(writer)} ${String(sequence)} ${String(half)}`;
}

function documents(database: Database, source: Record<string, unknown>): Record<string, unknown>[] {
  const tx = database.read({ unlimited: true });
  const iterator = tx.query("", { source, operators: [] });
  const found: Record<string, unknown>[] = [];
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    found.push(JSON.parse(next.value) as Record<string, unknown>);
  }
  tx.close();
  return found;
}
