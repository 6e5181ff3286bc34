import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import type { Outcome } from "#src/lib/useCommand.ts";
import type { Draft } from "#src/lib/useDraft.ts";
import { useDraftForm } from "#src/lib/useDraftForm.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

export type NamedSpan = { name: string; startsOn: string; endsOn: string };

/** A name and two days: for terms, and for days without school. */
export function SpanForm<Span extends NamedSpan>({
  draft,
  hint,
  submitLabel,
  onSubmit,
  onDone,
  children,
}: {
  draft: Draft<Span>;
  hint: ReactNode;
  submitLabel: ReactNode;
  onSubmit: (span: Span) => Promise<Outcome<unknown>>;
  onDone: () => void;
  /** Further fields. */
  children?: ReactNode;
}) {
  const { i18n } = useLingui();
  const span: NamedSpan = draft.values;
  const change = (more: Partial<NamedSpan>) => draft.change(more as Partial<Span>);
  const labels = {
    name: i18n.t({ id: "groups.name", message: "Name" }),
    startsOn: i18n.t({ id: "calendar.startsOn", message: "First day" }),
    endsOn: i18n.t({ id: "calendar.endsOn", message: "Last day" }),
  };
  const form = useDraftForm<Span>(draft, labels, onSubmit, onDone);
  return (
    <SubmitForm form={form} act={submitLabel}>
      <TextField
        name="name"
        width="full"
        label={labels.name}
        hint={hint}
        value={span.name}
        onChange={(name) => change({ name })}
      />
      <div className="flex flex-wrap gap-4">
        <DateField
          name="startsOn"
          label={labels.startsOn}
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
          label={labels.endsOn}
          min={span.startsOn}
          value={span.endsOn}
          onChange={(endsOn) => change({ endsOn })}
        />
      </div>
      {children}
    </SubmitForm>
  );
}
