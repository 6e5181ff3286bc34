import type { Infer } from "convex/values";
import type { ErrorCode } from "../../errors";
import type { proposalStatus } from "../schema";

type Status = Infer<typeof proposalStatus>;
export type Decision = "keep" | "hold" | "release" | "giveNotice" | "confirm";

/** Which decisions may follow which state. A legal hold ends by being lifted, and by nothing else. */
const mayFollow: Record<Status, readonly Decision[]> = {
  proposed: ["keep", "hold", "giveNotice", "confirm"],
  noticed: ["keep", "hold", "giveNotice", "confirm"],
  confirmed: ["keep", "hold", "giveNotice", "confirm"],
  held: ["release"],
  kept: [],
  withdrawn: [],
};

/**
 * Why a decision cannot be made about a proposal in a state, or null. `seen` is the state that whoever decides has
 * looked at: the second of two confirmations destroys, so nobody gives it who takes theirs for the first.
 */
export function decisionProblem(decision: Decision, status: Status, seen: Status): ErrorCode | null {
  if (seen !== status) return "decided_meanwhile";
  if (mayFollow[status].includes(decision)) return null;
  return status === "held" ? "record_held" : "decided_meanwhile";
}
