import { openDatabase } from "#embedded/database/open.ts";
import { openLmdbStore } from "#embedded/store/lmdb.ts";

// Writes until the disk refuses, tries twice more, counts what can still be read, and reports.
const database = await openDatabase(openLmdbStore(process.argv[2] ?? ""));
const report = { acknowledged: 0, errors: [] as string[], readable: 0 };
while (report.errors.length < 3) {
  try {
    await database.mutate(async (tx) =>
      tx.insert("", "items", { n: report.acknowledged, padding: "x".repeat(50_000) }),
    );
    report.acknowledged++;
  } catch (error) {
    report.errors.push((error as Error).name);
  }
}
const tx = database.read();
const rows = tx.query("", {
  source: { type: "FullTableScan", tableName: "items", order: null },
  operators: [],
});
while (!rows.next().done) report.readable++;
tx.close();
console.log(JSON.stringify(report));
process.exit(0);
