import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useEvidence } from "#src/lib/evidence.tsx";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { type Conclusion, conclusionName } from "#src/lib/statusWords.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { EvaluationShown } from "./overview.ts";

/** An evaluation is done: when, what it found, and whether the child is eligible. */
export function CompleteEvaluation({
  studentId,
  evaluation,
  today,
  onDone,
}: {
  studentId: Id<"students">;
  evaluation: EvaluationShown;
  today: string;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const words = useWords(`evaluation.complete ${evaluation.evaluationId}`);
  const [completedOn, setCompletedOn] = useKept(words, "completedOn", today);
  const [conclusion, setConclusion] = useKept<Conclusion | null>(words, "conclusion", null);
  const [findings, setFindings] = useKept(words, "findings", "");
  const [papers, setPapers] = useKept<Id<"documents">[]>(words, "papers", []);
  const evidence = useEvidence();
  const complete = useCommand(api.status.evaluations.complete, {
    showsProblem: false,
    done: i18n.t({ id: "evaluations.resultSaved", message: "Result recorded" }),
  });
  const form = useSubmit(
    () => {
      if (conclusion === null) {
        return { conclusion: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
      }
      const { evaluationId } = evaluation;
      const result = { completedOn, conclusion, findings, evidenceDocumentIds: papers };
      return complete({ studentId, evaluationId, ...result });
    },
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={<Trans id="action.save" message="Save" />}>
      <DateField
        name="completedOn"
        label={<Trans id="evaluations.completedOn" message="Completed on" />}
        value={completedOn}
        onChange={setCompletedOn}
        min={evaluation.askedOn}
        max={today}
      />
      <RadioField<Conclusion>
        name="conclusion"
        label={<Trans id="evaluations.conclusion" message="Conclusion" />}
        options={(["eligible", "notEligible"] as const).map((id) => ({ id, label: conclusionName(id) }))}
        value={conclusion}
        onChange={setConclusion}
      />
      <TextField
        name="findings"
        rows={4}
        width="full"
        label={<Trans id="evaluations.findings" message="Findings" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        value={findings}
        onChange={setFindings}
      />
      {evidence.pick(papers, setPapers)}
    </SubmitForm>
  );
}
