import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

type Emergency = {
  studentId: Id<"students">;
  emergencyAccessId: Id<"emergencyAccesses">;
  personName: string;
  reason: string;
};

/** An administrator's judgement of an emergency access, in words that the family reads too. */
export function ReviewEmergency({ emergency }: { emergency: Emergency }) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" className="mt-3" onPress={() => setIsOpen(true)}>
        <Trans id="emergency.review" message="Review" />
      </Button>
      <Dialog
        title={i18n.t({ id: "emergency.reviewTitle", message: "Review the emergency access" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <ReviewForm emergency={emergency} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function ReviewForm({ emergency, onDone }: { emergency: Emergency; onDone: () => void }) {
  const { i18n } = useLingui();
  const [judgement, setJudgement] = useState<"accepted" | "questioned" | null>(null);
  const [note, setNote] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const review = useCommand(api.access.emergencies.review, {
    showsProblem: false,
    done: i18n.t({ id: "emergency.reviewed", message: "Review kept" }),
  });
  const submit = async () => {
    if (judgement === null) {
      setErrors({ review: i18n.t({ id: "problem.choose", message: "Choose one." }) });
      return;
    }
    const { studentId, emergencyAccessId } = emergency;
    const outcome = await review({ studentId, emergencyAccessId, review: judgement, note });
    if (outcome.isDone) onDone();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <p className="text-ink-2">
        <span className="font-semibold text-ink">{emergency.personName}</span>
        {": "}
        <span dir="auto">{emergency.reason}</span>
      </p>
      <RadioField
        name="review"
        label={<Trans id="emergency.judgement" message="Was it right to open the record?" />}
        options={[
          {
            id: "accepted",
            label: i18n.t({ id: "emergency.accept", message: "Yes, the reason was good" }),
          },
          {
            id: "questioned",
            label: i18n.t({ id: "emergency.question", message: "No, or it must be looked into" }),
          },
        ]}
        value={judgement}
        onChange={setJudgement}
      />
      <TextField
        name="note"
        rows={3}
        label={<Trans id="emergency.note" message="Note" />}
        hint={<Trans id="emergency.noteHint" message="The family and whoever opened the record read it." />}
        value={note}
        onChange={setNote}
      />
      <Button kind="primary" type="submit" isPending={review.isPending}>
        <Trans id="emergency.keepReview" message="Keep the review" />
      </Button>
    </Form>
  );
}
