import { Trans, useLingui } from "@lingui/react";
import { useRouter } from "@tanstack/react-router";
import { api } from "#convex/_generated/api.js";
import { emergencyHours } from "#convex/access/rules.ts";
import { KeptNotice } from "#src/lib/KeptNotice.tsx";
import { useMyOrganization } from "#src/lib/me.ts";
import { paths } from "#src/lib/paths.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { Button } from "#src/ui/Button.tsx";
import { Form } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** Asks for one child's record by the exact number; there is no search here on purpose. */
export function AskEmergency() {
  const { i18n } = useLingui();
  const router = useRouter();
  const { organizationId } = useMyOrganization();
  const words = useWords(`emergency ${organizationId}`);
  const [studentNumber, setStudentNumber] = useKept(words, "studentNumber", "");
  const [reason, setReason] = useKept(words, "reason", "");
  const [hours, setHours] = useKept<"1" | "4" | "24">(words, "hours", "1");
  const begin = useCommand(api.access.emergencies.begin, { showsProblem: false });
  const submit = async () => {
    if (studentNumber.trim() === "") {
      return { studentNumber: i18n.t({ id: "problem.required", message: "Fill this in." }) };
    }
    const chosen = emergencyHours.find((each) => String(each) === hours) ?? 1;
    const outcome = await begin({ organizationId, studentNumber, reason, hours: chosen });
    if (outcome.isDone && !outcome.value) {
      return {
        studentNumber: i18n.t({
          id: "emergency.unknown",
          message: "No child here has this number. Check it: the request is on record all the same.",
        }),
      };
    }
    return outcome;
  };
  const form = useSubmit(
    submit,
    (opened) => {
      if (opened) void router.navigate({ href: paths.student(opened.studentId) });
    },
    words,
  );
  const hour = (count: number) =>
    i18n.t({
      id: "emergency.hours",
      message: "{count, plural, one {# hour} other {# hours}}",
      values: { count },
    });
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={form.errors}
      onSubmit={form.submit}
    >
      <KeptNotice words={words} />
      <TextField
        name="studentNumber"
        width="medium"
        autoComplete="off"
        label={<Trans id="emergency.number" message="Student number" />}
        hint={<Trans id="emergency.numberHint" message="The exact number. Names cannot be looked up here." />}
        value={studentNumber}
        onChange={setStudentNumber}
      />
      <TextField
        name="reason"
        rows={4}
        label={<Trans id="emergency.reason" message="Why it cannot wait" />}
        hint={
          <Trans
            id="emergency.reasonHint"
            message="At least 20 characters. The case manager, the administrators and the family read it."
          />
        }
        value={reason}
        onChange={setReason}
      />
      <RadioField
        name="hours"
        label={<Trans id="emergency.howLong" message="For how long" />}
        options={emergencyHours.map((count) => ({ id: String(count) as typeof hours, label: hour(count) }))}
        value={hours}
        onChange={setHours}
      />
      <Button kind="primary" type="submit" isPending={form.isPending} className="self-start">
        <Trans id="emergency.open" message="Open the record" />
      </Button>
    </Form>
  );
}
