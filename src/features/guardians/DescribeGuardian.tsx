import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
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
  const describe = useCommand(api.guardians.guardianships.describe, {
    showsProblem: false,
    done: i18n.t({ id: "guardians.described", message: "Saved" }),
  });
  const form = useSubmit(() => {
    const { guardianshipId } = guardian;
    return describe({ studentId, guardianshipId, language, interpreterNeeded, custodyNote });
  }, onClose);
  return (
    <FormDialog
      title={guardian.person.name}
      onClose={onClose}
      form={form}
      act={<Trans id="action.save" message="Save" />}
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
          <Trans id="guardians.custodyHint" message="Kept sealed; only those who manage guardians read it." />
        }
        value={custodyNote}
        onChange={setNote}
      />
    </FormDialog>
  );
}
