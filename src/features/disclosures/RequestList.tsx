import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { FunctionReturnType } from "convex/server";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { cameFrom } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { requestKindName, requestOutcomeName } from "./disclosureWords.ts";

export type RecordRequest = FunctionReturnType<typeof api.disclosures.requests.list>[number];

/** What the family has asked about the record: since when, until when it must be answered, and the answer. */
export function RequestList({
  studentId,
  acts,
}: {
  studentId: Id<"students">;
  acts?: (request: RecordRequest) => ReactNode;
}) {
  const { i18n } = useLingui();
  const requests = useQuery(api.disclosures.requests.list, { studentId });
  if (requests === undefined) {
    return <SkeletonRows label={i18n.t({ id: "requests.loading", message: "Looking up the requests" })} />;
  }
  if (requests.length === 0) {
    return (
      <p className="text-ink-2">
        <Trans id="requests.none" message="Nothing has been asked yet." />
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-3">
      {requests.map((request) => (
        <li key={request.requestId} className="rounded border border-hairline bg-raised p-4 sm:px-5">
          <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-16">
            {requestKindName(request.kind)}
            <span className="grow text-14 font-normal text-ink-3">
              <Trans
                id="requests.asked"
                message="{name}, {day}"
                values={{ name: request.askedByName, day: format.day(request.askedOn) }}
              />
            </span>
            {request.from !== null && <Badge>{cameFrom(request.from)}</Badge>}
            <State request={request} />
          </h3>
          {request.words !== "" && (
            <p dir="auto" className="mt-1 max-w-[70ch] whitespace-pre-wrap">
              {request.words}
            </p>
          )}
          {request.answer !== null && <Answer request={request} />}
          {request.status === "open" && acts?.(request)}
        </li>
      ))}
    </ul>
  );
}

function State({ request: { status, outcome, dueOn, daysLeft } }: { request: RecordRequest }) {
  if (status === "answered") {
    const isGood = outcome === "given" || outcome === "amended";
    return (
      <Badge tone={isGood ? "good" : "neutral"}>{outcome !== null && requestOutcomeName(outcome)}</Badge>
    );
  }
  return (
    <Badge tone={daysLeft < 0 ? "danger" : daysLeft <= 10 ? "attention" : "information"}>
      <Trans id="requests.due" message="To be answered by {day}" values={{ day: format.shortDay(dueOn) }} />
    </Badge>
  );
}

function Answer({ request }: { request: RecordRequest }) {
  return (
    <div className="mt-2 max-w-[70ch] border-s-2 border-hairline ps-3 text-ink-2">
      <p dir="auto" className="whitespace-pre-wrap">
        {request.answer}
      </p>
      <p className="text-14 text-ink-3">
        {request.answeredByName}, {request.answeredOn !== null && format.day(request.answeredOn)}
      </p>
      {request.outcome === "notAmended" && (
        <p className="mt-1 text-14">
          <Trans
            id="requests.hearing"
            message="You may ask for a hearing about it, and you may add a statement of your own that stays with the record."
          />
        </p>
      )}
    </div>
  );
}
