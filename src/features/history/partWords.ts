import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";

type Part = Doc<"recordVersions">["part"];

const parts: Record<Part, () => string> = {
  identity: () => i18n.t({ id: "history.part.identity", message: "name and numbers" }),
  languages: () => i18n.t({ id: "history.part.languages", message: "languages" }),
  contacts: () => i18n.t({ id: "history.part.contacts", message: "emergency contacts" }),
  transport: () => i18n.t({ id: "history.part.transport", message: "transport" }),
  health: () => i18n.t({ id: "history.part.health", message: "medical considerations" }),
  learning: () => i18n.t({ id: "history.part.learning", message: "how the child learns" }),
  accessibility: () => i18n.t({ id: "history.part.accessibility", message: "accessibility" }),
  baselines: () => i18n.t({ id: "history.part.baselines", message: "baselines" }),
  adjustments: () => i18n.t({ id: "history.part.adjustments", message: "classroom adjustments" }),
};

/** A part of the pupil record, inside a sentence. */
export const partName = (part: string): string => parts[part as Part]?.() ?? part;
