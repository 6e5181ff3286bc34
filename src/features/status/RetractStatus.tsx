import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { EpisodeForm, useEpisodeForm, WhyWrongField } from "./episodeForm.tsx";
import type { EpisodeAct } from "./LeaveStatus.tsx";

/** It never was so: the entry goes, and stays readable among what was believed. */
export function RetractStatus({ studentId, episode, onDone }: EpisodeAct) {
  const { i18n } = useLingui();
  const [correctionReason, setReason] = useState("");
  const retract = useCommand(api.status.episodes.retract, {
    showsProblem: false,
    done: i18n.t({ id: "status.retracted", message: "Entry taken back" }),
  });
  const { episodeId } = episode;
  const form = useEpisodeForm((said) => retract({ studentId, episodeId, correctionReason, ...said }), onDone);
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
