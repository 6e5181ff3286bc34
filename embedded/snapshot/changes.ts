import type { Transaction } from "../database/database.ts";
import { SYSTEM } from "../deploy/systemTables.ts";
import { alreadyThere, type Mode } from "./restore.ts";
import type { Survey } from "./survey.ts";

type Change = { name: string; adds: number; removes: number };

/** What an import will do, table by table, for whoever is asked whether to go on. Throws if it cannot. */
export function summaryOf(
  transaction: Transaction,
  { tables }: Survey,
  mode: Mode,
): { message: string; removes: boolean } {
  const changes = new Map<string, Change>();
  for (const { namespace, table, rows } of tables) {
    const there = transaction.count(namespace, table);
    if (mode === "requireEmpty" && there > 0) throw alreadyThere(table);
    const removes = mode === "append" ? 0 : there;
    const name = nameOf(namespace, table);
    changes.set(name, { name, adds: rows, removes });
  }
  if (mode === "replaceAll") {
    for (const namespace of transaction.namespaces().filter((name) => name !== SYSTEM)) {
      for (const { name: table } of transaction.tables(namespace)) {
        const name = nameOf(namespace, table);
        if (table.startsWith("_") || changes.has(name)) continue;
        changes.set(name, { name, adds: 0, removes: transaction.count(namespace, table) });
      }
    }
  }
  const told = [...changes.values()].filter(({ adds, removes }) => adds + removes > 0);
  const lines = told
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, adds, removes }) => `  ${name}: ${adds} added, ${removes} removed`);
  return {
    message: ["What this import changes:", ...lines].join("\n"),
    removes: told.some(({ removes }) => removes > 0),
  };
}

const nameOf = (namespace: string, table: string) => (namespace === "" ? table : `${namespace}: ${table}`);
