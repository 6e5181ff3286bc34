import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { cameFrom } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { byDay, type Opening, purposeOf, standingName } from "./accessWords.ts";

/** Who has opened a child's record: by day, each person once, with their part and why it lets them look. */
export function Openings({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const { results, status, loadMore } = usePaginatedQuery(
    api.access.openings.list,
    { studentId },
    { initialNumItems: 30 },
  );
  if (status === "LoadingFirstPage") {
    return <SkeletonRows label={i18n.t({ id: "openings.loading", message: "Looking up who has looked" })} />;
  }
  return (
    <>
      <ol className="flex flex-col gap-5">
        {byDay(results).map(({ on, openings }) => (
          <li key={on}>
            <h3 className="border-b border-hairline pb-1 text-14 text-ink-3">
              <time dateTime={on}>{format.day(on)}</time>
            </h3>
            <ul className="divide-y divide-hairline">
              {openings.map((opening) => (
                <Line key={opening.entryId} opening={opening} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {status !== "Exhausted" && (
        <div className="mt-4 flex justify-center">
          <Button isPending={status === "LoadingMore"} onPress={() => loadMore(30)}>
            <Trans id="list.more" message="Show more" />
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ opening }: { opening: Opening }) {
  const { i18n } = useLingui();
  const { standing, wasRefused, isRequiredByLaw } = opening;
  const name = opening.personName ?? i18n.t({ id: "openings.somebody", message: "Somebody who has left" });
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2.5">
      <span className="font-semibold">{name}</span>
      <span className="text-ink-2">{standing !== null && standingName(standing)}</span>
      <span className="grow text-end text-14 text-ink-3">
        <time dateTime={new Date(opening.at).toISOString()}>{format.time(opening.at)}</time>
      </span>
      <span className="flex basis-full flex-wrap items-baseline gap-2 text-14 text-ink-3">
        {wasRefused ? (
          <Badge tone="danger">
            <Trans id="openings.refused" message="Was not let in" />
          </Badge>
        ) : (
          standing !== null && purposeOf(standing)
        )}
        {opening.from !== null && <Badge>{cameFrom(opening.from)}</Badge>}
        {isRequiredByLaw && (
          <Badge tone="information">
            <Trans id="openings.required" message="The law asks for this entry" />
          </Badge>
        )}
      </span>
    </li>
  );
}
