import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { Download } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { RowOutcome } from "#convex/roster/rules/kinds.ts";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { Button } from "#src/ui/Button.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { ToggleButton } from "#src/ui/ToggleButton.tsx";
import { type Import, outcomeWord, resultWord } from "../words/rosterWords.ts";
import { countOf } from "./countOf.ts";
import { RowLine } from "./RowLine.tsx";
import { useErrorFiles } from "./useErrorFiles.ts";

type Filter = RowOutcome | "kept" | "refused";

/** The rows of an import, a stretch at a time: what needs a person first, everything on request. */
export function RowList({ import: found }: { import: Import }) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { importId, counts, results } = found;
  const filters = filtersOf(counts, results);
  const [chosen, setChosen] = useState<Filter | null>(null);
  const filter =
    chosen !== null && filters.some(({ id }) => id === chosen) ? chosen : (filters[0]?.id ?? null);
  const isResult = filter === "kept" || filter === "refused";
  const {
    results: rows,
    status,
    loadMore,
  } = usePaginatedQuery(
    api.roster.rows.list,
    filter === null
      ? "skip"
      : { organizationId, importId, ...(isResult ? { result: filter } : { outcome: filter }) },
    { initialNumItems: 25 },
  );
  const errors = useErrorFiles(importId);
  if (filter === null) return null;
  return (
    <section aria-label={i18n.t({ id: "roster.rows", message: "Rows" })} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <fieldset
          aria-label={i18n.t({ id: "roster.filter", message: "Show" })}
          className="flex flex-wrap gap-1"
        >
          {filters.map(({ id, label, count }) => (
            <ToggleButton key={id} isSelected={filter === id} onChange={() => setChosen(id)}>
              {label} <span className="tabular font-normal">{format.number(count)}</span>
            </ToggleButton>
          ))}
        </fieldset>
        {filter === "error" && (
          <Button
            kind="secondary"
            size="small"
            isPending={errors.isWriting}
            onPress={() => void errors.download()}
          >
            <Download aria-hidden size={15} strokeWidth={1.75} />
            <Trans id="roster.errors.download" message="Download as CSV" />
          </Button>
        )}
      </div>
      {status === "LoadingFirstPage" ? (
        <SkeletonRows label={i18n.t({ id: "roster.rows.loading", message: "Loading rows" })} />
      ) : (
        <ul className="divide-y divide-hairline rounded border border-hairline bg-raised">
          {rows.map((row) => (
            <li key={row.importRowId}>
              <RowLine row={row} isOpen={found.status === "checked"} />
            </li>
          ))}
        </ul>
      )}
      {status === "CanLoadMore" && (
        <div className="text-center">
          <Button onPress={() => loadMore(50)}>
            <Trans id="action.more" message="Show more" />
          </Button>
        </div>
      )}
    </section>
  );
}

/** In the order of how much they want a person. */
const ORDER: readonly RowOutcome[] = [
  "error",
  "question",
  "leave",
  "create",
  "change",
  "skip",
  "same",
  "pending",
];

function filtersOf(counts: Record<string, number>, results: Record<string, number>) {
  const ended = (["kept", "refused"] as const).map((id) => ({
    id: id as Filter,
    label: resultWord(id),
    count: results[id] ?? 0,
  }));
  const outcomes = ORDER.map((id) => ({
    id: id as Filter,
    label: outcomeWord(id),
    count: countOf(counts, id),
  }));
  return [...ended, ...outcomes].filter(({ count }) => count > 0);
}
