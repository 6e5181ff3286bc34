import type { Outcome } from "../functions/runtime.ts";
import type { Identity } from "./identity.ts";

/** Decides what a caller may see of how a function ended. */
export type Disclose = <T extends Outcome>(outcome: T, identity: Identity) => T;

/** Everything, for development: messages of unexpected errors and log lines reach the browser. */
export const discloseAll: Disclose = (outcome) => outcome;

/** For people's browsers: what a `ConvexError` says on purpose, and nothing of anything else. Admins see all. */
export const discloseOnPurpose: Disclose = (outcome, identity) => {
  if (identity.kind === "admin") return outcome;
  if (outcome.ok) return { ...outcome, logLines: [] };
  const [heading = ""] = outcome.message.split("\n");
  return { ...outcome, message: heading.startsWith("[Request ID") ? heading : "Server Error", logLines: [] };
};
