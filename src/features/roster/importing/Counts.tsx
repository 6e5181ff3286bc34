import { Trans, useLingui } from "@lingui/react";
import { type RowKind, type RowOutcome, rowKinds, rowOutcomes } from "#convex/roster/rules/kinds.ts";
import { format } from "#src/lib/format.ts";
import { kindWord, outcomeWord } from "../words/rosterWords.ts";

/** How many rows of each kind would come to what; only what there is. */
export function Counts({ counts }: { counts: Record<string, number> }) {
  const { i18n } = useLingui();
  const of = (kind: RowKind, outcome: RowOutcome) => counts[`${kind}.${outcome}`] ?? 0;
  const outcomes = rowOutcomes.filter((outcome) => rowKinds.some((kind) => of(kind, outcome) > 0));
  const kinds = rowKinds.filter((kind) => outcomes.some((outcome) => of(kind, outcome) > 0));
  if (kinds.length === 0) return null;
  return (
    <div className="overflow-x-auto" tabIndex={-1}>
      <table className="w-full max-w-3xl border-collapse text-start">
        <caption className="sr-only">
          {i18n.t({ id: "roster.counts", message: "Rows by kind and by what would be done" })}
        </caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="border-b border-hairline py-2 pe-3 text-start text-13 font-semibold text-ink-3"
            >
              <Trans id="roster.counts.kind" message="Of what" />
            </th>
            {outcomes.map((outcome) => (
              <th
                key={outcome}
                scope="col"
                className="border-b border-hairline py-2 ps-3 text-end text-13 font-semibold text-ink-3"
              >
                {outcomeWord(outcome)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind} className="border-b border-hairline">
              <th scope="row" className="py-2 pe-3 text-start font-normal">
                {kindWord(kind)}
              </th>
              {outcomes.map((outcome) => (
                <td
                  key={outcome}
                  className={`tabular py-2 ps-3 text-end ${toneOf(of(kind, outcome), outcome)}`}
                >
                  {of(kind, outcome) === 0 ? "–" : format.number(of(kind, outcome))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toneOf(count: number, outcome: RowOutcome): string {
  if (count === 0) return "text-ink-3";
  return outcome === "error" ? "font-bold text-danger" : "font-semibold";
}
