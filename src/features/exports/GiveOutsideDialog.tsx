import { Trans, useLingui } from "@lingui/react";
import type { FunctionArgs } from "convex/server";
import { type ReactNode, useState } from "react";
import type { api } from "#convex/_generated/api.js";
import type { Outcome } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form } from "#src/ui/Form.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";

/** Says, and asks for, the family's consent to tell somebody, while it is missing. */
export type Sharing = (recipient: string, scope: string) => ReactNode;

type GivenTo = NonNullable<FunctionArgs<typeof api.exports.children.start>["givenTo"]>;

/** To whom outside a copy goes, and why: it is entered in the disclosure log, which the family can read. */
export function GiveOutsideDialog({
  onClose,
  onGive,
  sharing,
}: {
  onClose: () => void;
  onGive: (givenTo: GivenTo) => Promise<Outcome<unknown>>;
  sharing: Sharing;
}) {
  const { i18n } = useLingui();
  const [recipient, setRecipient] = useState("");
  const [purpose, setPurpose] = useState("");
  const [ground, setGround] = useState<GivenTo["ground"]>("consent");
  const [authority, setAuthority] = useState("");
  const isConsent = ground === "consent";
  const restsOnItself = isConsent || ground === "parentRequest" || ground === "transfer";
  const form = useSubmit(
    () => onGive({ recipient, purpose, ground, ...(!restsOnItself && { authority }) }),
    onClose,
  );
  const grounds: Partial<Record<GivenTo["ground"], string>> = {
    consent: i18n.t({ id: "copy.ground.consent", message: "The parent has consented" }),
    parentRequest: i18n.t({ id: "copy.ground.parentRequest", message: "The parent asked for it" }),
    transfer: i18n.t({ id: "copy.ground.transfer", message: "A school where the child enrols" }),
    audit: i18n.t({ id: "copy.ground.audit", message: "An authority that audits" }),
    courtOrder: i18n.t({ id: "copy.ground.courtOrder", message: "A court order" }),
    emergency: i18n.t({ id: "copy.ground.emergency", message: "Health or safety in an emergency" }),
    legalDuty: i18n.t({ id: "copy.ground.legalDuty", message: "Another legal duty" }),
  };
  return (
    <Dialog
      title={i18n.t({ id: "copy.outsideTitle", message: "A copy for somebody outside" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={form.errors}
        onSubmit={form.submit}
      >
        <p className="text-ink-2">
          <Trans
            id="copy.outsideLead"
            message="It stands in the disclosure log, which the family can read. The copy is complete."
          />
        </p>
        <TextField
          name="recipient"
          label={<Trans id="copy.recipient" message="Who gets it" />}
          value={recipient}
          onChange={setRecipient}
        />
        <TextField
          name="purpose"
          label={<Trans id="copy.purpose" message="What they need it for" />}
          rows={2}
          value={purpose}
          onChange={setPurpose}
        />
        <SelectField
          name="ground"
          label={<Trans id="copy.ground" message="Why the law allows it" />}
          width="long"
          options={Object.entries(grounds).map(([id, label]) => ({ id: id as GivenTo["ground"], label }))}
          value={ground}
          onChange={setGround}
        />
        {!restsOnItself && (
          <TextField
            name="authority"
            label={<Trans id="copy.authority" message="What this rests on" />}
            hint={
              <Trans
                id="copy.authorityHint"
                message="The number of the order, the name of the law, or the danger."
              />
            }
            value={authority}
            onChange={setAuthority}
          />
        )}
        {isConsent &&
          recipient.trim() !== "" &&
          sharing(
            recipient.trim(),
            i18n.t({
              id: "copy.scope",
              message: "A complete copy of the record. {purpose}",
              values: { purpose: purpose.trim() },
            }),
          )}
        <div className="flex justify-end">
          <Button type="submit" kind="primary" isPending={form.isPending}>
            <Trans id="copy.make" message="Make a copy" />
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
