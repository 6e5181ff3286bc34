import { Trans } from "@lingui/react";
import { format } from "#src/lib/format.ts";
import { Banner } from "#src/ui/Banner.tsx";
import type { Run } from "./distribution.ts";

/** How far a run has come, or as of when it holds and over whom. */
export function RunStatus({ run }: { run: Run }) {
  if (run.status === "failed") {
    return (
      <Banner
        tone="danger"
        announce
        title={<Trans id="report.failed" message="This report could not be counted" />}
      >
        <Trans
          id="report.failedAdvice"
          message="Count it again. If it fails again, tell whoever runs this OpenIEP."
        />
      </Banner>
    );
  }
  const scanned = run.scanned;
  return (
    <p role="status" className="mb-4 text-14 text-ink-3">
      {run.status === "counting" ? (
        <Trans
          id="report.counting"
          message="Counting: {scanned, plural, one {# student} other {# students}} so far. The figures grow as you watch."
          values={{ scanned }}
        />
      ) : (
        <Trans
          id="report.asOf"
          message="As of {at}, over {scope, select, organization {the whole organization} schools {your schools} other {your caseload}}: {scanned, plural, one {# record} other {# records}} looked at. {isDay, select, yes {On {to}.} other {From {from} to {to}.}}"
          values={{
            at: format.instant(run.finishedAt ?? run.requestedAt),
            scope: run.scopeOf,
            scanned,
            isDay: run.from === run.to ? "yes" : "no",
            from: format.day(run.from),
            to: format.day(run.to),
          }}
        />
      )}
    </p>
  );
}
