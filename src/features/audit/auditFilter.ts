import { i18n } from "@lingui/core";
import type { FunctionArgs } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { Permission } from "#src/lib/useAbilities.ts";

export type AuditFilter = NonNullable<FunctionArgs<typeof api.audit.entries.list>["filter"]>;

/** What the address says of the trail: one person's entries, one child's, or one kind. */
export type AuditAddress = {
  person?: string | undefined;
  child?: string | undefined;
  kind?: string | undefined;
};

const REFUSED = "refused";

/** The kinds that are looked for, by the permission that their entries stand under; in the order of the list. */
const kinds: [Permission, () => string][] = [
  ["students.read", () => i18n.t({ id: "auditKind.opened", message: "Records opened" })],
  ["access.breakGlass", () => i18n.t({ id: "auditKind.emergency", message: "Emergency access" })],
  ["disclosures.record", () => i18n.t({ id: "auditKind.disclosures", message: "Disclosures" })],
  ["recordRequests.answer", () => i18n.t({ id: "auditKind.requests", message: "Requests answered" })],
  ["students.edit", () => i18n.t({ id: "auditKind.record", message: "Changes to records" })],
  ["students.manageTeam", () => i18n.t({ id: "auditKind.teams", message: "Teams and guardians" })],
  ["ieps.putInEffect", () => i18n.t({ id: "auditKind.plans", message: "Plans put in effect" })],
  ["people.changeRole", () => i18n.t({ id: "auditKind.roles", message: "Roles and memberships" })],
  ["audit.acknowledge", () => i18n.t({ id: "auditKind.alarms", message: "Alarms acknowledged" })],
];

export type KindOption = { id: string; label: string };

export function kindOptions(): KindOption[] {
  return [
    { id: "all", label: i18n.t({ id: "auditKind.all", message: "Everything" }) },
    { id: REFUSED, label: i18n.t({ id: "auditKind.refused", message: "Refused" }) },
    ...kinds.map(([id, label]) => ({ id, label: label() })),
  ];
}

/** The filter that an address asks for; one at a time, since each has its own index. */
export function filterOf({ person, child, kind }: AuditAddress): AuditFilter | undefined {
  if (person !== undefined) return { by: "actor", actorId: person as Id<"people"> };
  if (child !== undefined) return { by: "student", studentId: child as Id<"students"> };
  if (kind === REFUSED) return { by: "outcome", outcome: "refused" };
  return kind === undefined ? undefined : { by: "permission", permission: kind };
}
