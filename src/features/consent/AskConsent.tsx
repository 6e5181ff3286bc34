import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { KindField } from "./KindField.tsx";
import type { Standing } from "./standing.ts";

/** Asks the family for one consent; they answer on their own page. */
export function AskConsent({
  studentId,
  standings,
  onClose,
}: {
  studentId: Id<"students">;
  standings: readonly Standing[];
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const [kind, setKind] = useState<ConsentKind | null>(null);
  const [scope, setScope] = useState("");
  const [recipient, setRecipient] = useState("");
  const [errors, setErrors] = useState<FormErrors>({});
  const ask = useCommand(api.consent.requests.ask, {
    showsProblem: false,
    done: i18n.t({ id: "asking.sent", message: "The family can answer now" }),
  });
  const namesRecipient = standings.some((standing) => standing.kind === kind && standing.namesRecipient);
  const submit = async () => {
    if (kind === null) {
      setErrors({ kind: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) });
      return;
    }
    const told = namesRecipient && recipient.trim() !== "" ? { recipient } : {};
    const outcome = await ask({ studentId, kind, scope, ...told });
    if (outcome.isDone) onClose();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  return (
    <Dialog
      title={i18n.t({ id: "consents.ask", message: "Ask the family" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        <KindField standings={standings} value={kind} onChange={setKind} />
        <TextField
          name="scope"
          rows={4}
          label={<Trans id="asking.scope" message="What exactly you ask" />}
          hint={
            <Trans
              id="asking.scopeHint"
              message="In everyday words: the family reads this below what the consent means."
            />
          }
          value={scope}
          onChange={setScope}
        />
        {namesRecipient && (
          <TextField
            name="recipient"
            width="full"
            label={<Trans id="asking.recipient" message="Who would be told" />}
            value={recipient}
            onChange={setRecipient}
          />
        )}
        <Button kind="primary" type="submit" isPending={ask.isPending}>
          <Trans id="consents.ask" message="Ask the family" />
        </Button>
      </Form>
    </Dialog>
  );
}
