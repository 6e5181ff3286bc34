import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { packFor } from "#convex/compliance/rules/packs.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { type EvaluationKind, evaluationKindName } from "#src/lib/statusWords.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Overview } from "./overview.ts";

type Choice = EvaluationKind | "notNeeded";

/** Somebody asks for an evaluation; or parents and school agree that none is needed now. */
export function AskEvaluation({
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
  const kinds = pack.evaluations.map(({ kind }) => kind);
  const words = useWords(`evaluation.ask ${studentId}`);
  const [choice, setChoice] = useKept<Choice>(words, "choice", kinds[0] ?? "initial");
  const [askedOn, setAskedOn] = useKept(words, "askedOn", overview.today);
  const [askedBy, setAskedBy] = useKept(words, "askedBy", "");
  const [reason, setReason] = useKept(words, "reason", "");
  const [agreedEarly, setAgreedEarly] = useKept(words, "agreedEarly", false);
  const ask = useCommand(api.status.evaluations.ask, {
    showsProblem: false,
    done: i18n.t({ id: "evaluations.recorded", message: "Evaluation recorded" }),
  });
  const agree = useCommand(api.status.evaluations.agreeNotNeeded, {
    showsProblem: false,
    done: i18n.t({ id: "evaluations.agreementRecorded", message: "Agreement recorded" }),
  });
  const form = useSubmit(
    () => {
      if (choice === "notNeeded") return agree({ studentId, agreedOn: askedOn, because: reason });
      const early = agreedEarly ? { agreedEarly } : {};
      return ask({ studentId, kind: choice, askedOn, askedBy, reason, ...early });
    },
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={<Trans id="action.save" message="Save" />}>
      <RadioField<Choice>
        name="kind"
        label={<Trans id="evaluations.kind" message="What" />}
        options={[
          ...kinds.map((kind) => ({ id: kind, label: evaluationKindName(kind) })),
          ...(kinds.includes("reevaluation")
            ? [
                {
                  id: "notNeeded" as const,
                  label: i18n.t({
                    id: "evaluations.notNeeded",
                    message: "Agreement that no re-evaluation is needed",
                  }),
                },
              ]
            : []),
        ]}
        value={choice}
        onChange={setChoice}
      />
      <DateField
        name={choice === "notNeeded" ? "agreedOn" : "askedOn"}
        label={
          choice === "notNeeded" ? (
            <Trans id="evaluations.agreedOn" message="Agreed on" />
          ) : (
            <Trans id="evaluations.askedOn" message="Asked for on" />
          )
        }
        value={askedOn}
        onChange={setAskedOn}
        max={overview.today}
      />
      {choice !== "notNeeded" && (
        <TextField
          name="askedBy"
          width="full"
          label={<Trans id="evaluations.askedBy" message="By whom" />}
          value={askedBy}
          onChange={setAskedBy}
        />
      )}
      <TextField
        name={choice === "notNeeded" ? "because" : "reason"}
        rows={3}
        width="full"
        label={<Trans id="evaluations.reason" message="Why" />}
        value={reason}
        onChange={setReason}
      />
      {choice === "reevaluation" && (
        <CheckboxField
          isSelected={agreedEarly}
          onChange={setAgreedEarly}
          label={
            <Trans
              id="evaluations.agreedEarly"
              message="Less than a year since the last one, and parents and school agree to it"
            />
          }
        />
      )}
    </SubmitForm>
  );
}
