import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { RequestKind } from "#convex/disclosures/rules.ts";
import { DialogButton } from "#src/lib/DialogButton.tsx";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { requestKindName, requestKinds } from "./disclosureWords.ts";

/** A family's own request about the record, from their own page. */
export function MakeRequest({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  return (
    <DialogButton
      kind="primary"
      label={<Trans id="requests.make" message="Ask about the record" />}
      title={i18n.t({ id: "requests.make", message: "Ask about the record" })}
    >
      {(close) => <RequestForm studentId={studentId} onDone={close} />}
    </DialogButton>
  );
}

function RequestForm({ studentId, onDone }: { studentId: Id<"students">; onDone: () => void }) {
  const { i18n } = useLingui();
  const unsent = useWords(`request.make ${studentId}`);
  const [kind, setKind] = useKept<RequestKind>(unsent, "kind", "inspect");
  const [words, setWords] = useKept(unsent, "words", "");
  const make = useCommand(api.disclosures.requests.make, {
    showsProblem: false,
    done: i18n.t({ id: "requests.sent", message: "The school has your request" }),
  });
  const form = useSubmit(() => make({ studentId, kind, words }), onDone, unsent);
  return (
    <SubmitForm form={form} act={<Trans id="requests.send" message="Send to the school" />}>
      <RadioField
        name="kind"
        label={<Trans id="requests.kind" message="What would you like?" />}
        options={requestKinds.map((id) => ({ id, label: requestKindName(id) }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        name="words"
        rows={4}
        label={<Trans id="requests.words" message="In your own words" />}
        hint={
          kind === "amend" ? (
            <Trans id="requests.amendHint" message="What is wrong, and what should it say?" />
          ) : (
            <Trans id="requests.wordsHint" message="You need not give a reason. You can leave this empty." />
          )
        }
        value={words}
        onChange={setWords}
      />
    </SubmitForm>
  );
}
