import type { JsonValue } from "../../values/json.ts";
import { FunctionFailure } from "../failure.ts";
import type { ActionFrame, AnyFrame, TransactionFrame } from "../frame.ts";
import { type Address, functionHandle, requireKind, resolveAddress } from "../reference.ts";
import { runNested } from "../transactionRun.ts";
import { operation } from "./operation.ts";

type CallArgs = Address & { args: JsonValue };

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

function callOf(kind: "query" | "mutation" | "action") {
  return operation((frame: ActionFrame, call: CallArgs) => {
    const target = resolveAddress(frame.run.program, frame.component, call);
    requireKind(target, kind);
    return frame.run.services.calls.call(frame.run, target, JSON.stringify(call.args));
  });
}
export const actionQuery = callOf("query");
export const actionMutation = callOf("mutation");
export const actionAction = callOf("action");

export const createFunctionHandle = operation((frame: AnyFrame, address: Address) =>
  JSON.stringify(functionHandle(resolveAddress(frame.run.program, frame.component, address))),
);
