import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { type Decision, DecisionFields, EpisodeForm, useEpisodeForm } from "./episodeForm.tsx";
import type { EpisodeAct } from "./LeaveStatus.tsx";

/** From a day on the same status has another reason or term; what held before stays as it was. */
export function ChangeStatus({ studentId, episode, overview, onDone }: EpisodeAct) {
  const { i18n } = useLingui();
  const { term, reason, decidedBy } = episode;
  const words = useWords(`status.change ${episode.episodeId}`);
  const [from, setFrom] = useKept(words, "from", overview.today);
  const [decision, setDecision] = useKept<Decision>(words, "decision", {
    term,
    reason,
    decidedBy,
    evidenceDocumentIds: [],
  });
  const change = useCommand(api.status.episodes.change, {
    showsProblem: false,
    done: i18n.t({ id: "status.changed", message: "Status changed" }),
  });
  const form = useEpisodeForm(
    () => change({ studentId, episodeId: episode.episodeId, from, ...decision }),
    onDone,
    words,
  );
  return (
    <EpisodeForm form={form} submitLabel={<Trans id="status.change" message="Change from a day on" />}>
      <DateField
        name="from"
        label={<Trans id="status.changeFrom" message="Holds from" />}
        hint={
          <Trans id="status.changeHint" message="A day after the first one; until then, nothing changes." />
        }
        value={from}
        onChange={setFrom}
      />
      <DecisionFields value={decision} onChange={setDecision} />
    </EpisodeForm>
  );
}
