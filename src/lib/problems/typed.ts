import { i18n } from "@lingui/core";
import { format } from "../format.ts";
import type { Sentences } from "./sentence.ts";

/** What to say about problems of what was typed, wherever it was typed. */
export const typedProblems = {
  required: () => i18n.t({ id: "problem.required", message: "Fill this in." }),
  too_short: () => i18n.t({ id: "problem.tooShort", message: "This is too short. Say more." }),
  too_long: () => i18n.t({ id: "problem.tooLong", message: "This is too long. Shorten it." }),
  too_large: () => i18n.t({ id: "problem.tooLarge", message: "This is too large. Send less at once." }),
  invalid: () => i18n.t({ id: "problem.invalid", message: "This does not look right. Check it." }),
  not_a_day: () =>
    i18n.t({ id: "problem.notADay", message: "This day does not exist. Check day, month and year." }),
  day_in_future: () =>
    i18n.t({ id: "problem.dayInFuture", message: "This day is in the future. Choose today or earlier." }),
  day_in_past: () => i18n.t({ id: "problem.dayInPast", message: "This day is over. Choose today or later." }),
  day_not_ahead: () => i18n.t({ id: "problem.dayNotAhead", message: "Choose a day after today." }),
  days_out_of_order: () =>
    i18n.t({ id: "problem.daysOutOfOrder", message: "The end is before the start. Check both days." }),
  days_too_far_apart: ({ latest }) =>
    i18n.t({
      id: "problem.daysTooFarApart",
      message: "These days are too far apart. End on {latest} or earlier, or begin later.",
      values: { latest: typeof latest === "string" ? format.day(latest) : "" },
    }),
  out_of_range: () =>
    i18n.t({ id: "problem.outOfRange", message: "This is outside of what is possible. Check it." }),
} satisfies Sentences;
