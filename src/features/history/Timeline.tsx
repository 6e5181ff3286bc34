import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { History } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { EventLine } from "./EventLine.tsx";
import type { Group, TimelineEvent } from "./event.ts";

/** A page of the line; the next one is fetched when it is asked for. */
const PAGE = 40;

/** Everything that happened with a child, the newest first, a heading for each year. */
export function Timeline({
  studentId,
  groups,
  planHref,
  actsFor,
}: {
  studentId: Id<"students">;
  /** Empty: all of them. */
  groups: readonly Group[];
  planHref: (iepId: string) => string;
  /** What may be done about an event, as a menu beside it. */
  actsFor?: (event: TimelineEvent) => ReactNode;
}) {
  const { i18n } = useLingui();
  const { results, status, loadMore } = usePaginatedQuery(
    api.history.timeline.list,
    { studentId, ...(groups.length > 0 && { groups: [...groups] }) },
    { initialNumItems: PAGE },
  );
  if (status === "LoadingFirstPage") {
    return (
      <SkeletonRows label={i18n.t({ id: "history.loading", message: "Loading the timeline" })} rows={10} />
    );
  }
  if (results.length === 0) {
    return (
      <EmptyState icon={History} title={<Trans id="history.empty" message="Nothing to see here yet" />}>
        <Trans id="history.emptyAdvice" message="What is recorded about this child shows on this line." />
      </EmptyState>
    );
  }
  const years = byYear(results);
  return (
    <>
      {years.map(({ year, events }) => (
        <section key={year} aria-labelledby={`year-${year}`} className="mb-6">
          <h2
            id={`year-${year}`}
            className="sticky top-0 z-1 mb-2 bg-paper py-1 text-19 tabular print:static"
          >
            {year}
          </h2>
          <ol className="border-s-2 border-hairline">
            {events.map((event) => (
              <EventLine
                key={event.key}
                event={event}
                href={event.iepId ? planHref(event.iepId) : null}
                acts={actsFor?.(event)}
              />
            ))}
          </ol>
        </section>
      ))}
      {status !== "Exhausted" && (
        <p data-screen-only>
          <Button isPending={status === "LoadingMore"} onPress={() => loadMore(PAGE)}>
            <Trans id="history.more" message="Show earlier" />
          </Button>
        </p>
      )}
    </>
  );
}

function byYear(events: readonly TimelineEvent[]): { year: string; events: TimelineEvent[] }[] {
  const years: { year: string; events: TimelineEvent[] }[] = [];
  for (const event of events) {
    const year = event.on.slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.events.push(event);
    else years.push({ year, events: [event] });
  }
  return years;
}
