import { Trans, useLingui } from "@lingui/react";
import { Fragment, useState } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { addDays } from "#convex/dates.ts";
import { format } from "#src/lib/format.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { ChangeStatus } from "./ChangeStatus.tsx";
import { CorrectStatus } from "./CorrectStatus.tsx";
import { EnterStatus } from "./EnterStatus.tsx";
import { EpisodeLine, type EpisodeLineAct } from "./EpisodeLine.tsx";
import { ExtendStatus } from "./ExtendStatus.tsx";
import { type EpisodeAct as ActProps, LeaveStatus } from "./LeaveStatus.tsx";
import type { EpisodeShown, Overview } from "./overview.ts";
import { RetractStatus } from "./RetractStatus.tsx";
import { Versions } from "./Versions.tsx";

type Act = "enter" | EpisodeLineAct | "versions";
type Open = { act: Act; episode: EpisodeShown | null };

/** Every episode, the newest first, with the days between them that have none. */
export function StatusHistory({
  studentId,
  overview,
  mayEdit,
}: {
  studentId: Id<"students">;
  overview: Overview;
  mayEdit: boolean;
}) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<Open | null>(null);
  const { episodes, gaps } = overview;
  const close = () => setOpen(null);
  const titles: Record<Act, string> = {
    enter: i18n.t({ id: "status.enter", message: "Enter a status" }),
    change: i18n.t({ id: "status.change", message: "Change from a day on" }),
    leave: i18n.t({ id: "status.leave", message: "End this status" }),
    extend: i18n.t({ id: "status.extend", message: "Extend" }),
    correct: i18n.t({ id: "status.correct", message: "Correct this entry" }),
    retract: i18n.t({ id: "status.retract", message: "Take this entry back" }),
    versions: i18n.t({ id: "status.versions", message: "What was believed when" }),
  };
  return (
    <Card
      title={<Trans id="status.history" message="Status over the years" />}
      actions={
        <>
          {episodes.length > 0 && (
            <Button size="small" kind="quiet" onPress={() => setOpen({ act: "versions", episode: null })}>
              {titles.versions}
            </Button>
          )}
          {mayEdit && (
            <Button size="small" onPress={() => setOpen({ act: "enter", episode: null })}>
              {titles.enter}
            </Button>
          )}
        </>
      }
    >
      {episodes.length === 0 && (
        <p className="text-ink-2">
          <Trans id="status.noHistory" message="No status has ever been recorded for this child." />
        </p>
      )}
      <ol className="flex flex-col">
        {episodes.map((episode) => (
          <Fragment key={episode.episodeId}>
            {gaps
              .filter(
                ({ from }) =>
                  episode.endsOn !== null && from > episode.endsOn && isNext(episodes, episode, from),
              )
              .map(({ from, until }) => (
                <GapLine key={from} from={from} until={until} />
              ))}
            <EpisodeLine
              episode={episode}
              today={overview.today}
              mayEdit={mayEdit}
              isLast={!episodes.some((next) => next.isContinuation && goesOn(episode, next))}
              titles={titles}
              onAct={(act) => setOpen({ act, episode })}
            />
          </Fragment>
        ))}
      </ol>
      <Dialog
        title={titles[open?.act ?? "enter"]}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={open !== null}
        onClose={close}
        place={open?.act === "versions" ? "side" : "middle"}
      >
        {open?.act === "enter" && <EnterStatus studentId={studentId} overview={overview} onDone={close} />}
        {open?.act === "versions" && <Versions studentId={studentId} />}
        {open?.episode && (
          <EpisodeAct
            act={open.act}
            studentId={studentId}
            episode={open.episode}
            overview={overview}
            onDone={close}
          />
        )}
      </Dialog>
    </Card>
  );
}

/** The form of one act on one episode. */
function EpisodeAct({ act, ...props }: { act: Act } & ActProps) {
  switch (act) {
    case "change":
      return <ChangeStatus {...props} />;
    case "leave":
      return <LeaveStatus {...props} />;
    case "extend":
      return <ExtendStatus {...props} />;
    case "correct":
      return <CorrectStatus {...props} />;
    case "retract":
      return <RetractStatus {...props} />;
    default:
      return null;
  }
}

/** Whether one row goes on in the next: the same kind, from the day after. */
function goesOn(episode: EpisodeShown, next: EpisodeShown): boolean {
  return (
    next.kind === episode.kind && episode.endsOn !== null && addDays(episode.endsOn, 1) === next.startsOn
  );
}

/** A gap is told once: above the latest episode that ends before it. */
function isNext(episodes: readonly EpisodeShown[], episode: EpisodeShown, from: string): boolean {
  const before = episodes.filter(({ endsOn }) => endsOn !== null && endsOn < from);
  const latest = before.sort((a, b) => ((a.endsOn ?? "") < (b.endsOn ?? "") ? 1 : -1))[0];
  return latest?.episodeId === episode.episodeId;
}

function GapLine({ from, until }: { from: string; until: string }) {
  return (
    <li className="my-1 border-s-2 border-dashed border-edge py-1.5 ps-4 text-14 text-ink-3">
      <Trans
        id="status.gap"
        message="No status from {from} to {until}"
        values={{ from: format.day(from), until: format.day(until) }}
      />
    </li>
  );
}
