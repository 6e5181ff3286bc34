import { useLingui } from "@lingui/react";
import { useState } from "react";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import type { Outcome } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import type { Line } from "./ListSection.tsx";

export type LineField = {
  name: string;
  label: string;
  as: "line" | "phone" | "day" | "flag";
  isOptional?: boolean;
};

/** One line of a list, typed in a box of its own. */
export function LineForm({
  title,
  fields,
  line,
  onSave,
  onClose,
}: {
  title: string;
  fields: readonly LineField[];
  /** null: closed. */
  line: Line | null;
  onSave: (line: Line) => Promise<Outcome<unknown>>;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  return (
    <Dialog
      title={title}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen={line !== null}
      onClose={onClose}
    >
      {line && <LineFields key={line.key} fields={fields} line={line} onSave={onSave} onDone={onClose} />}
    </Dialog>
  );
}

function LineFields({
  fields,
  line,
  onSave,
  onDone,
}: {
  fields: readonly LineField[];
  line: Line;
  onSave: (line: Line) => Promise<Outcome<unknown>>;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState(line);
  const put = (name: string) => (value: string | boolean) => setTyped({ ...typed, [name]: value });
  const form = useSubmit(async () => {
    const outcome = await onSave(typed);
    if (outcome.isDone) return outcome;
    // "contacts.2.phone": the last part is the field of this line.
    return { [outcome.problem.field?.split(".").at(-1) || "form"]: outcome.sentence };
  }, onDone);
  return (
    <SubmitForm form={form} act={i18n.t({ id: "action.save", message: "Save" })}>
      {fields.map(({ name, label, as, isOptional }) => {
        const value = typed[name];
        if (as === "flag") {
          return <CheckboxField key={name} label={label} isSelected={value === true} onChange={put(name)} />;
        }
        const text = typeof value === "string" ? value : "";
        if (as === "day") {
          return <DateField key={name} name={name} label={label} value={text} onChange={put(name)} />;
        }
        return (
          <TextField
            key={name}
            name={name}
            type={as === "phone" ? "tel" : "text"}
            width="full"
            label={label}
            optional={isOptional ? i18n.t({ id: "form.optional", message: "(optional)" }) : undefined}
            value={text}
            onChange={put(name)}
          />
        );
      })}
    </SubmitForm>
  );
}
