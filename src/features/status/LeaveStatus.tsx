import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { type Exit, ExitFields, noExit } from "./ExitFields.tsx";
import { EpisodeForm, useEpisodeForm } from "./episodeForm.tsx";
import type { EpisodeShown, Overview } from "./overview.ts";

export type EpisodeAct = {
  studentId: Id<"students">;
  episode: EpisodeShown;
  overview: Overview;
  onDone: () => void;
};

/** A status ends: its last day, and the ground that the law knows. */
export function LeaveStatus({ studentId, episode, overview, onDone }: EpisodeAct) {
  const { i18n } = useLingui();
  const [endsOn, setEndsOn] = useState(episode.endsOn ?? overview.today);
  const [exit, setExit] = useState<Exit>(noExit);
  const leave = useCommand(api.status.episodes.leave, {
    showsProblem: false,
    done: i18n.t({ id: "status.left", message: "Status ended" }),
  });
  const form = useEpisodeForm((said) => {
    if (exit.reason === null) {
      return { exitReason: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
    }
    return leave({
      studentId,
      episodeId: episode.episodeId,
      endsOn,
      exitReason: exit.reason,
      ...(exit.evaluationId !== null && { exitEvaluationId: exit.evaluationId }),
      ...(exit.summaryGivenOn !== "" && { summaryGivenOn: exit.summaryGivenOn }),
      ...said,
    });
  }, onDone);
  return (
    <EpisodeForm form={form} submitLabel={<Trans id="status.leave" message="End this status" />}>
      <DateField
        name="endsOn"
        label={<Trans id="status.lastDay" message="Last day" />}
        value={endsOn}
        onChange={setEndsOn}
        min={episode.startsOn}
      />
      <ExitFields
        studentId={studentId}
        kind={episode.kind}
        endsOn={endsOn}
        overview={overview}
        value={exit}
        onChange={setExit}
      />
    </EpisodeForm>
  );
}
