import { Trans } from "@lingui/react";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { consentName } from "#src/lib/consentWords.ts";
import { useEvidence } from "#src/lib/evidence.tsx";
import { type Decision, saidBy, stateName } from "./standing.ts";

/** Every decision there was, the latest first; what was recorded in error says so. */
export function ConsentHistory({
  history,
  acts,
}: {
  history: readonly Decision[];
  acts?: (decision: Decision) => ReactNode;
}) {
  const evidence = useEvidence();
  if (history.length === 0) return null;
  return (
    <details className="group rounded border border-hairline bg-raised text-16">
      <summary className="target flex items-center gap-2 px-4 py-3 font-semibold">
        <Trans
          id="consent.history"
          message="{count, plural, one {# decision so far} other {# decisions so far}}"
          values={{ count: history.length }}
        />
        <ChevronDown
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className="ms-auto transition-transform group-open:rotate-180"
        />
      </summary>
      <ol className="divide-y divide-hairline px-4 pb-2">
        {history.map((decision) => (
          <li key={decision.consentId} className="flex items-start gap-3 py-2.5">
            <div className="min-w-0 grow">
              <p className={decision.retractionReason === null ? "" : "line-through"}>
                <span className="font-semibold">{consentName(decision.kind)}</span>:{" "}
                {stateName(decision.decision)}
              </p>
              <p className="text-14 text-ink-3">{saidBy(decision)}</p>
              {evidence.show(decision.evidenceDocumentIds)}
              {decision.retractionReason !== null && (
                <p dir="auto" className="text-start text-14 text-ink-2">
                  <Trans
                    id="consent.inError"
                    message="Recorded in error: {reason}"
                    values={{ reason: decision.retractionReason }}
                  />
                </p>
              )}
            </div>
            {acts?.(decision)}
          </li>
        ))}
      </ol>
    </details>
  );
}
