import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { EpisodeForm, useEpisodeForm, WhyWrongField } from "./episodeForm.tsx";
import type { EpisodeAct } from "./LeaveStatus.tsx";

/** It never was so: the entry goes, and stays readable among what was believed. */
export function RetractStatus({ studentId, episode, onDone }: EpisodeAct) {
  const { i18n } = useLingui();
  const words = useWords(`status.retract ${episode.episodeId}`);
  const [correctionReason, setReason] = useKept(words, "correctionReason", "");
  const retract = useCommand(api.status.episodes.retract, {
    showsProblem: false,
    done: i18n.t({ id: "status.retracted", message: "Entry taken back" }),
  });
  const { episodeId } = episode;
  const form = useEpisodeForm(
    (said) => retract({ studentId, episodeId, correctionReason, ...said }),
    onDone,
    words,
  );
  return (
    <EpisodeForm
      form={form}
      isDangerous
      submitLabel={<Trans id="status.retract" message="Take this entry back" />}
    >
      <WhyWrongField value={correctionReason} onChange={setReason} />
    </EpisodeForm>
  );
}
