import type { SystemCall } from "../functions/systemFunctions.ts";

/** The names of a component's tables, as one page. */
export function tables({ transaction, namespace }: SystemCall): unknown {
  const names = transaction
    .tables(namespace)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("_"));
  return { page: names.map((name) => ({ name })), isDone: true, continueCursor: "" };
}

/** A page of a table's documents by creation time: `{table, order, paginationOpts}`. */
export function tableData({ transaction, namespace }: SystemCall, args: Record<string, unknown>): unknown {
  const { cursor, numItems } = args.paginationOpts as { cursor: string | null; numItems: number };
  const source = { type: "FullTableScan", tableName: String(args.table), order: args.order ?? "desc" };
  const page = transaction.page(namespace, { source, operators: [] }, { cursor, pageSize: numItems });
  return { ...page, page: page.page.map((document) => JSON.parse(document) as unknown) };
}

export function tableSize({ transaction, namespace }: SystemCall, args: Record<string, unknown>): unknown {
  return transaction.count(namespace, String(args.tableName));
}

/** Changes whenever the table does: for whoever waits for its data to be repaired. */
export function watchTable({ transaction, namespace }: SystemCall, args: Record<string, unknown>): unknown {
  const source = { type: "FullTableScan", tableName: String(args.tableName), order: "asc" };
  const documents = transaction.query(namespace, { source, operators: [] });
  let count = 0;
  while (!documents.next().done) count += 1;
  return { count, at: transaction.timestamp };
}
