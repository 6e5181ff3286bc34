import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database, Namespace, Timestamp, Transaction } from "../database/database.ts";
import { SYSTEM } from "../deploy/systemTables.ts";
import type { Contents } from "../files/contents.ts";
import { folderOf, UNIFORM } from "./layout.ts";
import { withPoints } from "./numbers.ts";
import { ZipWriter } from "./zipWriter.ts";

const ROWS_AT_ONCE = 500;

const README = `Everything that one Convex deployment held at one moment.

<table>/documents.jsonl holds a table, one document a line; _components/<name>/ the tables of a component; _storage
the files, named by their ids, if they were asked for. "npx convex import" takes it in.

It is not encrypted. Keep it as you keep the data itself.
`;

type Stored = { _id: string; _creationTime: number; sha256: string; size: number; contentType?: string };
type From = { database: Database; contents: Contents; includesFiles: boolean };

/** Writes an archive of one moment, while people go on writing. Answers the moment. */
export async function writeSnapshot(
  path: string,
  { database, contents, includesFiles }: From,
): Promise<Timestamp> {
  const transaction = database.read({ unlimited: true });
  try {
    const zip = await ZipWriter.create(path);
    try {
      await zip.add("README.md", [Buffer.from(README)]);
      for (const namespace of transaction.namespaces().filter((name) => name !== SYSTEM)) {
        await addTables(zip, transaction, namespace);
        if (includesFiles) await addFiles(zip, transaction, namespace, contents);
      }
      await zip.finish();
    } finally {
      await zip.close();
    }
    return transaction.timestamp;
  } finally {
    transaction.close();
  }
}

async function addTables(zip: ZipWriter, transaction: Transaction, namespace: Namespace): Promise<void> {
  const folder = folderOf(namespace);
  const tables = transaction.tables(namespace).filter(({ name }) => !name.startsWith("_"));
  const numbers = tables.map(({ name, number }) => `${JSON.stringify({ name, id: number })}\n`);
  await zip.add(`${folder}_tables/documents.jsonl`, [Buffer.from(numbers.join(""))]);
  for (const { name } of tables) {
    const lines = documentsOf(transaction, namespace, name, withPoints);
    await zip.add(`${folder}${name}/documents.jsonl`, lines);
    await zip.add(`${folder}${name}/generated_schema.jsonl`, [Buffer.from(`${UNIFORM}\n`)]);
  }
}

async function addFiles(
  zip: ZipWriter,
  transaction: Transaction,
  namespace: Namespace,
  contents: Contents,
): Promise<void> {
  const folder = `${folderOf(namespace)}_storage/`;
  if (!transaction.tables(namespace).some(({ name }) => name === "_storage")) return;
  await zip.add(`${folder}documents.jsonl`, documentsOf(transaction, namespace, "_storage", described));
  const files = documents(transaction, namespace, "_storage");
  for (let file = files.next(); !file.done; file = files.next()) {
    const { _id, sha256 } = JSON.parse(file.value) as Stored;
    await zip.add(`${folder}${_id}`, contents.read(sha256), true);
  }
}

/** A file's row as an export writes it: the fingerprint in base64. */
function described(text: string): string {
  const { sha256, ...row } = JSON.parse(text) as Stored;
  return JSON.stringify({ ...row, sha256: Buffer.from(sha256, "hex").toString("base64") });
}

/** The lines of a table; others get their turn in between. */
async function* documentsOf(
  transaction: Transaction,
  namespace: Namespace,
  table: string,
  written: (text: string) => string,
): AsyncGenerator<Uint8Array> {
  const found = documents(transaction, namespace, table);
  let lines: string[] = [];
  for (let row = found.next(); !row.done; row = found.next()) {
    lines.push(`${written(row.value)}\n`);
    if (lines.length < ROWS_AT_ONCE) continue;
    yield Buffer.from(lines.join(""));
    lines = [];
    await nextTurn();
  }
  if (lines.length > 0) yield Buffer.from(lines.join(""));
}

const documents = (transaction: Transaction, namespace: Namespace, tableName: string) =>
  transaction.query(namespace, { source: { type: "FullTableScan", tableName, order: "asc" }, operators: [] });
