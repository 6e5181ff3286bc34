import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Doc, Id } from "#convex/_generated/dataModel.js";
import { interventionKinds } from "#convex/interventions/rules.ts";
import { today } from "#src/lib/format.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { interventionKindName } from "./kindWords.ts";

type Kind = Doc<"interventions">["kind"];
export type Intervention = {
  interventionId?: Id<"interventions">;
  kind: Kind;
  title: string;
  startsOn: string;
  endsOn: string;
  people: string;
  outcome: string;
  sharedWithFamily: boolean;
};
export const newIntervention = (): Intervention => ({
  kind: "academic",
  title: "",
  startsOn: today(),
  endsOn: "",
  people: "",
  outcome: "",
  sharedWithFamily: false,
});

/** What is tried with the child, from when to when, and how it went. */
export function InterventionForm({
  studentId,
  intervention,
  onDone,
}: {
  studentId: Id<"students">;
  intervention: Intervention;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const words = useWords(`intervention ${studentId} ${intervention.interventionId ?? "new"}`);
  const [changed, setChanged] = useKept<Partial<Intervention>>(words, "changed", {});
  const typed = { ...intervention, ...changed };
  const done = i18n.t({ id: "interventions.saved", message: "Intervention saved" });
  const add = useCommand(api.interventions.interventions.add, { showsProblem: false, done });
  const edit = useCommand(api.interventions.interventions.edit, { showsProblem: false, done });
  const put = (part: Partial<Intervention>) => setChanged((before) => ({ ...before, ...part }));
  const form = useSubmit(
    () => {
      const { interventionId, endsOn, ...rest } = typed;
      const facts = { ...rest, ...(endsOn !== "" && { endsOn }) };
      return interventionId ? edit({ studentId, interventionId, ...facts }) : add({ studentId, ...facts });
    },
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={<Trans id="action.save" message="Save" />}>
      <Banner>
        <Trans
          id="interventions.noDelay"
          message="Trying something first may not delay or replace an evaluation: a parent can ask for one at any time (OSEP Memorandum 11-07)."
        />
      </Banner>
      <SelectField<Kind>
        name="kind"
        width="full"
        label={<Trans id="interventions.kind" message="Area" />}
        options={interventionKinds.map((id) => ({ id, label: interventionKindName(id) }))}
        value={typed.kind}
        onChange={(kind) => put({ kind })}
      />
      <TextField
        name="title"
        width="full"
        label={<Trans id="interventions.title" message="What is tried" />}
        value={typed.title}
        onChange={(title) => put({ title })}
      />
      <DateField
        name="startsOn"
        label={<Trans id="status.firstDay" message="First day" />}
        value={typed.startsOn}
        onChange={(startsOn) => put({ startsOn })}
      />
      <DateField
        name="endsOn"
        label={<Trans id="status.lastDay" message="Last day" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        value={typed.endsOn}
        onChange={(endsOn) => put({ endsOn })}
      />
      <TextField
        name="people"
        width="full"
        label={<Trans id="interventions.people" message="Who works with the child" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        value={typed.people}
        onChange={(people) => put({ people })}
      />
      <TextField
        name="outcome"
        rows={3}
        width="full"
        label={<Trans id="interventions.outcome" message="How it goes" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        value={typed.outcome}
        onChange={(outcome) => put({ outcome })}
      />
      <CheckboxField
        isSelected={typed.sharedWithFamily}
        onChange={(sharedWithFamily) => put({ sharedWithFamily })}
        label={<Trans id="meetings.shared" message="The family sees this on its own timeline" />}
      />
    </SubmitForm>
  );
}
