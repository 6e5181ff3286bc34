import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Outcome } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
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
  const [errors, setErrors] = useState<FormErrors>({});
  const [isPending, setIsPending] = useState(false);
  const put = (name: string) => (value: string | boolean) => setTyped({ ...typed, [name]: value });
  const submit = async () => {
    setIsPending(true);
    const outcome = await onSave(typed);
    setIsPending(false);
    if (outcome.isDone) onDone();
    // "contacts.2.phone": the last part is the field of this line.
    else setErrors({ [outcome.problem.field?.split(".").at(-1) ?? "form"]: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
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
      <Button kind="primary" type="submit" isPending={isPending}>
        {i18n.t({ id: "action.save", message: "Save" })}
      </Button>
    </Form>
  );
}
