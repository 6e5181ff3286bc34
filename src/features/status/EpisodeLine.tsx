import { Trans, useLingui } from "@lingui/react";
import { useEvidence } from "#src/lib/evidence.tsx";
import { format } from "#src/lib/format.ts";
import { exitReasonName, termName } from "#src/lib/statusWords.ts";
import { senStatusName } from "#src/lib/words.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import type { EpisodeShown } from "./overview.ts";

export type EpisodeLineAct = "change" | "leave" | "extend" | "correct" | "retract";

/** One stretch of a status: what it says, on what papers, and what can be done about it. */
export function EpisodeLine({
  episode,
  today,
  mayEdit,
  isLast,
  titles,
  onAct,
}: {
  episode: EpisodeShown;
  today: string;
  mayEdit: boolean;
  isLast: boolean;
  titles: Record<EpisodeLineAct, string>;
  onAct: (act: EpisodeLineAct) => void;
}) {
  const { i18n } = useLingui();
  const evidence = useEvidence();
  const { startsOn, endsOn, exitReason } = episode;
  const isNow = startsOn <= today && (endsOn === null || today <= endsOn);
  return (
    <li className="flex items-start gap-3 border-s-2 border-accent py-2 ps-4">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          {senStatusName(episode.kind)}
          {isNow && (
            <Badge tone="good">
              <Trans id="status.current" message="Today" />
            </Badge>
          )}
          {startsOn > today && (
            <Badge tone="information">
              <Trans id="status.future" message="Ahead" />
            </Badge>
          )}
          {episode.isContinuation && (
            <Badge>
              <Trans id="status.continues" message="Goes on" />
            </Badge>
          )}
        </p>
        <p className="text-14 text-ink-2">
          {endsOn === null ? (
            <Trans id="status.from" message="From {from}" values={{ from: format.day(startsOn) }} />
          ) : (
            <Trans
              id="status.span"
              message="{from} to {until}"
              values={{ from: format.day(startsOn), until: format.day(endsOn) }}
            />
          )}
          {" · "}
          {termName(episode.term)}
          {" · "}
          <Trans id="status.decidedBy" message="decided by {who}" values={{ who: episode.decidedBy }} />
        </p>
        <p dir="auto" className="match-parent mt-0.5">
          {episode.reason}
        </p>
        {evidence.show(episode.evidenceDocumentIds)}
        {exitReason !== null && (
          <p className="text-14 text-ink-2">
            <Trans
              id="status.ended"
              message="Ended: {reason}"
              values={{ reason: exitReasonName(exitReason) }}
            />
          </p>
        )}
      </div>
      {mayEdit && (
        <Menu
          label={i18n.t({
            id: "status.acts",
            message: "Actions for {status} from {day}",
            values: { status: senStatusName(episode.kind), day: format.day(startsOn) },
          })}
        >
          {[
            ...(isLast && exitReason === null ? (["leave", "change"] as const) : []),
            ...(isLast && exitReason === null && endsOn !== null ? (["extend"] as const) : []),
            "correct" as const,
            ...(isLast ? (["retract"] as const) : []),
          ].map((act) => (
            <MenuItem key={act} isDangerous={act === "retract"} onAction={() => onAct(act)}>
              {titles[act]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </li>
  );
}
