import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** Strikes an entry through that should never have been made; it stays readable, with the reason. */
export function StrikeDisclosure({
  studentId,
  disclosureId,
}: {
  studentId: Id<"students">;
  disclosureId: Id<"disclosures">;
}) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const strike = useCommand(api.disclosures.disclosures.strike, { showsProblem: false });
  const form = useSubmit(
    () => strike({ studentId, disclosureId, reason }),
    () => setIsOpen(false),
  );
  return (
    <>
      <Button kind="quiet" size="small" className="mt-2" onPress={() => setIsOpen(true)}>
        <Trans id="disclosures.strike" message="Entered by mistake?" />
      </Button>
      <Dialog
        title={i18n.t({ id: "disclosures.strikeTitle", message: "Strike the entry through" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <SubmitForm form={form} act={<Trans id="disclosures.strikeThrough" message="Strike through" />}>
          <TextField
            name="reason"
            rows={3}
            label={<Trans id="disclosures.strikeReason" message="What was wrong" />}
            hint={
              <Trans
                id="disclosures.strikeHint"
                message="The entry stays readable, struck through, with these words."
              />
            }
            value={reason}
            onChange={setReason}
          />
        </SubmitForm>
      </Dialog>
    </>
  );
}
