import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { ChartNoAxesColumn } from "lucide-react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { daysProblem } from "#convex/reports/rules/periods.ts";
import { askedIn, daysOf, kindsFor, runOf, searchOf } from "#src/features/reports/asked.ts";
import { type Asked, ReportFilters } from "#src/features/reports/ReportFilters.tsx";
import { ReportView } from "#src/features/reports/ReportView.tsx";
import { RunStatus } from "#src/features/reports/RunStatus.tsx";
import { useCountAtOnce } from "#src/features/reports/useCountAtOnce.ts";
import { today } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { sentenceOf } from "#src/lib/problems.ts";
import { requireAbility } from "#src/lib/requireAbility.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { PageHeader } from "#src/ui/PageHeader.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** Reports over everybody that I may count. What is asked stands in the address, so that it can be kept and shared; what is
 * usual is counted at once. */
export function ReportsPage() {
  const { i18n } = useLingui();
  requireAbility(useAbilities(), "reports.read");
  const { organizationId, jurisdiction } = useMyOrganization();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const organization = useQuery(api.organizations.organizations.get, { organizationId });
  const asked = askedIn(search, jurisdiction, organization?.today ?? today());
  const runs = useQuery(api.reports.runs.list, { organizationId });
  const days = daysOf(asked);
  const wrong = organization && daysProblem(days.from, days.to, organization.today);
  const sentence = wrong ? sentenceOf(wrong) : null;
  const found = runOf(runs, asked);
  const run = useQuery(
    api.reports.runs.get,
    found
      ? {
          organizationId,
          runId: found.runId,
          ...(asked.school !== "" && { schoolId: asked.school as Id<"organizations"> }),
          ...(asked.grade !== "" && { gradeLevel: asked.grade }),
        }
      : "skip",
  );
  const start = useCommand(api.reports.runs.start);
  // Another report begins with the days that are usual for it.
  const ask = ({ kind, ...change }: Partial<Asked>) => {
    const { from, to, ...kept } = searchOf({ ...asked, ...change, ...(kind && { kind }) });
    void navigate({ to: "/reports", search: kind ? kept : { ...kept, from, to }, replace: true });
  };
  const count = () => void start({ organizationId, kind: asked.kind, ...days });
  const isUsual = search.from === undefined && search.to === undefined;
  const isUncounted = organization !== undefined && runs !== undefined && found === undefined;
  useCountAtOnce(isUsual && isUncounted ? `${asked.kind} ${asked.from} ${asked.to}` : null, count);
  const isWaiting =
    organization === undefined || runs === undefined || (found ? run === undefined : start.isPending);
  return (
    <>
      <PageHeader title={i18n.t({ id: "nav.reports", message: "Reports" })} />
      <ReportFilters
        asked={asked}
        kinds={kindsFor(jurisdiction)}
        run={run ?? null}
        errors={wrong && sentence !== null ? { [wrong.field]: sentence } : {}}
        isPending={start.isPending || run?.status === "counting"}
        onAsk={ask}
        onCount={count}
      />
      {sentence !== null ? (
        <Banner tone="danger" announce>
          {sentence}
        </Banner>
      ) : isWaiting ? (
        <SkeletonRows label={i18n.t({ id: "report.loading", message: "Loading the report" })} rows={6} />
      ) : run ? (
        <>
          <RunStatus run={run} />
          <ReportView run={run} />
        </>
      ) : (
        <EmptyState
          icon={ChartNoAxesColumn}
          title={<Trans id="report.none" message="Not counted yet for these days" />}
        >
          <Trans
            id="report.noneAdvice"
            message="Choose the report and the days, then count. It looks at every record as it stands now, past years included."
          />
        </EmptyState>
      )}
    </>
  );
}
