import { Trans, useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { gradeName, needName, planStatusName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Link } from "#src/ui/Link.tsx";
import { Table } from "#src/ui/Table.tsx";

export type ListedStudent = FunctionReturnType<typeof api.students.students.listMine>["page"][number];

/** Students as a table, or as cards on a phone. */
export function StudentRows({ students }: { students: readonly ListedStudent[] }) {
  const { i18n } = useLingui();
  return (
    <Table
      caption={i18n.t({ id: "students.caption", message: "Students and their plans" })}
      rows={students}
      rowKey={(student) => student.studentId}
      columns={[
        {
          id: "name",
          isRowHeader: true,
          label: <Trans id="students.name" message="Name" />,
          cell: (student) => (
            <Link
              href={paths.student(student.studentId)}
              className="target inline-flex items-center font-semibold text-ink no-underline hover:underline max-sm:text-18"
            >
              {student.name}
            </Link>
          ),
        },
        {
          id: "grade",
          label: <Trans id="students.grade" message="Grade" />,
          cell: (student) => gradeName(student.gradeLevel),
        },
        {
          id: "need",
          label: <Trans id="students.need" message="Primary need" />,
          cell: (student) => primaryNeed(student),
        },
        {
          id: "caseManager",
          label: <Trans id="students.caseManager" message="Case manager" />,
          cell: (student) => student.caseManagerName ?? <Nothing />,
        },
        {
          id: "plan",
          label: <Trans id="students.plan" message="Plan" />,
          cell: (student) =>
            student.plan ? (
              <Badge tone={student.plan.status === "inEffect" ? "good" : "neutral"}>
                {planStatusName(student.plan.status)}
              </Badge>
            ) : (
              <span className="text-ink-3">
                <Trans id="students.noPlan" message="None yet" />
              </span>
            ),
        },
        {
          id: "review",
          label: <Trans id="students.review" message="Review due" />,
          cell: (student) =>
            student.plan?.status === "inEffect" ? (
              <time
                dateTime={student.plan.reviewDueOn}
                className={student.plan.daysUntilReview < 0 ? "font-semibold text-danger" : undefined}
              >
                {format.shortDay(student.plan.reviewDueOn)}
                {student.plan.daysUntilReview < 0 && (
                  <>
                    {" "}
                    <Trans id="students.overdue" message="(overdue)" />
                  </>
                )}
              </time>
            ) : (
              <Nothing />
            ),
        },
      ]}
    />
  );
}

function primaryNeed(student: ListedStudent) {
  const primary = student.needCategories.find((need) => need.primary) ?? student.needCategories[0];
  return primary ? needName(primary.code) : <Nothing />;
}

function Nothing() {
  return (
    <span className="text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">
        <Trans id="value.none" message="None" />
      </span>
    </span>
  );
}
