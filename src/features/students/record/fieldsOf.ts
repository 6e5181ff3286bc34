import type { I18n } from "@lingui/core";
import {
  interpreterModes,
  type ProfilePart,
  textSizes,
  transportModes,
} from "#convex/students/rules/profile.ts";
import type { Option } from "#src/ui/SelectField.tsx";
import { interpreterModeName, textSizeName, transportModeName } from "./recordWords.ts";

/** How a field of the record is shown and typed. */
export type RecordField = {
  name: string;
  label: string;
  hint?: string;
  as: "line" | "paragraph" | "flag" | "choice";
  options?: readonly Option<string>[];
};

/** The parts whose fields stand by themselves; the others hold a list. */
export type PlainPart = Extract<
  ProfilePart,
  "languages" | "transport" | "health" | "learning" | "accessibility"
>;

/** The fields of a part, in the order in which a colleague asks. */
export function fieldsOf(i18n: I18n, part: PlainPart): readonly RecordField[] {
  const choices = <Id extends string>(ids: readonly Id[], name: (id: Id) => string) =>
    ids.map((id) => ({ id, label: name(id) }));
  switch (part) {
    case "languages":
      return [
        {
          name: "home",
          as: "line",
          label: i18n.t({ id: "record.languages.home", message: "Spoken at home" }),
        },
        {
          name: "correspondence",
          as: "line",
          label: i18n.t({ id: "record.languages.correspondence", message: "Letters and calls in" }),
        },
        {
          name: "interpreterNeeded",
          as: "flag",
          label: i18n.t({ id: "record.languages.interpreter", message: "The family needs an interpreter" }),
        },
        {
          name: "interpreterMode",
          as: "choice",
          label: i18n.t({ id: "record.languages.mode", message: "How the interpreter joins" }),
          options: choices(interpreterModes, interpreterModeName),
        },
      ];
    case "transport":
      return [
        {
          name: "mode",
          as: "choice",
          label: i18n.t({ id: "record.transport.mode", message: "How the child comes to school" }),
          options: choices(transportModes, transportModeName),
        },
        {
          name: "route",
          as: "line",
          label: i18n.t({ id: "record.transport.route", message: "Route and times" }),
        },
        {
          name: "needs",
          as: "paragraph",
          label: i18n.t({ id: "record.transport.needs", message: "Needs on the way" }),
        },
      ];
    case "health":
      return [
        {
          name: "emergency",
          as: "paragraph",
          label: i18n.t({ id: "record.health.emergency", message: "What to do in an emergency" }),
        },
        {
          name: "allergies",
          as: "paragraph",
          label: i18n.t({ id: "record.health.allergies", message: "Allergies" }),
        },
        {
          name: "conditions",
          as: "paragraph",
          label: i18n.t({ id: "record.health.conditions", message: "Conditions" }),
        },
        {
          name: "medication",
          as: "paragraph",
          label: i18n.t({ id: "record.health.medication", message: "Medication at school" }),
          hint: i18n.t({
            id: "record.health.medicationHint",
            message: "What, how much, when, and who gives it.",
          }),
        },
        {
          name: "clinician",
          as: "line",
          label: i18n.t({ id: "record.health.clinician", message: "Doctor or nurse to ask" }),
        },
      ];
    case "learning":
      return [
        {
          name: "interests",
          as: "paragraph",
          label: i18n.t({ id: "record.learning.interests", message: "Interests" }),
        },
        {
          name: "motivators",
          as: "paragraph",
          label: i18n.t({ id: "record.learning.motivators", message: "What motivates" }),
        },
        {
          name: "helps",
          as: "paragraph",
          label: i18n.t({ id: "record.learning.helps", message: "What helps" }),
        },
        {
          name: "hinders",
          as: "paragraph",
          label: i18n.t({ id: "record.learning.hinders", message: "What makes it harder" }),
        },
      ];
    case "accessibility":
      return [
        {
          name: "textSize",
          as: "choice",
          label: i18n.t({ id: "record.accessibility.textSize", message: "Text size" }),
          options: choices(textSizes, textSizeName),
        },
        {
          name: "highContrast",
          as: "flag",
          label: i18n.t({ id: "record.accessibility.contrast", message: "Strong contrast" }),
        },
        {
          name: "readAloud",
          as: "flag",
          label: i18n.t({ id: "record.accessibility.readAloud", message: "Text is read aloud" }),
        },
        {
          name: "captions",
          as: "flag",
          label: i18n.t({ id: "record.accessibility.captions", message: "Captions" }),
        },
        {
          name: "aac",
          as: "line",
          label: i18n.t({ id: "record.accessibility.aac", message: "Augmentative communication" }),
          hint: i18n.t({ id: "record.accessibility.aacHint", message: "A board, a device, signs." }),
        },
        {
          name: "equipment",
          as: "paragraph",
          label: i18n.t({ id: "record.accessibility.equipment", message: "Equipment" }),
        },
      ];
  }
}
