import { Trans, useLingui } from "@lingui/react";
import { useSearch } from "@tanstack/react-router";
import { usePaginatedQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Link } from "#src/ui/Link.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { Table } from "#src/ui/Table.tsx";
import { filterOf } from "./auditFilter.ts";
import { commandInWords } from "./commandWords.ts";

type Entry = FunctionReturnType<typeof api.audit.entries.list>["page"][number];

/** Who did, opened or was refused what, newest first. */
export function AuditTrail() {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const filter = filterOf(useSearch({ strict: false }));
  const { results, status, loadMore } = usePaginatedQuery(
    api.audit.entries.list,
    { organizationId, ...(filter && { filter }) },
    { initialNumItems: 50 },
  );
  if (status === "LoadingFirstPage") {
    return <SkeletonRows label={i18n.t({ id: "audit.loading", message: "Loading the trail" })} rows={8} />;
  }
  return (
    <>
      <Table
        caption={i18n.t({ id: "audit.caption", message: "What was done, newest first" })}
        density="compact"
        rows={results}
        rowKey={(entry) => entry.entryId}
        columns={[
          {
            id: "at",
            label: <Trans id="audit.at" message="When" />,
            className: "text-14 whitespace-nowrap",
            cell: (entry) => <time>{format.instant(entry.at)}</time>,
          },
          {
            id: "who",
            isRowHeader: true,
            label: <Trans id="audit.who" message="Who" />,
            cell: (entry) => <Actor entry={entry} />,
          },
          {
            id: "what",
            label: <Trans id="audit.what" message="What" />,
            cell: (entry) => (
              <>
                <span title={entry.command}>{commandInWords(entry.command)}</span>
                <span className="block text-14 wrap-anywhere text-ink-3">{entry.summary}</span>
              </>
            ),
          },
          {
            id: "student",
            label: <Trans id="role.student" message="Student" />,
            cell: (entry) => <Child entry={entry} />,
          },
          {
            id: "outcome",
            label: <Trans id="audit.outcome" message="Outcome" />,
            cell: (entry) => <Outcome entry={entry} />,
          },
        ]}
        card={(entry) => <EntryCard entry={entry} />}
      />
      {status !== "Exhausted" && (
        <div className="mt-4 flex justify-center">
          <Button isPending={status === "LoadingMore"} onPress={() => loadMore(50)}>
            <Trans id="list.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}

function Actor({ entry }: { entry: Entry }) {
  return entry.actorId !== null && entry.actorName !== null ? (
    <Link href={paths.auditOf({ person: entry.actorId })}>{entry.actorName}</Link>
  ) : (
    <Trans id="audit.system" message="The system" />
  );
}

function Child({ entry }: { entry: Entry }) {
  return entry.studentId !== null && entry.studentName !== null ? (
    <Link href={paths.auditOf({ child: entry.studentId })}>{entry.studentName}</Link>
  ) : (
    <span aria-hidden>–</span>
  );
}

function Outcome({ entry }: { entry: Entry }) {
  if (entry.standing === "emergency") {
    return (
      <Badge tone="attention">
        <Trans id="audit.emergency" message="Emergency" />
      </Badge>
    );
  }
  return entry.outcome === "done" ? (
    <Badge tone="good">
      <Trans id="audit.done" message="Done" />
    </Badge>
  ) : (
    <Badge tone="danger">
      <Trans id="audit.refused" message="Refused" />
    </Badge>
  );
}

/** An entry on a phone: what was done, then by whom, about whom and when. */
function EntryCard({ entry }: { entry: Entry }) {
  return (
    <div className="py-3">
      <p className="flex items-start justify-between gap-3">
        <span className="font-semibold" title={entry.command}>
          {commandInWords(entry.command)}
        </span>
        <Outcome entry={entry} />
      </p>
      <p className="flex flex-wrap gap-x-3">
        <Actor entry={entry} />
        {entry.studentId !== null && <Child entry={entry} />}
      </p>
      <p className="text-14 wrap-anywhere text-ink-3">{entry.summary}</p>
      <time className="text-14 text-ink-3">{format.instant(entry.at)}</time>
    </div>
  );
}
