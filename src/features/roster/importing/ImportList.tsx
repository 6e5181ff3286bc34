import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { Table } from "#src/ui/Table.tsx";
import { type Import, statusTones, statusWord } from "../words/rosterWords.ts";

/** The imports so far, newest first; each leads to its rows and to taking it back. */
export function ImportList() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const { results, status, loadMore } = usePaginatedQuery(
    api.roster.imports.list,
    { organizationId },
    { initialNumItems: 10 },
  );
  if (status === "LoadingFirstPage") {
    return (
      <SkeletonRows label={i18n.t({ id: "roster.list.loading", message: "Loading the imports" })} rows={3} />
    );
  }
  if (results.length === 0) {
    return (
      <p className="text-ink-3">
        <Trans id="roster.list.none" message="No files have been imported yet." />
      </p>
    );
  }
  return (
    <>
      <Table<Import>
        caption={i18n.t({ id: "roster.list.caption", message: "Imports, newest first" })}
        rows={results}
        rowKey={({ importId }) => importId}
        columns={[
          {
            id: "when",
            isRowHeader: true,
            label: <Trans id="audit.at" message="When" />,
            cell: ({ importId, startedAt }) => (
              <Link href={paths.import(importId)}>{format.instant(startedAt)}</Link>
            ),
          },
          {
            id: "source",
            label: <Trans id="roster.list.source" message="From" />,
            cell: ({ source }) => source,
          },
          {
            id: "who",
            label: <Trans id="audit.who" message="Who" />,
            cell: ({ startedByName }) => startedByName,
          },
          {
            id: "rows",
            label: <Trans id="roster.list.rows" message="Rows" />,
            align: "end",
            className: "tabular",
            cell: ({ expected }) => format.number(expected),
          },
          {
            id: "status",
            label: <Trans id="roster.list.status" message="State" />,
            cell: ({ status: at }) => <Badge tone={statusTones[at]}>{statusWord(at)}</Badge>,
          },
        ]}
      />
      {status === "CanLoadMore" && (
        <div className="mt-4 text-center">
          <Button onPress={() => loadMore(20)}>
            <Trans id="action.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}
