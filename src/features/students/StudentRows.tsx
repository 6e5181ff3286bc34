import { Trans, useLingui } from "@lingui/react";
import type { FunctionReturnType } from "convex/server";
import type { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { gradeName } from "#src/lib/grades.ts";
import { paths } from "#src/lib/paths.ts";
import { needName, planStatusName, senStatusName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { PlainLink } from "#src/ui/Link.tsx";
import { Table } from "#src/ui/Table.tsx";
import type { RowSelection } from "#src/ui/useRowSelection.ts";

export type ListedStudent = FunctionReturnType<typeof api.students.students.listMine>["page"][number];

/** Students as a table, or as cards on a phone. */
export function StudentRows({
  students,
  isCompact = false,
  isHeaderSticky = false,
  selection,
}: {
  students: readonly ListedStudent[];
  isCompact?: boolean;
  isHeaderSticky?: boolean;
  /** The ticks before the rows, for those who can do something with many at once. */
  selection?: RowSelection | undefined;
}) {
  const { i18n } = useLingui();
  const schools = new Set(students.map(({ schoolId }) => schoolId));
  return (
    <Table
      caption={i18n.t({ id: "students.caption", message: "Students and their plans" })}
      rows={students}
      rowKey={(student) => student.studentId}
      card={(student) => <StudentCard student={student} />}
      density={isCompact ? "compact" : "comfortable"}
      isHeaderSticky={isHeaderSticky}
      selection={
        selection && {
          ...selection,
          labelAll: i18n.t({ id: "students.selectAll", message: "Select all that are shown" }),
          labelOf: ({ name }) =>
            i18n.t({ id: "students.select", message: "Select {name}", values: { name } }),
        }
      }
      columns={[
        {
          id: "name",
          isRowHeader: true,
          className: "sm:min-w-36",
          label: <Trans id="students.name" message="Name" />,
          cell: (student) => (
            <PlainLink
              href={paths.student(student.studentId)}
              className="target inline-flex items-center font-semibold hover:underline"
            >
              {student.name}
            </PlainLink>
          ),
        },
        {
          id: "grade",
          label: <Trans id="students.grade" message="Grade" />,
          cell: (student) => gradeName(student.gradeLevel),
        },
        ...(schools.size > 1
          ? [
              {
                id: "school",
                label: <Trans id="filter.school" message="School" />,
                className: "sm:text-14",
                cell: ({ schoolName }: ListedStudent) => schoolName,
              },
            ]
          : []),
        {
          id: "need",
          label: <Trans id="students.statusAndNeed" message="Status and need" />,
          cell: (student) => (
            <>
              {senStatusName(student.senStatus)}
              <span className="block text-14 text-ink-3">{primaryNeed(student)}</span>
            </>
          ),
        },
        {
          id: "caseManager",
          label: <Trans id="students.caseManager" message="Case manager" />,
          cell: (student) => student.caseManagerName ?? <Nothing />,
        },
        {
          id: "plan",
          label: <Trans id="students.plan" message="Plan" />,
          cell: (student) => <PlanState plan={student.plan} />,
        },
        {
          id: "review",
          label: <Trans id="students.review" message="Review due" />,
          cell: (student) => <Review plan={student.plan} />,
        },
      ]}
    />
  );
}

/** One student on a phone: the whole line is the link. */
function StudentCard({ student }: { student: ListedStudent }) {
  return (
    <PlainLink href={paths.student(student.studentId)} className="block py-3">
      <span className="flex items-baseline justify-between gap-3">
        <span className="text-18 font-semibold">{student.name}</span>
        <PlanState plan={student.plan} />
      </span>
      <span className="block text-14 text-ink-3">
        {gradeName(student.gradeLevel)} · {senStatusName(student.senStatus)} · {primaryNeed(student)}
      </span>
      {student.plan?.status === "inEffect" && (
        <span className="block text-14 text-ink-3">
          <Trans id="students.review" message="Review due" /> <Review plan={student.plan} />
        </span>
      )}
    </PlainLink>
  );
}

function PlanState({ plan }: Pick<ListedStudent, "plan">) {
  if (plan) {
    return (
      <Badge tone={plan.status === "inEffect" ? "good" : "neutral"}>{planStatusName(plan.status)}</Badge>
    );
  }
  return (
    <span className="text-ink-3">
      <Trans id="students.noPlan" message="No plan yet" />
    </span>
  );
}

function Review({ plan }: Pick<ListedStudent, "plan">) {
  if (!plan || plan.reviewDueOn === null) return <Nothing />;
  const isOverdue = (plan.daysUntilReview ?? 0) < 0;
  return (
    <time dateTime={plan.reviewDueOn} className={isOverdue ? "font-semibold text-danger" : undefined}>
      {format.shortDay(plan.reviewDueOn)}
      {isOverdue && (
        <>
          {" "}
          <Trans id="students.overdue" message="(overdue)" />
        </>
      )}
    </time>
  );
}

function primaryNeed(student: ListedStudent) {
  const primary = student.needs[0];
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
