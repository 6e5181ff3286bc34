import { Trans } from "@lingui/react";
import { type ReactNode, useState } from "react";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import type { Outcome } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

export type NamedSpan = { name: string; startsOn: string; endsOn: string };

/** A name and two days: for terms, and for days without school. */
export function SpanForm({
  initial,
  hint,
  submitLabel,
  onSubmit,
  onDone,
  children,
}: {
  initial: NamedSpan;
  hint: ReactNode;
  submitLabel: ReactNode;
  onSubmit: (span: NamedSpan) => Promise<Outcome<unknown>>;
  onDone: () => void;
  /** Further fields. */
  children?: ReactNode;
}) {
  const [span, setSpan] = useState(initial);
  const change = (more: Partial<NamedSpan>) => setSpan((before) => ({ ...before, ...more }));
  const form = useSubmit(() => onSubmit(span), onDone);
  return (
    <SubmitForm form={form} act={submitLabel}>
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
    </SubmitForm>
  );
}
