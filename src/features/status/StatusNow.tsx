import { Trans, useLingui } from "@lingui/react";
import { isWithin } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { termName } from "#src/lib/statusWords.ts";
import { needName, senStatusName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Banner } from "#src/ui/Banner.tsx";
import { Card } from "#src/ui/Card.tsx";
import type { Overview } from "./overview.ts";

/** What holds today, in one glance, and what somebody should look at. */
export function StatusNow({ overview }: { overview: Overview }) {
  const { today, episodes, hasPlan } = overview;
  const now = episodes.filter(({ startsOn, endsOn }) =>
    isWithin(today, { startsOn, endsOn: endsOn ?? undefined }),
  );
  const ahead = episodes.filter(({ startsOn }) => startsOn > today);
  return (
    <Card title={<Trans id="status.now" message="Today" />}>
      <ul className="flex flex-col gap-2">
        {now.length === 0 && (
          <li className="text-23 font-bold">
            <Trans id="status.none" message="No special-educational status" />
          </li>
        )}
        {now.map((episode) => (
          <li key={episode.episodeId}>
            <span className="block text-23 font-bold">{senStatusName(episode.kind)}</span>
            <span className="block text-ink-2">
              <Trans
                id="status.since"
                message="since {day}, {term}"
                values={{ day: format.day(episode.startsOn), term: termName(episode.term).toLowerCase() }}
              />
              {episode.endsOn !== null && (
                <>
                  {", "}
                  <Trans
                    id="status.until"
                    message="until {day}"
                    values={{ day: format.day(episode.endsOn) }}
                  />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {ahead.map((episode) => (
        <p key={episode.episodeId} className="mt-2 text-ink-2">
          <Trans
            id="status.ahead"
            message="{status} begins on {day}."
            values={{ status: senStatusName(episode.kind), day: format.day(episode.startsOn) }}
          />
        </p>
      ))}
      <p className="mt-3">
        <Badge tone={hasPlan ? "good" : "neutral"}>
          {hasPlan ? (
            <Trans id="status.withPlan" message="A plan is in effect" />
          ) : (
            <Trans id="status.withoutPlan" message="No plan in effect" />
          )}
        </Badge>
      </p>
      <Notices overview={overview} />
    </Card>
  );
}

function Notices({ overview }: { overview: Overview }) {
  const { i18n } = useLingui();
  const idea = overview.episodes.some(({ kind, endsOn }) => kind === "ideaEligible" && endsOn === null);
  const s504 = overview.episodes.some(({ kind, endsOn }) => kind === "section504" && endsOn === null);
  const sentence = (notice: Overview["notices"][number]): string => {
    switch (notice.kind) {
      case "statusWithoutPlan":
        return i18n.t({
          id: "status.notice.withoutPlan",
          message: "This status calls for a plan, and none is in effect. Start one from the overview.",
        });
      case "planWithoutStatus":
        return i18n.t({
          id: "status.notice.planOnly",
          message: "A plan is in effect, but no status is on record. Enter the status that it rests on.",
        });
      case "statusWithoutNeeds":
        return i18n.t({
          id: "status.notice.withoutNeeds",
          message: "No need is on record. Name at least the primary one.",
        });
      case "needOutOfAge":
        return i18n.t({
          id: "status.notice.outOfAge",
          message: "{need} is used from age three through nine only. Look for the need that fits now.",
          values: { need: needName(notice.code) },
        });
      case "needLeftBehind":
        return i18n.t({
          id: "status.notice.leftBehind",
          message: "“{need}” does not go with today’s status. Name the need.",
          values: { need: needName(notice.code) },
        });
      case "summaryOwed":
        return i18n.t({
          id: "status.notice.summaryOwed",
          message:
            "A summary of performance is owed to this student (34 CFR 300.305(e)(3)). Record the day it was given by correcting the entry.",
        });
    }
  };
  if (overview.notices.length === 0 && !(idea && s504)) return null;
  return (
    <div className="mt-4 flex flex-col gap-2">
      {overview.notices.map((notice) => (
        <Banner key={JSON.stringify(notice)} tone="attention">
          {sentence(notice)}
        </Banner>
      ))}
      {idea && s504 && (
        <Banner>
          <Trans
            id="status.both"
            message="Both statuses are lawful: a child who is eligible under IDEA is protected by Section 504 as well. One plan can serve both."
          />
        </Banner>
      )}
    </div>
  );
}
