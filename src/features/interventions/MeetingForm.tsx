import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Doc, Id } from "#convex/_generated/dataModel.js";
import { meetingKinds } from "#convex/interventions/rules.ts";
import { today } from "#src/lib/format.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { meetingKindName } from "./kindWords.ts";

type Kind = Doc<"meetings">["kind"];
export type Meeting = {
  meetingId?: Id<"meetings">;
  kind: Kind;
  title: string;
  heldOn: string;
  people: string;
  outcome: string;
  sharedWithFamily: boolean;
};
export const newMeeting = (): Meeting => ({
  kind: "planTeam",
  title: "",
  heldOn: today(),
  people: "",
  outcome: "",
  sharedWithFamily: false,
});

/** A meeting that was held: when, with whom, and what came of it. */
export function MeetingForm({
  studentId,
  meeting,
  onDone,
}: {
  studentId: Id<"students">;
  meeting: Meeting;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const words = useWords(`meeting ${studentId} ${meeting.meetingId ?? "new"}`);
  const [changed, setChanged] = useKept<Partial<Meeting>>(words, "changed", {});
  const typed = { ...meeting, ...changed };
  const done = i18n.t({ id: "meetings.saved", message: "Meeting saved" });
  const add = useCommand(api.interventions.meetings.add, { showsProblem: false, done });
  const edit = useCommand(api.interventions.meetings.edit, { showsProblem: false, done });
  const put = (part: Partial<Meeting>) => setChanged((before) => ({ ...before, ...part }));
  const form = useSubmit(
    () => {
      const { meetingId, ...facts } = typed;
      return meetingId ? edit({ studentId, meetingId, ...facts }) : add({ studentId, ...facts });
    },
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={<Trans id="action.save" message="Save" />}>
      <SelectField<Kind>
        name="kind"
        width="full"
        label={<Trans id="meetings.kind" message="Kind of meeting" />}
        options={meetingKinds.map((id) => ({ id, label: meetingKindName(id) }))}
        value={typed.kind}
        onChange={(kind) => put({ kind })}
      />
      <TextField
        name="title"
        width="full"
        label={<Trans id="meetings.title" message="Title" />}
        value={typed.title}
        onChange={(title) => put({ title })}
      />
      <DateField
        name="heldOn"
        label={<Trans id="meetings.heldOn" message="Held on" />}
        value={typed.heldOn}
        max={today()}
        onChange={(heldOn) => put({ heldOn })}
      />
      <TextField
        name="people"
        width="full"
        label={<Trans id="meetings.people" message="Who took part" />}
        optional={<Trans id="form.optional" message="(optional)" />}
        value={typed.people}
        onChange={(people) => put({ people })}
      />
      <TextField
        name="outcome"
        rows={3}
        width="full"
        label={<Trans id="meetings.outcome" message="Outcome" />}
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
