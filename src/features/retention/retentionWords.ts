import { i18n } from "@lingui/core";
import type { Doc } from "#convex/_generated/dataModel.js";

/** The words for keeping and destroying. */

type Proposal = Doc<"retentionProposals">;

const statuses: Record<Proposal["status"], () => string> = {
  proposed: () => i18n.t({ id: "retention.proposed", message: "to be decided" }),
  noticed: () => i18n.t({ id: "retention.noticed", message: "parents told, waiting" }),
  confirmed: () =>
    i18n.t({ id: "retention.confirmed", message: "confirmed once, waiting for a second person" }),
  kept: () => i18n.t({ id: "retention.kept", message: "kept" }),
  held: () => i18n.t({ id: "retention.held", message: "held for a legal matter" }),
  withdrawn: () => i18n.t({ id: "retention.withdrawn", message: "taken back" }),
};
export const proposalStatusName = (status: Proposal["status"]): string => statuses[status]();

const kinds: Record<Proposal["recordKind"], () => string> = {
  record: () => i18n.t({ id: "retention.record", message: "The whole record" }),
  measurements: () => i18n.t({ id: "retention.measurements", message: "Measurements" }),
  files: () => i18n.t({ id: "retention.files", message: "Files" }),
};
export const recordKindName = (kind: Proposal["recordKind"]): string => kinds[kind]();

const reasons: Record<Proposal["reason"], () => string> = {
  schedule: () => i18n.t({ id: "retention.bySchedule", message: "Due by the schedule" }),
  familyAsked: () => i18n.t({ id: "retention.familyAsked", message: "The family asks" }),
  schoolAsked: () => i18n.t({ id: "retention.schoolAsked", message: "The school asks" }),
};
export const reasonName = (reason: Proposal["reason"]): string => reasons[reason]();
