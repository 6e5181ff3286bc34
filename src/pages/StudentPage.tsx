import { Trans, useLingui } from "@lingui/react";
import { useMutation, useQuery } from "convex/react";
import { useEffect } from "react";
import { api } from "#convex/_generated/api.js";
import { GoalLines } from "#src/features/students/GoalLines.tsx";
import { Identity } from "#src/features/students/Identity.tsx";
import { Plans } from "#src/features/students/Plans.tsx";
import { Team } from "#src/features/students/Team.tsx";
import { GoTo } from "#src/lib/GoTo.tsx";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { gradeName } from "#src/lib/words.ts";
import { Link, LinkButton } from "#src/ui/Link.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** A child's page: who they are, who is around them, their plans and how the goals go. */
export function StudentPage() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  const record = useQuery(api.students.record.get, { studentId });
  const open = useMutation(api.students.record.open);
  useEffect(() => {
    // The law wants a record of who opened a child's file (34 CFR 300.614); reading does not wait for it.
    open({ studentId }).catch(() => undefined);
  }, [open, studentId]);

  if (record === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "student.loading", message: "Loading the student" })} rows={8} />
    );
  }
  if (record.audience === "family") return <GoTo href={paths.child(studentId)} />;
  const workingPlan = record.activeIepId ?? record.draftIepId;
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
          <>
            {record.abilities.includes("progress.log") && record.activeIepId !== null && (
              <LinkButton href={paths.logFor(studentId)}>
                <Trans id="home.log" message="Log progress" />
              </LinkButton>
            )}
            {workingPlan !== null && (
              <LinkButton kind="primary" href={paths.plan(studentId, record.draftIepId ?? workingPlan)}>
                {record.draftIepId === null ? (
                  <Trans id="student.openPlan" message="Open plan" />
                ) : (
                  <Trans id="student.openDraft" message="Open draft" />
                )}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid items-start gap-6 md:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {workingPlan !== null && <GoalLines studentId={studentId} iepId={workingPlan} />}
          <Plans record={record} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Identity record={record} />
          <Team record={record} />
        </div>
      </div>
    </>
  );
}
