import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useMyOrganization } from "#src/lib/me.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form } from "#src/ui/Form.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** Signs a member out everywhere, for a lost device: says why, since the reason stands in the audit trail. */
export function EndSessions({
  member,
  onClose,
}: {
  member: { personId: Id<"people">; name: string };
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const { organizationId } = useMyOrganization();
  const end = useCommand(api.people.devices.endAll, {
    showsProblem: false,
    done: i18n.t({
      id: "endSessions.done",
      message: "{name} is signed out everywhere",
      values: { name: member.name },
    }),
  });
  const [reason, setReason] = useState("");
  const [losesSteps, setLosesSteps] = useState(false);
  const form = useSubmit(
    () => end({ organizationId, personId: member.personId, reason, losesSteps }),
    onClose,
  );
  return (
    <Dialog
      title={i18n.t({
        id: "endSessions.title",
        message: "Sign {name} out everywhere?",
        values: { name: member.name },
      })}
      closeLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
      isOpen
      onClose={onClose}
    >
      <p className="mb-4 text-ink-2">
        <Trans
          id="endSessions.advice"
          message="Their open pages close at once, on every device, and each browser asks for a code again. They can sign in again with their password."
        />
      </p>
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={form.errors}
        onSubmit={form.submit}
      >
        <TextField
          name="reason"
          width="full"
          label={<Trans id="endSessions.reason" message="Why" />}
          hint={<Trans id="endSessions.reasonHint" message="For the audit trail, such as: laptop stolen." />}
          value={reason}
          onChange={setReason}
        />
        <CheckboxField
          label={<Trans id="endSessions.losesSteps" message="They have lost their passkeys or their codes" />}
          hint={
            <Trans
              id="endSessions.losesStepsHint"
              message="Both are taken back: until they set up new ones, their password alone signs them in. Be sure that it is they who ask."
            />
          }
          isSelected={losesSteps}
          onChange={setLosesSteps}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>
            <Trans id="action.cancel" message="Cancel" />
          </Button>
          <Button kind="danger" type="submit" isPending={end.isPending}>
            <Trans id="endSessions.end" message="Sign out everywhere" />
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
