import type { I18n } from "@lingui/core";
import { isCivilDay } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { fieldsOf, type PlainPart } from "./fieldsOf.ts";
import type { RecordChange } from "./History.tsx";
import { identityFieldName, listFieldName } from "./recordWords.ts";

const listParts = ["contacts", "baselines", "adjustments"];

/** What a field of the record is called. */
export function fieldName(i18n: I18n, part: RecordChange["part"], field: string): string {
  if (part === "identity") return identityFieldName(field);
  if (listParts.includes(part)) return listFieldName(field);
  return fieldsOf(i18n, part as PlainPart).find(({ name }) => name === field)?.label ?? field;
}

/** A value of the history in a few words: of a list, what names its lines. */
export function shownValue(i18n: I18n, value: unknown): string {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) {
    return i18n.t({ id: "record.blank", message: "nothing" });
  }
  if (typeof value === "boolean") {
    return value ? i18n.t({ id: "word.yes", message: "Yes" }) : i18n.t({ id: "word.no", message: "No" });
  }
  if (Array.isArray(value)) return value.map((line) => lineInWords(line)).join("; ");
  const text = String(value);
  return isCivilDay(text) ? format.day(text) : text;
}

function lineInWords(line: unknown): string {
  const { key: _key, ...rest } = line as Record<string, unknown>;
  return Object.values(rest)
    .filter((value) => typeof value === "string" && value !== "")
    .join(", ");
}
