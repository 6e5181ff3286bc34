import { Trans, useLingui } from "@lingui/react";
import { type ReactNode, useState } from "react";
import type { Outcome } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";

export type NamedSpan = { name: string; startsOn: string; endsOn: string };

/** A name and two days: for terms, and for days without school. */
export function SpanForm({
  initial,
  hint,
  submitLabel,
  isPending,
  onSubmit,
  onDone,
  children,
}: {
  initial: NamedSpan;
  hint: ReactNode;
  submitLabel: ReactNode;
  isPending: boolean;
  onSubmit: (span: NamedSpan) => Promise<Outcome<unknown>>;
  onDone: () => void;
  /** Further fields. */
  children?: ReactNode;
}) {
  const { i18n } = useLingui();
  const [span, setSpan] = useState(initial);
  const [errors, setErrors] = useState<FormErrors>({});
  const change = (more: Partial<NamedSpan>) => setSpan((before) => ({ ...before, ...more }));
  const submit = async () => {
    const outcome = await onSubmit(span);
    if (outcome.isDone) onDone();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
      <TextField
        name="name"
        width="full"
        label={<Trans id="groups.name" message="Name" />}
        hint={hint}
        value={span.name}
        onChange={(name) => change({ name })}
      />
      <div className="flex flex-wrap gap-4">
        <DateField
          name="startsOn"
          label={<Trans id="calendar.startsOn" message="First day" />}
          value={span.startsOn}
          onChange={(startsOn) =>
            change({
              startsOn,
              endsOn: span.endsOn === "" || span.endsOn < startsOn ? startsOn : span.endsOn,
            })
          }
        />
        <DateField
          name="endsOn"
          label={<Trans id="calendar.endsOn" message="Last day" />}
          min={span.startsOn}
          value={span.endsOn}
          onChange={(endsOn) => change({ endsOn })}
        />
      </div>
      {children}
      <Button kind="primary" type="submit" isPending={isPending}>
        {submitLabel}
      </Button>
    </Form>
  );
}
