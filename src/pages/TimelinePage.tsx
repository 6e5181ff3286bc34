import { Trans, useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { TimelineEvent } from "#src/features/history/event.ts";
import { Timeline } from "#src/features/history/Timeline.tsx";
import { readGroups, TimelineFilter } from "#src/features/history/TimelineFilter.tsx";
import { RecordWork, type Work } from "#src/features/interventions/RecordWork.tsx";
import { WorkActs } from "#src/features/interventions/WorkActs.tsx";
import { paths } from "#src/lib/paths.ts";
import { useAddress } from "#src/lib/useAddress.ts";
import { LinkButton } from "#src/ui/Link.tsx";
import { usePageTitle } from "#src/ui/usePageTitle.ts";

/** Everything that happened with a child on one line; what is shown lives in the address. */
export function TimelinePage() {
  const { i18n } = useLingui();
  const { studentId } = useAddress();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const groups = readGroups(search.groups);
  const record = useQuery(api.students.record.get, { studentId });
  const [work, setWork] = useState<Work | null>(null);
  usePageTitle(i18n.t({ id: "history.title", message: "Timeline" }));
  const mayRecord = record?.abilities.includes("interventions.record") ?? false;
  const actsFor = (event: TimelineEvent) => {
    const written = mayRecord ? workOf(event) : null;
    if (!written) return null;
    const title = event.about.title ?? "";
    return <WorkActs studentId={studentId} title={title} work={written} onEdit={setWork} />;
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2" data-screen-only>
        {mayRecord && <RecordWork studentId={studentId} open={work} onOpen={setWork} />}
        <LinkButton href={paths.asItStood(studentId)}>
          <Trans id="history.asItStood" message="As it stood on a day" />
        </LinkButton>
      </div>
      <TimelineFilter
        value={groups}
        onChange={(chosen) =>
          void navigate({
            href: paths.timeline(studentId, chosen.join(",")),
            replace: true,
            resetScroll: false,
          })
        }
      />
      <Timeline
        studentId={studentId}
        groups={groups}
        planHref={(iepId) => paths.plan(studentId, iepId)}
        actsFor={actsFor}
      />
    </>
  );
}

/** What was written down about an event, as its form takes it. */
function workOf({ about, text = "", on, meeting, intervention }: TimelineEvent): Work | null {
  const { title = "", people = "" } = about;
  if (meeting) return { meeting: { ...meeting, title, heldOn: on, people, outcome: text } };
  return intervention ? { intervention: { ...intervention, title, people } } : null;
}
