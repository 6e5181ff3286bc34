import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { outcomesFor, type RequestOutcome } from "#convex/disclosures/rules.ts";
import { today } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { requestOutcomeName } from "./disclosureWords.ts";
import type { RecordRequest } from "./RequestList.tsx";

/** Answers a family's request: what was given and when, or why not. The family reads it at once. */
export function AnswerRequest({ studentId, request }: { studentId: Id<"students">; request: RecordRequest }) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" className="mt-3" onPress={() => setIsOpen(true)}>
        <Trans id="requests.answer" message="Answer" />
      </Button>
      <Dialog
        title={i18n.t({ id: "requests.answerTitle", message: "Answer the request" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <AnswerForm studentId={studentId} request={request} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
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
  const [outcome, setOutcome] = useState<RequestOutcome | null>(null);
  const [words, setWords] = useState("");
  const [answeredOn, setAnsweredOn] = useState(today());
  const [errors, setErrors] = useState<FormErrors>({});
  const answer = useCommand(api.disclosures.requests.answer, {
    showsProblem: false,
    done: i18n.t({ id: "requests.answered", message: "The family can read the answer" }),
  });
  const submit = async () => {
    if (outcome === null) {
      setErrors({ outcome: i18n.t({ id: "problem.choose", message: "Choose one." }) });
      return;
    }
    const { requestId } = request;
    const done = await answer({ studentId, requestId, outcome, answer: words, answeredOn });
    if (done.isDone) onDone();
    else setErrors({ [done.problem.field ?? "form"]: done.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
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
      <Button kind="primary" type="submit" isPending={answer.isPending}>
        <Trans id="requests.keepAnswer" message="Send the answer" />
      </Button>
    </Form>
  );
}
