import { Trans, useLingui } from "@lingui/react";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { gradeName } from "#src/lib/grades.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { TabLinks } from "#src/ui/TabLinks.tsx";
import { childTabs } from "./tabs/childTabs.ts";

/** Around every page of one child, as the family sees it: the name, and what there is to read and decide. */
export function ChildFrame() {
  const { i18n } = useLingui();
  const { pathname } = useLocation();
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  if (record === undefined) {
    return <SkeletonRows label={i18n.t({ id: "family.loading", message: "Loading your child’s page" })} />;
  }
  return (
    <>
      <PageHeader
        title={record.student.name}
        below={
          <Trans
            id="student.below"
            message="{grade}, {school}"
            values={{ grade: gradeName(record.student.gradeLevel), school: record.school.name }}
          />
        }
      />
      <TabLinks
        label={i18n.t({ id: "child.pages", message: "Pages about your child" })}
        tabs={childTabs(i18n, (permission) => record.abilities.includes(permission), studentId)}
        current={pathname}
      />
      <Outlet />
    </>
  );
}
