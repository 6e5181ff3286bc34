import type { QueryJson } from "../../database/transaction.ts";
import type { TransactionFrame } from "../frame.ts";
import { recordPage } from "../run.ts";
import { immediate, operation } from "./operation.ts";
import { isReadableSystemTable } from "./systemTables.ts";

let streams = 0;

export const queryStream = immediate((frame, { query }: { query: QueryJson }) => {
  refuseHiddenTable(query);
  streams += 1;
  frame.streams.set(streams, frame.transaction.query(frame.component.namespace, query));
  return JSON.stringify({ queryId: streams });
});

export const queryStreamNext = operation((frame: TransactionFrame, { queryId }: { queryId: number }) => {
  const next = frame.streams.get(queryId)?.next();
  if (next === undefined) throw new Error("This query is closed and can't emit any more values.");
  return next.done ? '{"value":null,"done":true}' : `{"value":${next.value},"done":false}`;
});

export const queryCleanup = immediate((frame, { queryId }: { queryId: number }) => {
  const stream = frame.streams.get(queryId);
  stream?.return?.();
  return JSON.stringify(frame.streams.delete(queryId));
});

type PageArgs = {
  query: QueryJson;
  cursor: string | null;
  endCursor?: string | null;
  pageSize: number;
  maximumRowsRead?: number | null;
  maximumBytesRead?: number | null;
};

export const queryPage = operation((frame: TransactionFrame, args: PageArgs) => {
  refuseHiddenTable(args.query);
  if (frame.paginated) {
    throw new Error(
      "This query or mutation function ran multiple paginated queries. Convex only supports a single paginated query in each function.",
    );
  }
  frame.paginated = true;
  const { pagination } = frame.run;
  const page = frame.transaction.page(frame.component.namespace, args.query, {
    cursor: args.cursor,
    endCursor: args.endCursor ?? (frame.nested ? null : pagination.endCursor),
    pageSize: args.pageSize,
    ...(args.maximumRowsRead ? { maximumRowsRead: args.maximumRowsRead } : {}),
    ...(args.maximumBytesRead ? { maximumBytesRead: args.maximumBytesRead } : {}),
  });
  if (!frame.nested) recordPage(pagination, page.continueCursor);
  const { page: documents, ...rest } = page;
  return `{"page":[${documents.join(",")}],${JSON.stringify(rest).slice(1)}`;
});

function refuseHiddenTable({ source }: QueryJson): void {
  const name = String(source.tableName ?? source.indexName).split(".")[0] ?? "";
  if (name.startsWith("_") && !isReadableSystemTable(name)) {
    throw new Error(`The table ${name} belongs to the deployment and cannot be read by functions.`);
  }
}
