import { Trans, useLingui } from "@lingui/react";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { GoTo } from "#src/lib/GoTo.tsx";
import { gradeName } from "#src/lib/grades.ts";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { classNames } from "#src/ui/classNames.ts";
import { Link, LinkButton } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { TabLinks } from "#src/ui/TabLinks.tsx";
import { studentTabs } from "./tabs/studentTabs.ts";

/** Around every page of one child: who it is about, what to do next, and the pages beside this one. */
export function StudentFrame() {
  const { i18n } = useLingui();
  const { pathname } = useLocation();
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });

  if (record === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "student.loading", message: "Loading the student" })} rows={8} />
    );
  }
  if (record.audience === "family") return <GoTo href={paths.child(studentId)} />;
  const workingPlan = record.draftIepId ?? record.activeIepId;
  const can = (permission: (typeof record.abilities)[number]) => record.abilities.includes(permission);
  // Beside the overview each page has an act of its own.
  const isOverview = pathname === paths.student(studentId);
  return (
    <>
      <PageHeader
        above={
          <Link href={paths.students}>
            <Trans id="students.title" message="Students" />
          </Link>
        }
        title={record.student.name}
        below={
          <Trans
            id="student.below"
            message="{grade}, {school}"
            values={{ grade: gradeName(record.student.gradeLevel), school: record.school.name }}
          />
        }
        actions={
          <div className={classNames("flex flex-wrap gap-2", !isOverview && "max-sm:hidden")}>
            {can("progress.log") && record.activeIepId !== null && (
              <LinkButton href={paths.logFor(studentId)}>
                <Trans id="home.log" message="Log progress" />
              </LinkButton>
            )}
            {workingPlan !== null && (
              <LinkButton
                kind={isOverview ? "primary" : "secondary"}
                href={paths.plan(studentId, workingPlan)}
              >
                {record.draftIepId === null ? (
                  <Trans id="student.openPlan" message="Open plan" />
                ) : (
                  <Trans id="student.openDraft" message="Open draft" />
                )}
              </LinkButton>
            )}
          </div>
        }
      />
      <TabLinks
        label={i18n.t({ id: "student.pages", message: "Pages about this student" })}
        tabs={studentTabs(i18n, can, studentId)}
        current={pathname}
      />
      <Outlet />
    </>
  );
}
