import { useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { checkDates } from "#convex/ieps/rules/lifecycle.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { DateField } from "#src/ui/DateField.tsx";
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
  const save = useCommand(api.ieps.ieps.setDates, {
    showsProblem: false,
    done: i18n.t({ id: "plan.datesSaved", message: "Dates saved" }),
  });
  const form = useSubmit(
    () =>
      errorsOf(() => checkDates({ startsOn, endsOn, meetingOn: meetingOn || undefined })) ??
      save({
        studentId,
        iepId: plan.iepId,
        startsOn,
        endsOn,
        meetingOn: meetingOn || null,
      }),
    onClose,
  );
  return (
    <FormDialog
      title={i18n.t({ id: "plan.changeDates", message: "Change the dates" })}
      onClose={onClose}
      form={form}
      act={i18n.t({ id: "action.save", message: "Save" })}
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
    </FormDialog>
  );
}
