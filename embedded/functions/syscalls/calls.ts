import type { JsonValue } from "../../values/json.ts";
import type { ActionFrame, AnyFrame } from "../frame.ts";
import { type Address, functionHandle, requireKind, resolveAddress } from "../reference.ts";
import { operation } from "./operation.ts";

export type CallArgs = Address & { args: JsonValue };

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
