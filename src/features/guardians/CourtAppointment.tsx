import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useEvidence } from "#src/lib/evidence.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import type { Guardian } from "./guardianWords.ts";

/** A court made somebody guardian of the grown student: the right to see, hear and sign goes on, on its paper. */
export function CourtAppointment({
  studentId,
  guardian,
  onClose,
}: {
  studentId: Id<"students">;
  guardian: Guardian;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const evidence = useEvidence();
  const [papers, setPapers] = useState<Id<"documents">[]>([]);
  const [errors, setErrors] = useState<FormErrors>({});
  const setGround = useCommand(api.guardians.majority.setGround, {
    showsProblem: false,
    done: i18n.t({ id: "guardians.groundSet", message: "On record" }),
  });
  const submit = async () => {
    const { guardianshipId } = guardian;
    const ground = { ground: "courtAppointed" as const, isHeld: true, evidenceDocumentIds: papers };
    const outcome = await setGround({ studentId, guardianshipId, ...ground });
    if (outcome.isDone) onClose();
    else setErrors({ form: outcome.sentence });
  };
  return (
    <Dialog
      title={i18n.t({ id: "appointment.title", message: "Guardian by court order" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        <p className="text-ink-2">
          <Trans
            id="appointment.lead"
            message="{name} goes on seeing the record and signing although the student is of full age. Choose the court’s paper; add it under Documents first if it is not there."
            values={{ name: guardian.person.name }}
          />
        </p>
        {evidence.pick(papers, setPapers)}
        <Button kind="primary" type="submit" isPending={setGround.isPending}>
          <Trans id="appointment.keep" message="Record the appointment" />
        </Button>
      </Form>
    </Dialog>
  );
}
