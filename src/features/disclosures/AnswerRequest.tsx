import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { outcomesFor, type RequestOutcome } from "#convex/disclosures/rules.ts";
import { DialogButton } from "#src/lib/DialogButton.tsx";
import { today } from "#src/lib/format.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { requestOutcomeName } from "./disclosureWords.ts";
import type { RecordRequest } from "./RequestList.tsx";

/** Answers a family's request: what was given and when, or why not. The family reads it at once. */
export function AnswerRequest({ studentId, request }: { studentId: Id<"students">; request: RecordRequest }) {
  const { i18n } = useLingui();
  return (
    <DialogButton
      size="small"
      className="mt-3"
      label={<Trans id="requests.answer" message="Answer" />}
      title={i18n.t({ id: "requests.answerTitle", message: "Answer the request" })}
    >
      {(close) => <AnswerForm studentId={studentId} request={request} onDone={close} />}
    </DialogButton>
  );
}

function AnswerForm({
  studentId,
  request,
  onDone,
}: {
  studentId: Id<"students">;
  request: RecordRequest;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const unsent = useWords(`request.answer ${request.requestId}`);
  const [outcome, setOutcome] = useKept<RequestOutcome | null>(unsent, "outcome", null);
  const [words, setWords] = useKept(unsent, "words", "");
  const [answeredOn, setAnsweredOn] = useKept(unsent, "answeredOn", today());
  const answer = useCommand(api.disclosures.requests.answer, {
    showsProblem: false,
    done: i18n.t({ id: "requests.answered", message: "The family can read the answer" }),
  });
  const form = useSubmit(
    () => {
      if (outcome === null) {
        return { outcome: i18n.t({ id: "problem.choose", message: "Choose one." }) };
      }
      const { requestId } = request;
      return answer({ studentId, requestId, outcome, answer: words, answeredOn });
    },
    onDone,
    unsent,
  );
  return (
    <SubmitForm form={form} act={<Trans id="requests.keepAnswer" message="Send the answer" />}>
      <RadioField
        name="outcome"
        label={<Trans id="requests.outcome" message="What came of it" />}
        options={outcomesFor(request.kind).map((id) => ({ id, label: requestOutcomeName(id) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextField
        name="answer"
        rows={4}
        label={<Trans id="requests.answerWords" message="What was given or changed, or why not" />}
        hint={<Trans id="requests.answerHint" message="The family reads these words." />}
        value={words}
        onChange={setWords}
      />
      <DateField
        name="answeredOn"
        label={<Trans id="requests.answeredOn" message="On which day" />}
        min={request.askedOn}
        max={today()}
        value={answeredOn}
        onChange={setAnsweredOn}
      />
    </SubmitForm>
  );
}
