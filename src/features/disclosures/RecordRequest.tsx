import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { RequestKind } from "#convex/disclosures/rules.ts";
import { DialogButton } from "#src/lib/DialogButton.tsx";
import { today } from "#src/lib/format.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { DateField } from "#src/ui/DateField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { requestKindName, requestKinds } from "./disclosureWords.ts";

/** Writes down a request that came by letter, by telephone or in person; the clock runs from the day it came. */
export function RecordRequest({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  return (
    <DialogButton
      size="small"
      label={<Trans id="requests.record" message="Record a request" />}
      title={i18n.t({ id: "requests.record", message: "Record a request" })}
    >
      {(close) => <RequestForm studentId={studentId} onDone={close} />}
    </DialogButton>
  );
}

function RequestForm({ studentId, onDone }: { studentId: Id<"students">; onDone: () => void }) {
  const { i18n } = useLingui();
  const unsent = useWords(`request.record ${studentId}`);
  const [kind, setKind] = useKept<RequestKind>(unsent, "kind", "inspect");
  const [askedByName, setAskedByName] = useKept(unsent, "askedByName", "");
  const [askedOn, setAskedOn] = useKept(unsent, "askedOn", today());
  const [words, setWords] = useKept(unsent, "words", "");
  const record = useCommand(api.disclosures.requests.record, {
    showsProblem: false,
    done: i18n.t({ id: "requests.recorded", message: "Request recorded, the clock runs" }),
  });
  const form = useSubmit(() => record({ studentId, kind, words, askedByName, askedOn }), onDone, unsent);
  return (
    <SubmitForm form={form} act={<Trans id="requests.keep" message="Keep the request" />}>
      <TextField
        name="askedByName"
        label={<Trans id="requests.askedBy" message="Who asked" />}
        value={askedByName}
        onChange={setAskedByName}
      />
      <DateField
        name="askedOn"
        label={<Trans id="requests.askedOn" message="On which day it came" />}
        max={today()}
        value={askedOn}
        onChange={setAskedOn}
      />
      <SelectField
        name="kind"
        label={<Trans id="requests.whatFor" message="What for" />}
        options={requestKinds.map((id) => ({ id, label: requestKindName(id) }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        name="words"
        rows={3}
        label={<Trans id="requests.theirWords" message="In their words" />}
        value={words}
        onChange={setWords}
      />
    </SubmitForm>
  );
}
