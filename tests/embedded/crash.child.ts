import { writeSync } from "node:fs";
import { openDatabase } from "#embedded/database/open.ts";
import { openLmdbStore } from "#embedded/store/lmdb.ts";

// Writes with many writers at once until it is killed, and says on standard output what was acknowledged.
const [folder = "", writers = "64"] = process.argv.slice(2);
const database = await openDatabase(openLmdbStore(folder));
writeSync(1, "open\n");

async function write(writer: number): Promise<void> {
  for (;;) {
    const { value } = await database.mutate(async (tx) => {
      const source = {
        type: "IndexRange",
        indexName: "counters.by_writer",
        range: [{ type: "Eq", fieldPath: "writer", value: writer }],
        order: null,
      };
      const counter = tx.query("", { source, operators: [{ limit: 1 }] }).next();
      const known = counter.done ? null : (JSON.parse(counter.value) as { _id: string; count: number });
      const sequence = (known?.count ?? 0) + 1;
      const padding = "x".repeat((sequence * 7919) % 3000);
      for (const half of [1, 2]) tx.insert("", "halves", { writer, sequence, half, padding });
      if (sequence % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
      if (known) tx.shallowMerge("", known._id, { count: sequence });
      else tx.insert("", "counters", { writer, count: sequence });
      return sequence;
    });
    writeSync(1, `${writer} ${value}\n`);
  }
}

await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer)));
