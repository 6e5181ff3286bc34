import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Deployment, openDeployment } from "#embedded/deployment.ts";
import { ZipWriter } from "#embedded/snapshot/zipWriter.ts";
import { encodeId, newInternalId } from "#embedded/values/id.ts";
import { type Chance, seededChance } from "#tests/support/chance.ts";
import { bring, take } from "./support/archives.ts";
import { openEmpty } from "./support/changingWorkshop.ts";
import { convex } from "./support/workshop.ts";

const DAMAGES = Number(process.env.DAMAGED_ARCHIVES ?? 50);

let folder: string;
const open: Deployment[] = [];
const another = async () => {
  const deployment = await openEmpty();
  open.push(deployment);
  return deployment;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "archives-"));
});
afterAll(async () => {
  for (const deployment of open) await deployment.close();
  await rm(folder, { recursive: true, force: true });
});

/** The archive's files as text. */
const textsOf = (archive: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes, true)]),
  );
const linesOf = (archive: Uint8Array, name: string) => (textsOf(archive)[name] ?? "").trim().split("\n");
const zipOf = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));

/** A deployment with something of everything: two tables, a component, files, integers, bytes and odd floats. */
async function aFullDeployment(): Promise<Deployment> {
  const deployment = await another();
  await deployment.database.mutate(async (transaction) => {
    const author = transaction.insert("", "authors", {
      name: "Ada",
      born: 1815,
      hits: { $integer: "BQAAAAAAAAA=" },
    });
    for (let n = 0; n < 40; n++) {
      const text = `note ${n}: "12", {"$integer": 7} and\nnew lines — ä 漢字`;
      transaction.insert("", "notes", {
        author,
        n,
        odd: { $float: "AAAAAAAA8H8=" },
        raw: { $bytes: "AP8=" },
        text,
      });
    }
    transaction.insert("diary/pages", "lines", { text: "in a component of a component" });
  });
  const id = encodeId(10_500, newInternalId(Date.now()));
  const about = { _id: id, _creationTime: 1_700_000_000_000, contentType: "text/plain" };
  const files = {
    "_storage/documents.jsonl": `${JSON.stringify(about)}\n`,
    [`_storage/${id}.txt`]: "a file",
  };
  expect(await bring(deployment, zipOf(files), { format: "zip", mode: "append" })).toBeNull();
  return deployment;
}

describe("archives of the official CLI", () => {
  test("SNAP-01 what was exported, imported into an empty deployment and exported again is the same", async () => {
    const from = await aFullDeployment();
    const to = await another();
    const file = path.join(folder, "everything.zip");
    await convex(from, ["export", "--include-file-storage", "--path", file]);
    const { stderr } = await convex(to, ["import", "--replace-all", "--yes", file]);
    expect(stderr).toContain("Added 43 documents");
    const [first, second] = [textsOf(await readFile(file)), textsOf(await take(to))];
    expect(Object.keys(first)).toContain("_components/diary/_components/pages/lines/documents.jsonl");
    expect(
      Object.entries(first)
        .filter(([name]) => /_storage\/[^d]/.test(name))
        .map(([, text]) => text),
    ).toEqual(["a file"]);
    expect(second).toEqual(first);
  });
});

describe("an archive", () => {
  test("SNAP-01 that takes long to make says one time of each file, and one that says two is taken too", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_700_000_000_000 });
    const file = path.join(folder, "slow.zip");
    const zip = await ZipWriter.create(file);
    await zip.add(
      "notes/documents.jsonl",
      (function* () {
        vi.advanceTimersByTime(60_000);
        yield Buffer.from('{"text":"slow"}\n');
      })(),
    );
    await zip.finish();
    await zip.close();
    vi.useRealTimers();
    const archive = await readFile(file);
    const listed = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    expect(archive.toString("hex", 10, 14)).toBe(archive.toString("hex", listed + 12, listed + 16));

    archive.writeUInt16LE(0x1234, 10);
    const to = await another();
    expect(await bring(to, archive, { format: "zip", mode: "append" })).toBeNull();
    expect(linesOf(await take(to), "notes/documents.jsonl")).toEqual([expect.stringContaining('"slow"')]);
  });

  test("SNAP-02 writes floats with a point and integers without one, as Convex does", async () => {
    const [author = ""] = linesOf(await take(await aFullDeployment()), "authors/documents.jsonl");
    expect(author).toMatch(/"born":1815\.0,"hits":\{"\$integer":"BQAAAAAAAAA="\}/);
    const to = await another();
    const files = {
      "t/documents.jsonl": '{"a":5,"b":5.0,"c":"5"}\n',
      "t/generated_schema.jsonl": '"uniform"\n',
    };
    expect(await bring(to, zipOf(files), { format: "zip", mode: "append" })).toBeNull();
    expect(linesOf(await take(to), "t/documents.jsonl")[0]).toMatch(
      /^\{"a":\{"\$integer":"BQAAAAAAAAA="\},"b":5\.0,"c":"5"/,
    );
  });

  test("SNAP-03 is of one moment, whatever is written meanwhile", async () => {
    const from = await aFullDeployment();
    let isDone = false;
    const writing = (async () => {
      while (!isDone) {
        await from.database.mutate(async (transaction) => {
          transaction.insert("", "left", {});
          transaction.insert("", "right", {});
        });
        await nextTurn();
      }
    })();
    const archive = await take(from);
    isDone = true;
    await writing;
    expect(linesOf(archive, "left/documents.jsonl").length).toBe(
      linesOf(archive, "right/documents.jsonl").length,
    );
  });

  test(`SNAP-04 that is damaged is refused whole, or the damage was in no byte that says anything (${DAMAGES})`, async () => {
    const chance = seededChance("damaged archives");
    const from = await aFullDeployment();
    const [archive, whole] = [await take(from), documentsIn(from)];
    const to = await another();
    const kept = { "kept/documents.jsonl": '{"text":"from before"}\n' };
    let refused = 0;
    let before: string[] = [];
    for (let round = 0; round < DAMAGES; round++) {
      if (before.length === 0) {
        await bring(to, zipOf(kept), { format: "zip", mode: "replaceAll" });
        before = documentsIn(to);
      }
      const refusal = await bring(to, damaged(archive, chance), { format: "zip", mode: "replaceAll" });
      expect(documentsIn(to)).toEqual(refusal === null ? whole : before);
      if (refusal === null) before = [];
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(DAMAGES * 0.8);
  });
});

/** Every document of every table, the deployment's own apart. */
function documentsIn({ database }: Deployment): string[] {
  const transaction = database.read({ unlimited: true });
  const found: string[] = [];
  for (const namespace of transaction.namespaces().filter((name) => name !== "_system")) {
    for (const { name: tableName } of transaction.tables(namespace)) {
      const source = { type: "FullTableScan", tableName, order: "asc" };
      const rows = transaction.query(namespace, { source, operators: [] });
      for (let row = rows.next(); !row.done; row = rows.next())
        found.push(`${namespace}/${tableName} ${row.value}`);
    }
  }
  transaction.close();
  return found;
}

function damaged(archive: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(archive.length);
  const length = 1 + chance.below(200);
  const bytes = Uint8Array.from(archive);
  switch (chance.pick(["flip", "flip", "cut", "hole", "twice", "zeros"] as const)) {
    case "flip":
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
      return bytes;
    case "cut":
      return bytes.slice(0, at);
    case "hole":
      return Buffer.concat([bytes.slice(0, at), bytes.slice(at + length)]);
    case "twice":
      return Buffer.concat([bytes.slice(0, at), bytes.slice(Math.max(0, at - length))]);
    case "zeros":
      return bytes.fill(0, at, at + length);
  }
}

describe("an import", () => {
  const note = '{"text":"brought"}\n';
  const brought = (mode: string, file = { "notes/documents.jsonl": note }) =>
    [zipOf(file), { format: "zip", mode }] as const;
  const notesIn = (deployment: Deployment) => {
    const transaction = deployment.database.read();
    const counts = ["notes", "authors"].map((table) => transaction.count("", table));
    transaction.close();
    return counts;
  };

  test("SNAP-05 adds, refuses what is there, replaces its tables, or replaces everything", async () => {
    const to = await aFullDeployment();
    expect(await bring(to, ...brought("requireEmpty"))).toContain("Table notes already exists");
    expect(notesIn(to)).toEqual([40, 1]);
    expect(await bring(to, ...brought("append"))).toBeNull();
    expect(notesIn(to)).toEqual([41, 1]);
    expect(await bring(to, ...brought("replace"))).toBeNull();
    expect(notesIn(to)).toEqual([1, 1]);
    expect(await bring(to, ...brought("replaceAll"))).toBeNull();
    expect(notesIn(to)).toEqual([1, 0]);
  });

  test("SNAP-05 takes the tables of CSV, JSON lines and a JSON array", async () => {
    const to = await another();
    const texts = {
      csv: 'name,age\nAda,36\n"a, b",\n',
      jsonLines: '{"name":"Ada"}\n{"name":"Bo"}',
      jsonArray: '[{"name":"Ada"}]',
    };
    for (const [format, text] of Object.entries(texts)) {
      expect(
        await bring(to, Buffer.from(text), { format, mode: "requireEmpty", tableName: format }),
      ).toBeNull();
    }
    const archive = await take(to);
    expect(linesOf(archive, "csv/documents.jsonl").map((line) => line.split(',"_creationTime')[0])).toEqual([
      '{"name":"Ada","age":36.0',
      '{"name":"a, b","age":""',
    ]);
    expect(linesOf(archive, "jsonLines/documents.jsonl").length).toBe(2);
    expect(
      await bring(to, Buffer.from("a,b\n1\n"), { format: "csv", mode: "append", tableName: "csv" }),
    ).toContain("Row 1");
    expect(
      await bring(to, Buffer.from("{"), { format: "jsonArray", mode: "append", tableName: "csv" }),
    ).toContain("not JSON");
  });

  test("SNAP-06 keeps ids: an empty table takes the number in them, one with documents refuses", async () => {
    const from = await aFullDeployment();
    const archive = await take(from);
    const to = await another();
    // The same numbers, in use for other tables.
    await to.database.mutate(async (transaction) => {
      for (const name of ["zebras", "yaks", "notes", "authors"]) transaction.clearTable("", name);
      transaction.numberTables(
        "",
        new Map([
          ["zebras", 10_001],
          ["yaks", 10_002],
          ["notes", 10_003],
        ]),
      );
    });
    expect(await bring(to, archive, { format: "zip", mode: "append" })).toBeNull();
    expect(linesOf(await take(to), "notes/documents.jsonl")).toEqual(
      linesOf(archive, "notes/documents.jsonl"),
    );
    expect(await bring(to, archive, { format: "zip", mode: "append" })).toContain("already has a document");
    const taken = await another();
    await taken.database.mutate(async (transaction) => transaction.insert("", "others", {}));
    expect(await bring(taken, archive, { format: "zip", mode: "append" })).toMatch(/cannot get number \d+/);
  });

  test("SNAP-04 whose rows are none is refused with the row", async () => {
    const to = await another();
    const refusals: [string, RegExp][] = [
      ["[]", /Row 1 .*is not an object/],
      ['{"a":1}\n{"a"', /Row 2 .*is not JSON/],
      ['{"_id":"k123"}', /_id that is none/],
      ['{"_creationTime":"now"}', /_creationTime that is none/],
      ['{"_secret":1}', /field _secret/],
      ['{"a":{"$integer":"AA=="}}', /a value that is none/],
      ['{"a":{"b":[{"$set":1}]}}', /a value that is none/],
    ];
    for (const [text, words] of refusals) {
      const file = zipOf({ "good/documents.jsonl": '{"a":1}\n', "notes/documents.jsonl": text });
      expect(await bring(to, file, { format: "zip", mode: "append" })).toMatch(words);
    }
    expect(textsOf(await take(to))["good/documents.jsonl"]).toBeUndefined();
  });

  test("SNAP-07 that was under way when the process ended has changed nothing, and says so", async () => {
    const data = path.join(folder, "data");
    const options = { data, port: 0, sitePort: 0 };
    const first = await openDeployment(options);
    const { value: importId } = await first.database.mutate(async (transaction) =>
      transaction.insert("_system", "_snapshot_imports", { state: { state: "in_progress" } }),
    );
    await first.close();
    const second = await openDeployment(options);
    const transaction = second.database.read();
    expect(transaction.get("_system", importId)).toContain("Nothing was changed");
    transaction.close();
    await second.close();
  });
});
