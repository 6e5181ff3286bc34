import { useLingui } from "@lingui/react";
import { Activity } from "lucide-react";
import { Suspense, useMemo, useState } from "react";
import { lazyComponent } from "#src/lib/lazyComponent.ts";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { Skeleton } from "#src/ui/Skeleton.tsx";
import { ChartKey } from "./chart/ChartKey.tsx";
import { chartData } from "./chart/chartData.ts";
import { OtherKey } from "./chart/OtherKey.tsx";
import type { GoalProgress } from "./goalProgress.ts";
import { otherMethods } from "./otherMethods.ts";
import { progressSentences } from "./sentences.ts";

const ProgressChart = lazyComponent(() => import("./chart/ProgressChart.tsx"), "ProgressChart");

/** How a goal is going: sentences first, then the chart of the same. */
export function GoalPicture({ progress }: { progress: GoalProgress }) {
  const { i18n } = useLingui();
  const [showsOthers, setShowsOthers] = useState(false);
  const others = useMemo(() => otherMethods(progress), [progress]);
  const data = useMemo(
    () => chartData(progress, showsOthers ? others : null),
    [progress, others, showsOthers],
  );
  if (progress.observations.length === 0) {
    return (
      <EmptyState
        icon={Activity}
        title={i18n.t({ id: "progress.none", message: "Nothing has been measured yet." })}
      >
        {i18n.t({
          id: "progress.noneAdvice",
          message: "With the first measurement the chart begins; after five there is a trend.",
        })}
      </EmptyState>
    );
  }
  return (
    <figure>
      <figcaption className="mb-4 max-w-[70ch] text-18" data-progress-sentence>
        {progressSentences(progress).join(" ")}
      </figcaption>
      <Suspense fallback={<Skeleton className="h-72 w-full sm:h-96" />}>
        <ProgressChart data={data} progress={progress} />
      </Suspense>
      <div className="mt-3">
        <ChartKey progress={progress} />
        {others && <OtherKey others={others} isOpen={showsOthers} onToggle={setShowsOthers} />}
      </div>
    </figure>
  );
}
