import { i18n } from "@lingui/core";
import type { ReadableGoal } from "./GoalForFamily.tsx";

/** How a goal goes, in one sentence that promises no more than the measurements do. */
export function progressSentence({ progress }: Pick<ReadableGoal, "progress">): string {
  const { summary, decision } = progress;
  if (summary.masteredOn !== null) {
    return i18n.t({ id: "family.mastered", message: "Your child has reached this goal." });
  }
  if (summary.count === 0) {
    return i18n.t({ id: "family.noData", message: "The team has not measured this goal yet." });
  }
  switch (decision.byConsecutivePoints) {
    case "notEnoughData":
      return i18n.t({
        id: "family.tooEarly",
        message: "It is too early to say how this goal goes. A few more measurements are needed.",
      });
    case "keepGoing":
      return i18n.t({ id: "family.onCourse", message: "Things are going about as planned." });
    case "considerChange":
      return i18n.t({
        id: "family.behind",
        message:
          "Progress is slower than planned. The team should look at what to change; you can ask about it.",
      });
    case "considerRaisingGoal":
      return i18n.t({
        id: "family.ahead",
        message: "Progress is faster than planned. The team may aim higher.",
      });
  }
}
