import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import type { Tone } from "#src/ui/tone.ts";

export type Consents = FunctionReturnType<typeof api.consent.overview.get>;
export type Standing = Consents["standings"][number];
export type Decision = Consents["history"][number];
export type Request = Consents["requests"][number];

const tones: Record<Standing["state"], Tone> = {
  none: "neutral",
  given: "good",
  refused: "attention",
  withdrawn: "danger",
  ended: "attention",
  wentAhead: "information",
};

export const toneOf = ({ state }: Standing): Tone => tones[state];

/** Whether a consent means anything for this child: something was said, or can be. */
export const concerns = ({ state, isOffered }: Standing): boolean => isOffered || state !== "none";

/** "Given", "Withdrawn": where a consent stands. */
export function stateName(state: Standing["state"]): string {
  const names: Record<Standing["state"], () => string> = {
    none: () => i18n.t({ id: "consent.state.none", message: "No answer yet" }),
    given: () => i18n.t({ id: "consent.state.given", message: "Given" }),
    refused: () => i18n.t({ id: "consent.state.refused", message: "Refused" }),
    withdrawn: () => i18n.t({ id: "consent.state.withdrawn", message: "Taken back" }),
    ended: () => i18n.t({ id: "consent.state.ended", message: "Run out" }),
    wentAhead: () => i18n.t({ id: "consent.state.wentAhead", message: "Unanswered, efforts on record" }),
  };
  return names[state]();
}

/** "Yolanda Marchetti, 4 March 2026, on paper". */
export function saidBy({ personName, decidedOn, form }: Decision): string {
  const forms: Record<Decision["form"], () => string> = {
    onScreen: () => i18n.t({ id: "consent.form.onScreen", message: "on screen" }),
    onPaper: () => i18n.t({ id: "consent.form.onPaper", message: "on paper" }),
    orally: () => i18n.t({ id: "consent.form.orally", message: "in words" }),
  };
  return i18n.t({
    id: "consent.saidBy",
    message: "{name}, {day}, {form}",
    values: { name: personName, day: format.day(decidedOn), form: forms[form]() },
  });
}
