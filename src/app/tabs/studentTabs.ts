import type { I18n } from "@lingui/core";
import { paths } from "#src/lib/paths.ts";
import type { Can } from "#src/lib/useAbilities.ts";
import type { TabLink } from "#src/ui/TabLinks.tsx";

type StudentTab = TabLink & { isShown: boolean };

/** The pages of one child, as the team sees them, in the order of the tabs; `can` answers for this child. */
export function studentTabs(i18n: I18n, can: Can, studentId: string): TabLink[] {
  const all: StudentTab[] = [
    {
      href: paths.student(studentId),
      label: i18n.t({ id: "student.overview", message: "Overview" }),
      isShown: can("students.read"),
    },
    {
      href: paths.record(studentId),
      label: i18n.t({ id: "student.record", message: "Record" }),
      isShown: can("students.readProfile"),
    },
    {
      href: paths.status(studentId),
      label: i18n.t({ id: "student.status", message: "Status" }),
      isShown: can("history.read"),
    },
    {
      href: paths.timeline(studentId),
      label: i18n.t({ id: "student.timeline", message: "Timeline" }),
      isShown: can("history.read"),
    },
    {
      href: paths.studentConsents(studentId),
      label: i18n.t({ id: "student.consents", message: "Consents" }),
      isShown: can("consent.read"),
    },
    {
      href: paths.studentDocuments(studentId),
      label: i18n.t({ id: "student.documents", message: "Documents" }),
      isShown: can("documents.read"),
    },
    {
      href: paths.studentAccess(studentId),
      label: i18n.t({ id: "student.access", message: "Access" }),
      isShown: can("access.read"),
    },
    {
      href: paths.copies(studentId),
      label: i18n.t({ id: "student.copies", message: "Copies" }),
      isShown: can("exports.child"),
    },
  ];
  return all.filter(({ isShown }) => isShown);
}
