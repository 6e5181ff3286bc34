import { Trans } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { paths } from "#src/lib/paths.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Link } from "#src/ui/Link.tsx";

/** What I have opened in an emergency, and what was made of it. Nothing at all while there is nothing. */
export function MyEmergencies() {
  const mine = useQuery(api.access.emergencyReviews.listMine, {});
  if (mine === undefined || mine.length === 0) return null;
  return (
    <Card title={<Trans id="emergency.mineTitle" message="Opened by you" />}>
      <ul className="divide-y divide-hairline">
        {mine.map((access) => (
          <li key={access.emergencyAccessId} className="flex flex-col gap-1 py-3">
            <span className="flex flex-wrap items-baseline gap-x-3">
              {access.studentId !== null && (
                <Link href={paths.student(access.studentId)}>{access.studentName}</Link>
              )}
              <span className="grow text-14 text-ink-3">{format.instant(access.startsAt)}</span>
              {access.isRunning && (
                <Badge tone="danger">
                  <Trans
                    id="emergency.until"
                    message="Open until {end}"
                    values={{ end: format.time(access.endsAt) }}
                  />
                </Badge>
              )}
              {access.review === "accepted" && (
                <Badge tone="good">
                  <Trans id="emergency.accepted" message="Found justified" />
                </Badge>
              )}
              {access.review === "questioned" && (
                <Badge tone="attention">
                  <Trans id="emergency.questioned" message="Questioned" />
                </Badge>
              )}
            </span>
            <span dir="auto">{access.reason}</span>
            {access.reviewNote !== null && (
              <span dir="auto" className="border-s-2 border-hairline ps-3 text-14 text-ink-2">
                {access.reviewNote}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
