import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { DialogButton } from "#src/lib/DialogButton.tsx";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
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
  return (
    <DialogButton
      size="small"
      className="mt-3"
      label={<Trans id="emergency.review" message="Review" />}
      title={i18n.t({ id: "emergency.reviewTitle", message: "Review the emergency access" })}
    >
      {(close) => <ReviewForm emergency={emergency} onDone={close} />}
    </DialogButton>
  );
}

function ReviewForm({ emergency, onDone }: { emergency: Emergency; onDone: () => void }) {
  const { i18n } = useLingui();
  const words = useWords(`emergency.review ${emergency.emergencyAccessId}`);
  const [judgement, setJudgement] = useKept<"accepted" | "questioned" | null>(words, "judgement", null);
  const [note, setNote] = useKept(words, "note", "");
  const review = useCommand(api.access.emergencies.review, {
    showsProblem: false,
    done: i18n.t({ id: "emergency.reviewed", message: "Review kept" }),
  });
  const form = useSubmit(
    () => {
      if (judgement === null) {
        return { review: i18n.t({ id: "problem.choose", message: "Choose one." }) };
      }
      const { studentId, emergencyAccessId } = emergency;
      return review({ studentId, emergencyAccessId, review: judgement, note });
    },
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={<Trans id="emergency.keepReview" message="Keep the review" />}>
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
    </SubmitForm>
  );
}
