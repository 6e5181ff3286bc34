import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { endsOnlyWithGround } from "#convex/status/rules/exits.ts";
import type { SenKind } from "#src/lib/statusWords.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { senStatusName } from "#src/lib/words.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { type Exit, ExitFields, noExit } from "./ExitFields.tsx";
import { type Decision, DecisionFields, EpisodeForm, useEpisodeForm } from "./episodeForm.tsx";
import type { Overview } from "./overview.ts";

/** A status begins: today, in the past, or on a day that is decided. */
export function EnterStatus({
  studentId,
  overview,
  onDone,
}: {
  studentId: Id<"students">;
  overview: Overview;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const pack = packFor(overview.jurisdiction);
  const words = useWords(`status.enter ${studentId}`);
  const [kind, setKind] = useKept<SenKind | null>(words, "kind", null);
  const [startsOn, setStartsOn] = useKept(words, "startsOn", overview.today);
  const [endsOn, setEndsOn] = useKept(words, "endsOn", "");
  const [exit, setExit] = useKept<Exit>(words, "exit", noExit);
  const [decision, setDecision] = useKept<Decision>(words, "decision", {
    ...{ term: "longTerm", reason: "", decidedBy: "" },
    evidenceDocumentIds: [],
  });
  const enter = useCommand(api.status.episodes.enter, {
    showsProblem: false,
    done: i18n.t({ id: "status.entered", message: "Status entered" }),
  });
  const form = useEpisodeForm(
    (said) => {
      if (kind === null) {
        return { kind: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
      }
      return enter({
        studentId,
        kind,
        startsOn,
        ...(endsOn !== "" && {
          endsOn,
          ...(exit.reason !== null && { exitReason: exit.reason }),
          ...(exit.evaluationId !== null && { exitEvaluationId: exit.evaluationId }),
          ...(exit.summaryGivenOn !== "" && { summaryGivenOn: exit.summaryGivenOn }),
        }),
        ...decision,
        ...said,
      });
    },
    onDone,
    words,
  );
  const replaced = pack.statuses.find((status) => status.kind === kind)?.replaces ?? [];
  return (
    <EpisodeForm form={form} submitLabel={<Trans id="status.enter" message="Enter a status" />}>
      <RadioField<SenKind>
        name="kind"
        label={<Trans id="status.kind" message="Status" />}
        options={pack.statuses.map((status) => ({ id: status.kind, label: senStatusName(status.kind) }))}
        value={kind}
        onChange={setKind}
      />
      <DateField
        name="startsOn"
        label={<Trans id="status.firstDay" message="First day" />}
        hint={
          replaced.length > 0 && (
            <Trans
              id="status.replaces"
              message="{status}, if it is running, ends on the day before."
              values={{ status: replaced.map(senStatusName).join(", ") }}
            />
          )
        }
        value={startsOn}
        onChange={setStartsOn}
      />
      <DateField
        name="endsOn"
        label={<Trans id="status.lastDay" message="Last day" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        hint={
          <Trans
            id="status.lastDayHint"
            message="Leave it empty while nobody knows. For a status that is over already, give both days."
          />
        }
        value={endsOn}
        onChange={setEndsOn}
      />
      {kind !== null && endsOn !== "" && (
        <ExitFields
          studentId={studentId}
          kind={kind}
          endsOn={endsOn}
          overview={overview}
          isOptional={!endsOnlyWithGround(pack, kind)}
          value={exit}
          onChange={setExit}
        />
      )}
      <DecisionFields value={decision} onChange={setDecision} />
    </EpisodeForm>
  );
}
