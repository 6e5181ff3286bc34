import { i18n } from "@lingui/core";
import {
  ClipboardCheck,
  FileCheck,
  FileText,
  Handshake,
  type LucideIcon,
  MessagesSquare,
  NotebookPen,
  School,
  Shapes,
  Signpost,
  Sprout,
  UsersRound,
} from "lucide-react";
import type { Group } from "./event.ts";

const words: Record<Group, { name: () => string; icon: LucideIcon }> = {
  status: { name: () => i18n.t({ id: "history.group.status", message: "Status" }), icon: Signpost },
  needs: { name: () => i18n.t({ id: "history.group.needs", message: "Needs" }), icon: Shapes },
  plans: { name: () => i18n.t({ id: "history.group.plans", message: "Plans" }), icon: FileCheck },
  evaluations: {
    name: () => i18n.t({ id: "history.group.evaluations", message: "Evaluations" }),
    icon: ClipboardCheck,
  },
  meetings: {
    name: () => i18n.t({ id: "history.group.meetings", message: "Meetings" }),
    icon: MessagesSquare,
  },
  interventions: {
    name: () => i18n.t({ id: "history.group.interventions", message: "Interventions" }),
    icon: Sprout,
  },
  consents: { name: () => i18n.t({ id: "history.group.consents", message: "Consents" }), icon: Handshake },
  documents: { name: () => i18n.t({ id: "history.group.documents", message: "Documents" }), icon: FileText },
  enrolment: { name: () => i18n.t({ id: "history.group.enrolment", message: "School" }), icon: School },
  people: { name: () => i18n.t({ id: "history.group.people", message: "People" }), icon: UsersRound },
  record: { name: () => i18n.t({ id: "history.group.record", message: "Record" }), icon: NotebookPen },
};

export const groupName = (group: Group): string => words[group].name();
export const groupIcon = (group: Group): LucideIcon => words[group].icon;
