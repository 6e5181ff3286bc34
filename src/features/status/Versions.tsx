import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { exitReasonName } from "#src/lib/statusWords.ts";
import { senStatusName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";

/** Every version of every entry, the newest belief first: what the record says, and what it ever said. */
export function Versions({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const versions = useQuery(api.status.episodes.versions, { studentId });
  if (versions === undefined) {
    return (
      <SkeletonRows label={i18n.t({ id: "status.versionsLoading", message: "Loading what was believed" })} />
    );
  }
  return (
    <ol className="divide-y divide-hairline">
      {versions.map((version) => (
        <li key={version.episodeId} className="py-3">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {senStatusName(version.kind)}
            {version.supersededAt === null ? (
              <Badge tone="good">
                <Trans id="versions.holds" message="Holds" />
              </Badge>
            ) : (
              <Badge>
                <Trans id="versions.no" message="No longer believed" />
              </Badge>
            )}
          </p>
          <p>
            {version.endsOn === null ? (
              <Trans id="status.from" message="From {from}" values={{ from: format.day(version.startsOn) }} />
            ) : (
              <Trans
                id="status.span"
                message="{from} to {until}"
                values={{ from: format.day(version.startsOn), until: format.day(version.endsOn) }}
              />
            )}
            {version.exitReason !== null && <>: {exitReasonName(version.exitReason)}</>}
          </p>
          <p dir="auto" className="match-parent text-14 text-ink-2">
            {version.reason}
          </p>
          <p className="mt-1 text-14 text-ink-3">
            <Trans
              id="versions.recorded"
              message="Recorded by {who}, {when}"
              values={{ who: version.recordedBy, when: format.instant(version.recordedAt) }}
            />
          </p>
          {version.supersededAt !== null && (
            <p className="text-14 text-ink-3">
              <Trans
                id="versions.superseded"
                message="Until {when}, by {who}"
                values={{ who: version.supersededBy ?? "", when: format.instant(version.supersededAt) }}
              />
              {version.correctionReason !== null && <>: “{version.correctionReason}”</>}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
