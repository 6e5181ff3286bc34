import type { I18n } from "@lingui/core";
import { paths } from "#src/lib/paths.ts";
import type { Can } from "#src/lib/useAbilities.ts";
import type { TabLink } from "#src/ui/TabLinks.tsx";

type ChildTab = TabLink & { isShown: boolean };

/** The pages of one child, as the family sees them, in the order of the tabs; `can` answers for this child. */
export function childTabs(i18n: I18n, can: Can, studentId: string): TabLink[] {
  const all: ChildTab[] = [
    {
      href: paths.child(studentId),
      label: i18n.t({ id: "child.overview", message: "Plan and goals" }),
      isShown: can("students.read"),
    },
    {
      href: paths.childTimeline(studentId),
      label: i18n.t({ id: "child.timeline", message: "What happened" }),
      isShown: can("status.read"),
    },
    {
      href: paths.childConsents(studentId),
      label: i18n.t({ id: "child.consents", message: "What you agree to" }),
      isShown: can("consent.read"),
    },
    {
      href: paths.childDocuments(studentId),
      label: i18n.t({ id: "child.documents", message: "Documents" }),
      isShown: can("documents.read"),
    },
    {
      href: paths.childAccess(studentId),
      label: i18n.t({ id: "child.access", message: "Who sees it" }),
      isShown: can("access.read"),
    },
    {
      href: paths.childDownload(studentId),
      label: i18n.t({ id: "child.download", message: "Download" }),
      isShown: can("exports.child"),
    },
  ];
  return all.filter(({ isShown }) => isShown);
}
