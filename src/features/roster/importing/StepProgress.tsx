import { Trans, useLingui } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import { Meter } from "#src/ui/Meter.tsx";
import type { Import } from "../words/rosterWords.ts";

/** How far the step has come that runs now; nothing while none runs. */
export function StepProgress({ import: found }: { import: Import }) {
  const { i18n } = useLingui();
  const { status, reached } = found;
  const total = status === "checking" ? found.staged : found.total;
  const done = status === "undoing" ? total - reached : reached;
  const labels = {
    checking: <Trans id="roster.step.checking" message="Checking every row. Nothing changes yet." />,
    applying: (
      <Trans id="roster.step.applying" message="Applying. You may close this page; it goes on by itself." />
    ),
    undoing: <Trans id="roster.step.undoing" message="Taking the import back. You may close this page." />,
  };
  if (!(status in labels)) return null;
  return (
    <div role="status">
      <Meter
        label={labels[status as keyof typeof labels]}
        value={total === 0 ? 0 : (done / total) * 100}
        valueLabel={i18n.t({
          id: "roster.ofRows",
          message: "{done} of {count} rows",
          values: { done: format.number(done), count: format.number(total) },
        })}
      />
    </div>
  );
}
