import type { I18n } from "@lingui/core";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { fieldName, shownValue } from "../record/historyWords.ts";
import { identityFieldName, partName } from "../record/recordWords.ts";

type Compared = FunctionReturnType<typeof api.students.duplicates.compare>;
type Side = Compared["kept"];
type PartName = keyof Side["parts"];

export type Choice = "kept" | "other";
export type ChoiceLine = { name: string; label: string; kept: string; other: string; isBlankInKept: boolean };

const identityOrder = [
  "studentNumber",
  "firstName",
  "lastName",
  "preferredName",
  "pronouns",
  "birthOn",
  "stateNumber",
  "upn",
  "formerUpn",
];

/** What two records say differently, field by field of who the child is, and part by part of the rest. */
export function choicesBetween(i18n: I18n, kept: Side, other: Side): ChoiceLine[] {
  const identity = identityOrder.map((name) => ({
    name,
    label: identityFieldName(name),
    kept: shownValue(i18n, kept.identity[name] ?? ""),
    other: shownValue(i18n, other.identity[name] ?? ""),
    isBlankInKept: !kept.identity[name],
    isSame: (kept.identity[name] ?? "") === (other.identity[name] ?? ""),
  }));
  const parts = (Object.keys(kept.parts) as PartName[]).map((name) => ({
    name,
    label: partName(name),
    kept: partInWords(i18n, name, kept.parts[name]),
    other: partInWords(i18n, name, other.parts[name]),
    isBlankInKept: isBlank(kept.parts[name]),
    isSame: JSON.stringify(kept.parts[name]) === JSON.stringify(other.parts[name]),
  }));
  const written = (has: boolean) =>
    has
      ? i18n.t({ id: "compare.healthWritten", message: "Written down" })
      : i18n.t({ id: "record.blank", message: "nothing" });
  const health = {
    name: "health",
    label: partName("health"),
    kept: written(kept.hasHealth),
    other: written(other.hasHealth),
    isBlankInKept: !kept.hasHealth,
    isSame: !other.hasHealth,
  };
  return [...identity, ...parts, health].filter(({ isSame }) => !isSame);
}

function isBlank(part: Record<string, unknown>): boolean {
  return Object.values(part).every(
    (value) => value === "" || value === false || (Array.isArray(value) && value.length === 0),
  );
}

function partInWords(i18n: I18n, part: PartName, values: Record<string, unknown>): string {
  const lines = Object.entries(values)
    .filter(([, value]) => value !== "" && value !== false && !(Array.isArray(value) && value.length === 0))
    .map(([field, value]) => `${fieldName(i18n, part, field)}: ${shownValue(i18n, value)}`);
  return lines.length === 0 ? i18n.t({ id: "record.blank", message: "nothing" }) : lines.join("\n");
}

/** What stands in the way, and how to settle it. */
export function obstacleSentence(i18n: I18n, obstacle: Compared["obstacles"][number]): string {
  const sentences = {
    plansInEffect: i18n.t({
      id: "compare.plans",
      message: "Both have a plan in effect, and a child can have only one. End one of them first.",
    }),
    drafts: i18n.t({
      id: "compare.drafts",
      message: "Both have a draft, and a child can have only one. Finish or give up one of them first.",
    }),
    episodes: i18n.t({
      id: "compare.episodes",
      message: "Both have the same status on the same days. Correct one of them first.",
    }),
  };
  return sentences[obstacle];
}
