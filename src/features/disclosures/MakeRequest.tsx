import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { RequestKind } from "#convex/disclosures/rules.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { RadioField } from "#src/ui/RadioField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { requestKindName, requestKinds } from "./disclosureWords.ts";

/** A family's own request about the record, from their own page. */
export function MakeRequest({ studentId }: { studentId: Id<"students"> }) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onPress={() => setIsOpen(true)}>
        <Trans id="requests.make" message="Ask about the record" />
      </Button>
      <Dialog
        title={i18n.t({ id: "requests.make", message: "Ask about the record" })}
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
  const [words, setWords] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const make = useCommand(api.disclosures.requests.make, {
    showsProblem: false,
    done: i18n.t({ id: "requests.sent", message: "The school has your request" }),
  });
  const submit = async () => {
    const outcome = await make({ studentId, kind, words });
    if (outcome.isDone) onDone();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Form
      summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
      errors={errors}
      onSubmit={() => void submit()}
    >
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
      <Button kind="primary" type="submit" isPending={make.isPending}>
        <Trans id="requests.send" message="Send to the school" />
      </Button>
    </Form>
  );
}
