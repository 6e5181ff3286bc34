import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { Suspense, useState } from "react";
import { api } from "#convex/_generated/api.js";
import { DEFAULT_THRESHOLD } from "#convex/reports/rules/suppression.ts";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Card } from "#src/ui/Card.tsx";
import { CheckList } from "./CheckList.tsx";
import { CountTableView } from "./CountTableView.tsx";
import { barsHeight, byNeed, type Run } from "./distribution.ts";
import { Headline } from "./Headline.tsx";
import { MovementTables } from "./MovementTables.tsx";
import { tablesOf } from "./reportFile.ts";
import { TakeOut } from "./TakeOut.tsx";

const NeedsChart = lazyComponent(() => import("./NeedsChart.tsx"), "NeedsChart");

/** A report that has been counted: a sentence, a picture, the tables, and the ways out. */
export function ReportView({ run }: { run: Run }) {
  const { i18n } = useLingui();
  const [isForSharing, setIsForSharing] = useState(false);
  const { organizationId } = useMyOrganization();
  const settings = useQuery(api.organizations.organizations.get, { organizationId })?.settings;
  const threshold = settings?.smallestShared ?? DEFAULT_THRESHOLD;
  const hideBelow = isForSharing ? threshold : null;
  const words = { total: i18n.t({ id: "report.total", message: "Total" }) };
  const bars = run.kind === "distribution" && !isForSharing ? byNeed(run) : [];
  return (
    <div className="flex flex-col gap-6">
      {!isForSharing && <Headline run={run} />}
      <TakeOut run={run} isForSharing={isForSharing} onForSharing={setIsForSharing} hideBelow={threshold} />
      {isForSharing && (
        <Banner
          tone="information"
          announce
          title={<Trans id="report.sharingTitle" message="Small numbers are hidden" />}
        >
          <Trans
            id="report.sharingLead"
            message="Numbers from 1 to {most} are shown as ×, and so are others from which they could be worked out. Share one report at a time: two with different filters can give away what each hides."
            values={{ most: threshold - 1 }}
          />
        </Banner>
      )}
      <Card>
        <div className="flex flex-col gap-8">
          {bars.length > 0 && (
            <Suspense fallback={<div style={{ blockSize: barsHeight(bars) }} />}>
              <NeedsChart bars={bars} />
            </Suspense>
          )}
          {run.kind === "movement" ? (
            <MovementTables run={run} hideBelow={hideBelow} />
          ) : (
            tablesOf(run, words, hideBelow).map((table) => <CountTableView key={table.id} table={table} />)
          )}
        </div>
      </Card>
      {(run.kind === "census" || run.kind === "childCount") && !isForSharing && <CheckList run={run} />}
    </div>
  );
}
