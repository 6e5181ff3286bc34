import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { RequestKind } from "#convex/disclosures/rules.ts";
import { today } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { requestKindName, requestKinds } from "./disclosureWords.ts";

/** Writes down a request that came by letter, by telephone or in person; the clock runs from the day it came. */
export function RecordRequest({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setIsOpen(true)}>
        <Trans id="requests.record" message="Record a request" />
      </Button>
      <Dialog
        title={i18n.t({ id: "requests.record", message: "Record a request" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <RequestForm studentId={studentId} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function RequestForm({ studentId, onDone }: { studentId: Id<"students">; onDone: () => void }) {
  const { i18n } = useLingui();
  const [kind, setKind] = useState<RequestKind>("inspect");
  const [askedByName, setAskedByName] = useState("");
  const [askedOn, setAskedOn] = useState(today());
  const [words, setWords] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const record = useCommand(api.disclosures.requests.record, {
    showsProblem: false,
    done: i18n.t({ id: "requests.recorded", message: "Request recorded, the clock runs" }),
  });
  const submit = async () => {
    const outcome = await record({ studentId, kind, words, askedByName, askedOn });
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
      <Button kind="primary" type="submit" isPending={record.isPending}>
        <Trans id="requests.keep" message="Keep the request" />
      </Button>
    </Form>
  );
}
