import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { endsOnlyWithGround } from "#convex/status/rules/exits.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { type Exit, ExitFields } from "./ExitFields.tsx";
import { type Decision, DecisionFields, EpisodeForm, useEpisodeForm, WhyWrongField } from "./episodeForm.tsx";
import type { EpisodeAct } from "./LeaveStatus.tsx";

/** What was recorded was wrong, and this is right; nothing is erased. */
export function CorrectStatus({ studentId, episode, overview, onDone }: EpisodeAct) {
  const { i18n } = useLingui();
  const { episodeId, kind, term, reason, decidedBy, evidenceDocumentIds } = episode;
  const words = useWords(`status.correct ${episode.episodeId}`);
  const [startsOn, setStartsOn] = useKept(words, "startsOn", episode.startsOn);
  const [endsOn, setEndsOn] = useKept(words, "endsOn", episode.endsOn ?? "");
  const [decision, setDecision] = useKept<Decision>(words, "decision", {
    term,
    reason,
    decidedBy,
    evidenceDocumentIds,
  });
  const [exit, setExit] = useKept<Exit>(words, "exit", {
    reason: episode.exitReason,
    evaluationId: episode.exitEvaluationId,
    summaryGivenOn: episode.summaryGivenOn ?? "",
  });
  const [why, setWhy] = useKept(words, "why", "");
  const correct = useCommand(api.status.episodes.correct, {
    showsProblem: false,
    done: i18n.t({ id: "status.corrected", message: "Entry corrected" }),
  });
  const form = useEpisodeForm(
    (said) =>
      correct({
        studentId,
        episodeId,
        startsOn,
        ...decision,
        correctionReason: why,
        ...(endsOn !== "" && {
          endsOn,
          ...(exit.reason !== null && { exitReason: exit.reason }),
          ...(exit.evaluationId !== null && { exitEvaluationId: exit.evaluationId }),
          ...(exit.summaryGivenOn !== "" && { summaryGivenOn: exit.summaryGivenOn }),
        }),
        ...said,
      }),
    onDone,
    words,
  );
  return (
    <EpisodeForm form={form} submitLabel={<Trans id="status.correct" message="Correct this entry" />}>
      <DateField
        name="startsOn"
        label={<Trans id="status.firstDay" message="First day" />}
        value={startsOn}
        onChange={setStartsOn}
      />
      <DateField
        name="endsOn"
        label={<Trans id="status.lastDay" message="Last day" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        value={endsOn}
        onChange={setEndsOn}
      />
      {endsOn !== "" && (
        <ExitFields
          studentId={studentId}
          kind={kind}
          endsOn={endsOn}
          overview={overview}
          isOptional={!endsOnlyWithGround(packFor(overview.jurisdiction), kind)}
          value={exit}
          onChange={setExit}
        />
      )}
      <DecisionFields value={decision} onChange={setDecision} />
      <WhyWrongField value={why} onChange={setWhy} />
    </EpisodeForm>
  );
}
