import { i18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";

export type Alert = FunctionReturnType<typeof api.notifications.alerts.list>[number];

/** What an alert says; a child that the reader may not know of any more is not named. */
export function alertSentence({ kind, studentName }: Pick<Alert, "kind" | "studentName">): string {
  const name = studentName ?? i18n.t({ id: "alert.aChild", message: "a child" });
  const sentences: Record<Alert["kind"], () => string> = {
    emergencyBegan: () =>
      i18n.t({
        id: "alert.emergencyBegan",
        message: "Somebody reads the record of {name} in an emergency.",
        values: { name },
      }),
    recordRequested: () =>
      i18n.t({
        id: "alert.recordRequested",
        message: "The family has asked about the record of {name}.",
        values: { name },
      }),
    recordRequestAnswered: () =>
      i18n.t({
        id: "alert.recordRequestAnswered",
        message: "The school has answered what you asked about the record of {name}.",
        values: { name },
      }),
    chainBroken: () =>
      i18n.t({ id: "alert.chainBroken", message: "The audit trail does not verify. Look at it now." }),
    mailGivenUp: () =>
      i18n.t({ id: "alert.mailGivenUp", message: "Mail could not be sent. Look at why in the outbox." }),
    consentAsked: () =>
      i18n.t({
        id: "alert.consentAsked",
        message: "The school asks you something about {name}.",
        values: { name },
      }),
    consentAnswered: () =>
      i18n.t({
        id: "alert.consentAnswered",
        message: "The family of {name} has answered.",
        values: { name },
      }),
    rightsExplained: () =>
      i18n.t({
        id: "alert.rightsExplained",
        message: "A notice about the rights that come with full age: {name}.",
        values: { name },
      }),
    rightsTransferred: () =>
      i18n.t({
        id: "alert.rightsTransferred",
        message: "A notice: the rights of parents are the student’s own now: {name}.",
        values: { name },
      }),
    consentWithdrawn: () =>
      i18n.t({
        id: "alert.consentWithdrawn",
        message: "The family of {name} took a consent back.",
        values: { name },
      }),
  };
  return sentences[kind]();
}
