import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { censusColumns, childCountColumns } from "#convex/reports/rules/checklists.ts";
import { gradeName } from "#src/lib/grades.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { Table } from "#src/ui/Table.tsx";
import type { Run } from "./distribution.ts";
import { PlacementDialog } from "./PlacementDialog.tsx";
import { type ReportedColumn, reportedName } from "./reportedCodes.ts";
import { problemName } from "./reportWords.ts";

/** The children who will be counted, with what has to be put right for each before the figures are sent. */
export function CheckList({ run }: { run: Run }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const [onlyProblems, setOnlyProblems] = useState(true);
  const [placing, setPlacing] = useState<{ studentId: Id<"students">; name: string } | null>(null);
  const { results, status, loadMore } = usePaginatedQuery(
    api.reports.checklist.list,
    { organizationId, runId: run.runId, onlyProblems },
    { initialNumItems: 50 },
  );
  const columns = run.kind === "census" ? censusColumns : childCountColumns;
  return (
    <Card
      title={<Trans id="census.list" message="Check list" />}
      actions={
        <CheckboxField
          isSelected={onlyProblems}
          onChange={setOnlyProblems}
          label={<Trans id="census.onlyProblems" message="Only what must be put right" />}
        />
      }
    >
      {status === "LoadingFirstPage" ? (
        <SkeletonRows label={i18n.t({ id: "census.loading", message: "Loading the list" })} rows={6} />
      ) : results.length === 0 ? (
        <EmptyState icon={CircleCheck} title={<Trans id="census.ready" message="Nothing to put right" />}>
          <Trans
            id="census.readyAdvice"
            message="Every child who is counted has all that the authority asks for."
          />
        </EmptyState>
      ) : (
        <Table
          caption={i18n.t({ id: "census.list", message: "Check list" })}
          density="compact"
          rows={results}
          rowKey={(row) => row.rowId}
          columns={[
            {
              id: "name",
              isRowHeader: true,
              label: <Trans id="role.student" message="Student" />,
              cell: (row) => (
                <>
                  <Link href={paths.student(row.studentId)}>{row.name}</Link>
                  <span className="block text-14 text-ink-3">
                    {row.schoolName}, {gradeName(row.gradeLevel)}
                  </span>
                </>
              ),
            },
            ...columns.map((column, i) => ({
              id: column,
              label: column,
              className: "text-14",
              cell: (row: (typeof results)[number]) => <Reported column={column} code={row.codes[i] ?? ""} />,
            })),
            {
              id: "age",
              label: <Trans id="report.age" message="Age" />,
              align: "end" as const,
              cell: (row: (typeof results)[number]) => row.age,
            },
            {
              id: "problems",
              label: <Trans id="census.problems" message="To put right" />,
              cell: (row: (typeof results)[number]) =>
                row.problems.length === 0 ? (
                  <Badge tone="good">
                    <Trans id="census.rowReady" message="Ready" />
                  </Badge>
                ) : (
                  <ul>
                    {row.problems.map((problem) => (
                      <li key={problem}>
                        {problem === "missingSetting" ? (
                          <Button size="small" onPress={() => setPlacing(row)}>
                            {problemName(problem)}
                          </Button>
                        ) : (
                          problemName(problem)
                        )}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      )}
      {status === "CanLoadMore" && (
        <div className="mt-4 flex justify-center">
          <Button onPress={() => loadMore(50)}>
            <Trans id="list.more" message="Show more" />
          </Button>
        </div>
      )}
      {placing && <PlacementDialog child={placing} day={run.to} onClose={() => setPlacing(null)} />}
    </Card>
  );
}

/** What is reported of a child, in the authority's code, and what that stands for. */
function Reported({ column, code }: { column: ReportedColumn; code: string }) {
  if (code === "") return <span className="text-ink-3">–</span>;
  return (
    <>
      {code}
      <span className="block text-ink-3">{reportedName(column, code)}</span>
    </>
  );
}
