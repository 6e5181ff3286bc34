import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Unknown } from "#src/ui/InOrder.tsx";

export type Emergency = FunctionReturnType<typeof api.access.emergencies.list>[number];

/** Who has read the record in an emergency, why, and what an administrator made of it. Nothing at all if nobody has. */
export function EmergencyList({
  studentId,
  acts,
}: {
  studentId: Id<"students">;
  acts?: (emergency: Emergency) => ReactNode;
}) {
  const emergencies = useQuery(api.access.emergencies.list, { studentId });
  if (emergencies === undefined) return <Unknown />;
  if (emergencies.length === 0) return null;
  return (
    <section aria-labelledby="emergencies-title">
      <h2 id="emergencies-title" className="text-19">
        <Trans id="emergency.listTitle" message="Opened in an emergency" />
      </h2>
      <p className="mt-1 max-w-[70ch] text-ink-2">
        <Trans
          id="emergency.listLead"
          message="Somebody of the school who does not work with the child opened the record because it could not wait. They could read, and change nothing. An administrator looks at each case."
        />
      </p>
      <ul className="mt-3 flex flex-col gap-3">
        {emergencies.map((emergency) => (
          <li
            key={emergency.emergencyAccessId}
            className="rounded border border-hairline bg-raised p-4 sm:px-5"
          >
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="font-semibold">{emergency.personName}</span>
              <span className="grow text-14 text-ink-3">{format.instant(emergency.startsAt)}</span>
              <State emergency={emergency} />
            </p>
            <p dir="auto" className="mt-1 max-w-[70ch]">
              {emergency.reason}
            </p>
            {emergency.reviewed !== null && (
              <p className="mt-2 max-w-[70ch] border-s-2 border-hairline ps-3 text-14 text-ink-2">
                <bdi className="font-semibold">{emergency.reviewed.byName}</bdi>
                {": "}
                <bdi>{emergency.reviewed.note}</bdi>
              </p>
            )}
            {acts?.(emergency)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ emergency }: { emergency: Emergency }) {
  const { i18n } = useLingui();
  const { endedAt, endsAt, reviewed } = emergency;
  if (endedAt === null && endsAt > Date.now()) {
    return (
      <Badge tone="danger">
        {i18n.t({
          id: "emergency.until",
          message: "Open until {end}",
          values: { end: format.time(endsAt) },
        })}
      </Badge>
    );
  }
  if (reviewed === null) {
    return (
      <Badge tone="attention">
        <Trans id="emergency.waits" message="Waits for an administrator" />
      </Badge>
    );
  }
  return reviewed.review === "accepted" ? (
    <Badge tone="good">
      <Trans id="emergency.accepted" message="Found justified" />
    </Badge>
  ) : (
    <Badge tone="attention">
      <Trans id="emergency.questioned" message="Questioned" />
    </Badge>
  );
}
