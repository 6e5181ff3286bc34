import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { isSameName } from "#convex/consent/rules/input.ts";
import type { ConsentKind } from "#convex/consent/rules/kinds.ts";
import { consentName } from "#src/lib/consentWords.ts";
import { useMe } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { meaningOf } from "./meaning.ts";
import { Scope } from "./Scope.tsx";
import type { Request } from "./standing.ts";

/** Saying yes: what it means, that one has understood it, and one's name typed below. */
export function GiveConsent({
  studentId,
  kind,
  scope,
  request,
  onClose,
}: {
  studentId: Id<"students">;
  kind: ConsentKind;
  scope: string;
  request: Request | null;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const { me } = useMe();
  const name = me?.person.name ?? "";
  const [typedName, setTypedName] = useState("");
  const give = useCommand(api.consent.deciding.give, {
    showsProblem: false,
    done: i18n.t({ id: "consent.given", message: "Thank you. Your yes is on record." }),
  });
  const form = useSubmit(() => {
    if (!isSameName(typedName, name)) {
      return {
        typedName: i18n.t({
          id: "consent.typeName",
          message: "Type your name as it stands here: {name}",
          values: { name },
        }),
      };
    }
    const asked = request ? { requestId: request.requestId } : {};
    return give({ studentId, kind, scope, typedName, locale: i18n.locale, ...asked });
  }, onClose);
  return (
    <Dialog
      title={consentName(kind)}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={form.errors}
        onSubmit={form.submit}
      >
        <div className="flex flex-col gap-3">
          <p>{meaningOf(kind)}</p>
          {request !== null && <Scope scope={request.scope} recipient={request.recipient} />}
          <p className="rounded bg-sunken p-3">
            <Trans
              id="consent.understanding"
              message="I have read this and understand it, in my language. I agree of my own free will. I know that I may take my yes back at any time, for the time after."
            />
          </p>
        </div>
        <TextField
          name="typedName"
          width="full"
          autoComplete="name"
          label={<Trans id="consent.sign" message="Type your name to sign" />}
          hint={name}
          value={typedName}
          onChange={setTypedName}
        />
        <Button kind="primary" size="large" type="submit" isPending={give.isPending}>
          <Trans id="consent.signYes" message="Sign and say yes" />
        </Button>
      </Form>
    </Dialog>
  );
}
