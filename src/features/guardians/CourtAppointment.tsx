import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useEvidence } from "#src/lib/evidence.tsx";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
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
  const setGround = useCommand(api.guardians.majority.setGround, {
    showsProblem: false,
    done: i18n.t({ id: "guardians.groundSet", message: "On record" }),
  });
  const form = useSubmit(() => {
    const { guardianshipId } = guardian;
    const ground = { ground: "courtAppointed" as const, isHeld: true, evidenceDocumentIds: papers };
    return setGround({ studentId, guardianshipId, ...ground });
  }, onClose);
  return (
    <FormDialog
      title={i18n.t({ id: "appointment.title", message: "Guardian by court order" })}
      onClose={onClose}
      form={form}
      act={<Trans id="appointment.keep" message="Record the appointment" />}
    >
      <p className="text-ink-2">
        <Trans
          id="appointment.lead"
          message="{name} goes on seeing the record and signing although the student is of full age. Choose the court’s paper; add it under Documents first if it is not there."
          values={{ name: guardian.person.name }}
        />
      </p>
      {evidence.pick(papers, setPapers)}
    </FormDialog>
  );
}
