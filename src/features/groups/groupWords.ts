import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";

export type GroupKind = Doc<"groups">["kind"];

/** A group's kind in the school's own words. */
export function groupKindName(kind: GroupKind): string {
  return kind === "classroom"
    ? i18n.t({ id: "groupKind.classroom", message: "A class that is together all day" })
    : i18n.t({ id: "groupKind.teachingGroup", message: "A teaching group for one subject" });
}
