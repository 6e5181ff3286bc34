import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Guardian } from "./guardianWords.ts";

/** A guardian's language, whether an interpreter is needed, and what the school must know about custody. */
export function DescribeGuardian({
  studentId,
  guardian,
  onClose,
}: {
  studentId: Id<"students">;
  guardian: Guardian;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [language, setLanguage] = useState(guardian.language);
  const [interpreterNeeded, setInterpreter] = useState(guardian.interpreterNeeded);
  const [custodyNote, setNote] = useState(guardian.custodyNote ?? "");
  const [errors, setErrors] = useState<FormErrors>({});
  const describe = useCommand(api.guardians.guardianships.describe, {
    showsProblem: false,
    done: i18n.t({ id: "guardians.described", message: "Saved" }),
  });
  const submit = async () => {
    const { guardianshipId } = guardian;
    const outcome = await describe({ studentId, guardianshipId, language, interpreterNeeded, custodyNote });
    if (outcome.isDone) onClose();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Dialog
      title={guardian.person.name}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        <TextField
          name="language"
          width="short"
          label={<Trans id="guardians.language" message="Language" />}
          hint={<Trans id="guardians.languageHint" message="A code such as es, ar or zh" />}
          value={language}
          onChange={setLanguage}
        />
        <CheckboxField
          label={<Trans id="guardians.interpreter" message="Needs an interpreter" />}
          isSelected={interpreterNeeded}
          onChange={setInterpreter}
        />
        <TextField
          name="custodyNote"
          rows={3}
          optional={<Trans id="form.optional" message="(optional)" />}
          label={<Trans id="guardians.custody" message="Custody" />}
          hint={
            <Trans
              id="guardians.custodyHint"
              message="Kept sealed; only those who manage guardians read it."
            />
          }
          value={custodyNote}
          onChange={setNote}
        />
        <Button kind="primary" type="submit" isPending={describe.isPending}>
          <Trans id="action.save" message="Save" />
        </Button>
      </Form>
    </Dialog>
  );
}
