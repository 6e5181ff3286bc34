import { useLingui } from "@lingui/react";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import type { Answer } from "#src/lib/submitting.ts";
import { useDraft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
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

/** The line that is open in its box: as it is stored now, and none yet when it is new. */
export type OpenLine = { line: Line; isNew: boolean };

/** One line of a list, typed in a box of its own. */
export function LineForm({
  title,
  place,
  fields,
  open,
  onSave,
  onClose,
}: {
  title: string;
  /** The list, by ids: the words of its lines are kept under it. */
  place: string;
  fields: readonly LineField[];
  /** null: closed. */
  open: OpenLine | null;
  onSave: (line: Line) => Answer | Promise<Answer>;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  return (
    <Dialog
      title={title}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen={open !== null}
      onClose={onClose}
    >
      {open && (
        <LineFields
          key={open.line.key}
          place={`${place} ${open.isNew ? "new" : open.line.key}`}
          fields={fields}
          open={open}
          onSave={onSave}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}

function LineFields({
  place,
  fields,
  open: { line, isNew },
  onSave,
  onDone,
}: {
  place: string;
  fields: readonly LineField[];
  open: OpenLine;
  onSave: (line: Line) => Answer | Promise<Answer>;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const draft = useDraft<Line>(place, line, { isNew });
  const put = (name: string) => (value: string | boolean) => draft.change({ [name]: value });
  const told = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  const form = useDraftForm(
    draft,
    told,
    async (typed) => {
      const answer = await onSave(typed);
      if (answer.isDone !== false) return answer;
      const { problem, sentence } = answer;
      // "contacts.2.phone": the last part is the field of this line.
      return { [problem.field?.split(".").at(-1) || "form"]: sentence };
    },
    onDone,
  );
  return (
    <SubmitForm form={form} act={i18n.t({ id: "action.save", message: "Save" })}>
      {fields.map(({ name, label, as, isOptional }) => {
        const value = draft.values[name];
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
