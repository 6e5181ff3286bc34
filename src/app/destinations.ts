import type { I18n } from "@lingui/core";
import {
  BookOpenText,
  ChartNoAxesColumn,
  House,
  type LucideIcon,
  Mail,
  School,
  Settings,
  Siren,
  SquarePen,
  Users,
  UsersRound,
} from "lucide-react";
import { paths } from "#src/lib/paths.ts";
import type { Can } from "#src/lib/useAbilities.ts";
import type { Role } from "#src/lib/words.ts";

export type Destination = {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Shown in the phone's bottom bar too. */
  isFrequent: boolean;
  /** Two keys in a row, such as "g h". */
  keys?: string;
};

/** The places of a team member, in the order of the rail; the palette and the shortcuts read the same list. */
export function destinations(i18n: I18n, can: Can, roles: readonly Role[]): Destination[] {
  // Measuring is for those who work with a child: whose child it is decides the server, per child.
  const mayMeasure = roles.some(
    (role) => role === "caseManager" || role === "teacher" || role === "specialist",
  );
  const all: (Destination & { isShown: boolean })[] = [
    {
      href: paths.home,
      label: i18n.t({ id: "nav.home", message: "Home" }),
      icon: House,
      isFrequent: true,
      keys: "g h",
      isShown: true,
    },
    {
      href: paths.students,
      label: i18n.t({ id: "nav.students", message: "Students" }),
      icon: UsersRound,
      isFrequent: true,
      keys: "g s",
      isShown: can("students.list"),
    },
    {
      href: paths.log,
      label: i18n.t({ id: "nav.log", message: "Log progress" }),
      icon: SquarePen,
      isFrequent: true,
      keys: "g l",
      isShown: mayMeasure,
    },
    {
      href: paths.reports,
      label: i18n.t({ id: "nav.reports", message: "Reports" }),
      icon: ChartNoAxesColumn,
      isFrequent: false,
      keys: "g r",
      isShown: can("reports.read"),
    },
    {
      href: paths.people,
      label: i18n.t({ id: "nav.people", message: "People" }),
      icon: Users,
      isFrequent: true,
      keys: "g p",
      isShown: can("people.list"),
    },
    {
      href: paths.groups,
      label: i18n.t({ id: "nav.groups", message: "Groups" }),
      icon: School,
      isFrequent: false,
      isShown: can("groups.edit"),
    },
    {
      href: paths.mail,
      label: i18n.t({ id: "nav.outbox", message: "Outbox" }),
      icon: Mail,
      isFrequent: false,
      isShown: can("outbox.read"),
    },
    {
      href: paths.emergency,
      label: i18n.t({ id: "nav.emergency", message: "Emergency" }),
      icon: Siren,
      isFrequent: false,
      isShown: can("access.breakGlass"),
    },
    {
      href: paths.audit,
      label: i18n.t({ id: "nav.audit", message: "Audit trail" }),
      icon: BookOpenText,
      isFrequent: true,
      isShown: can("audit.read"),
    },
    {
      href: paths.settings,
      label: i18n.t({ id: "settings.title", message: "Settings" }),
      icon: Settings,
      isFrequent: false,
      isShown: can("organizations.edit"),
    },
  ];
  return all.filter((destination) => destination.isShown);
}
