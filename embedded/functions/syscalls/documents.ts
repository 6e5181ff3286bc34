import type { Namespace, Transaction } from "../../database/database.ts";
import type { TransactionFrame } from "../frame.ts";
import { immediate, operation, writing } from "./operation.ts";
import { isReadableSystemTable } from "./systemTables.ts";

type Addressed = { id: string; table?: string };
type Value = Record<string, unknown>;

export const get = operation(
  (frame: TransactionFrame, { id, table, isSystem }: Addressed & { isSystem?: boolean }) => {
    const { transaction, component } = frame;
    if (isSystem) {
      const system = table ?? systemTableOf(transaction, component.namespace, id);
      if (system === null || !isReadableSystemTable(system)) {
        throw new Error("User tables can only be accessed from db.get().");
      }
      return transaction.get(component.namespace, id, system) ?? "null";
    }
    refuseSystem(transaction, component.namespace, id, table, "read");
    return transaction.get(component.namespace, id, table) ?? "null";
  },
);

export const insert = writing((frame, { table, value }: { table: string; value: Value }) => {
  if (table.startsWith("_")) throw new Error("System tables (prefixed with `_`) are read-only.");
  const id = frame.transaction.insert(frame.component.namespace, table, value);
  return JSON.stringify({ _id: id });
});

export const shallowMerge = writing((frame, { id, table, value }: Addressed & { value: Value }) => {
  refuseSystem(frame.transaction, frame.component.namespace, id, table, "write");
  return frame.transaction.shallowMerge(frame.component.namespace, id, value, table);
});

export const replace = writing((frame, { id, table, value }: Addressed & { value: Value }) => {
  refuseSystem(frame.transaction, frame.component.namespace, id, table, "write");
  return frame.transaction.replace(frame.component.namespace, id, value, table);
});

export const remove = writing((frame, { id, table }: Addressed) => {
  refuseSystem(frame.transaction, frame.component.namespace, id, table, "write");
  return frame.transaction.remove(frame.component.namespace, id, table);
});

export const count = operation((frame: TransactionFrame, { table }: { table: string }) =>
  JSON.stringify(frame.transaction.count(frame.component.namespace, table)),
);

export const normalizeId = immediate((frame, { table, idString }: { table: string; idString: string }) =>
  JSON.stringify({ id: frame.transaction.normalizeId(frame.component.namespace, table, idString) }),
);

/** The system table that the id belongs to, or null if it is of an ordinary table or none. */
function systemTableOf(transaction: Transaction, namespace: Namespace, id: string): string | null {
  const table = transaction.tableOfId(namespace)(id);
  return table?.startsWith("_") ? table : null;
}

function refuseSystem(
  transaction: Transaction,
  namespace: Namespace,
  id: string,
  table: string | undefined,
  intent: "read" | "write",
): void {
  // A table that the caller names is checked against the id by the transaction.
  const system =
    table === undefined ? systemTableOf(transaction, namespace, id) !== null : table.startsWith("_");
  if (!system) return;
  throw new Error(
    intent === "read"
      ? "System tables can only be accessed from db.system.get()."
      : "System tables (prefixed with `_`) are read-only.",
  );
}
