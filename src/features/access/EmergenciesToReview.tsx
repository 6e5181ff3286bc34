import { Trans } from "@lingui/react";
import { useQuery } from "convex/react";
import { api } from "#convex/_generated/api.js";
import { format } from "#src/lib/format.ts";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { Card } from "#src/ui/Card.tsx";
import { Link } from "#src/ui/Link.tsx";
import { ReviewEmergency } from "./ReviewEmergency.tsx";

/** For administrators: every emergency access that nobody has judged yet. Nothing at all while there is none. */
export function EmergenciesToReview() {
  const { organizationId } = useMyOrganization();
  const waiting = useQuery(api.access.emergencyReviews.list, { organizationId });
  if (waiting === undefined || waiting.length === 0) return null;
  return (
    <Card title={<Trans id="emergency.waitingTitle" message="Waiting for your review" />}>
      <ul className="divide-y divide-hairline">
        {waiting.map((access) => (
          <li key={access.emergencyAccessId} className="py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span>
                <Trans
                  id="emergency.whoRead"
                  message="<0>{person}</0> read the record of <1>{student}</1>"
                  values={{ person: access.personName, student: access.studentName }}
                  components={{
                    0: <bdi className="font-semibold" />,
                    1: <Link href={paths.student(access.studentId)}>{""}</Link>,
                  }}
                />
              </span>
              <span className="grow text-end text-14 text-ink-3">{format.instant(access.startsAt)}</span>
            </p>
            <p dir="auto" className="mt-1">
              {access.reason}
            </p>
            <ReviewEmergency emergency={access} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
