import { FunctionFailure } from "../failure.ts";
import type { TransactionFrame } from "../frame.ts";
import { requireKind, resolveAddress } from "../reference.ts";
import { runNested } from "../transactionRun.ts";
import type { CallArgs } from "./calls.ts";
import { operation } from "./operation.ts";

/** `ctx.runQuery` and `ctx.runMutation` inside a query or mutation: the same transaction. */
export const runUdf = operation((frame: TransactionFrame, call: CallArgs & { udfType: string }) => {
  const target = resolveAddress(frame.run.program, frame.component, call);
  const kind = call.udfType === "snapshotQuery" ? "query" : call.udfType;
  requireKind(target, kind);
  if (kind === "mutation" && frame.kind !== "mutation") {
    throw new FunctionFailure("Queries cannot run mutations.");
  }
  return runNested(frame, target, JSON.stringify(call.args));
});
