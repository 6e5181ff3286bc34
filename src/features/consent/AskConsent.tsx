import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
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
  const words = useWords(`consent.ask ${studentId}`);
  const [kind, setKind] = useKept<ConsentKind | null>(words, "kind", null);
  const [scope, setScope] = useKept(words, "scope", "");
  const [recipient, setRecipient] = useKept(words, "recipient", "");
  const ask = useCommand(api.consent.requests.ask, {
    showsProblem: false,
    done: i18n.t({ id: "asking.sent", message: "The family can answer now" }),
  });
  const namesRecipient = standings.some((standing) => standing.kind === kind && standing.namesRecipient);
  const form = useSubmit(
    () => {
      if (kind === null) {
        return { kind: i18n.t({ id: "form.chooseOne", message: "Choose one from the list." }) };
      }
      const told = namesRecipient && recipient.trim() !== "" ? { recipient } : {};
      return ask({ studentId, kind, scope, ...told });
    },
    onClose,
    words,
  );
  return (
    <FormDialog
      title={i18n.t({ id: "consents.ask", message: "Ask the family" })}
      onClose={onClose}
      form={form}
      act={<Trans id="consents.ask" message="Ask the family" />}
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
    </FormDialog>
  );
}
