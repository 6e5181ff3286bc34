import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { checkDates } from "#convex/ieps/rules/lifecycle.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { errorsOf } from "../fields/errorsOf.ts";
import type { PlanView } from "../sections/sectionWords.ts";

/** The days of a draft: of the meeting, and the first and last of the plan. */
export function DatesDialog({
  studentId,
  plan,
  onClose,
}: {
  studentId: Id<"students">;
  plan: PlanView["iep"];
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [startsOn, setStartsOn] = useState(plan.startsOn);
  const [endsOn, setEndsOn] = useState(plan.endsOn);
  const [meetingOn, setMeetingOn] = useState(plan.meetingOn ?? "");
  const [errors, setErrors] = useState<FormErrors>({});
  const save = useCommand(api.ieps.ieps.setDates, {
    showsProblem: false,
    done: i18n.t({ id: "plan.datesSaved", message: "Dates saved" }),
  });
  const submit = async () => {
    const wrong = errorsOf(() => checkDates({ startsOn, endsOn, meetingOn: meetingOn || undefined }));
    if (wrong) return setErrors(wrong);
    const outcome = await save({
      studentId,
      iepId: plan.iepId,
      startsOn,
      endsOn,
      meetingOn: meetingOn || null,
    });
    if (outcome.isDone) onClose();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Dialog
      title={i18n.t({ id: "plan.changeDates", message: "Change the dates" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        <DateField
          label={i18n.t({ id: "plan.meetingOn", message: "The team met on" })}
          optional={i18n.t({ id: "field.optional", message: "(optional)" })}
          name="meetingOn"
          value={meetingOn}
          onChange={setMeetingOn}
        />
        <DateField
          label={i18n.t({ id: "plan.startsOn", message: "First day" })}
          name="startsOn"
          value={startsOn}
          onChange={setStartsOn}
        />
        <DateField
          label={i18n.t({ id: "plan.endsOn", message: "Last day" })}
          hint={i18n.t({ id: "plan.endsOnHint", message: "At most a year after the first." })}
          name="endsOn"
          value={endsOn}
          onChange={setEndsOn}
        />
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{i18n.t({ id: "action.cancel", message: "Cancel" })}</Button>
          <Button type="submit" kind="primary" isPending={save.isPending}>
            {i18n.t({ id: "action.save", message: "Save" })}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
