import type { JsonValue } from "../../values/json.ts";
import type { CarriedModules } from "../modules.ts";
import type { CarriedRequest, CarriedResponse } from "./http.ts";

/** What the thread is to run. */
export type Job = ActionJob | HttpJob;
export type ActionJob = {
  kind: "action";
  modules: CarriedModules;
  /** Canonical. */
  path: string;
  requestId: string;
  /** Encoded arguments object as JSON text. */
  args: string;
};
export type HttpJob = {
  kind: "httpAction";
  modules: CarriedModules;
  /** As the component's router sees it. */
  path: string;
  request: CarriedRequest;
};

/** From the deployment to the thread. Calls and questions have numbers that are never used again. */
export type ToThread =
  | { type: "begin"; call: number; job: Job }
  | { type: "answer"; question: number; value: unknown }
  | { type: "refusal"; question: number; error: CarriedError }
  /** Whoever sent the request has gone. */
  | { type: "gone"; call: number }
  /** Nobody waits for the call any more: it can ask for nothing more. */
  | { type: "dismiss"; call: number }
  | { type: "areYouThere" };

/** From the thread to the deployment, in the order in which it happened. */
export type FromThread =
  | { type: "ask"; call: number; question: number; name: string; args: unknown }
  | { type: "log"; call: number; line: string }
  /** The route that answers a request, or null if none does. */
  | { type: "route"; call: number; route: string | null }
  | { type: "done"; call: number; outcome: Outcome }
  /** The call asks for nothing more. */
  | { type: "over"; call: number }
  | { type: "here" };

export type Outcome =
  | { ok: true; value: string | CarriedResponse }
  | { ok: false; message: string; data?: JsonValue; thrown: boolean };

/** What `convex/server` reads of an error: its message and, if a `ConvexError` caused it, its encoded data. */
export type CarriedError = { message: string; data?: JsonValue };

export function carryError(thrown: unknown): CarriedError {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const data = "data" in thrown ? (thrown.data as JsonValue | undefined) : undefined;
  return { message: thrown.message, ...(data === undefined ? {} : { data }) };
}
