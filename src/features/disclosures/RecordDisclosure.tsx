import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import type { ReactNode } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { groundsIn, type LegalGround, type RecordType, recordTypes } from "#convex/disclosures/rules.ts";
import { DialogButton } from "#src/lib/DialogButton.tsx";
import { today } from "#src/lib/format.ts";
import { SubmitForm } from "#src/lib/SubmitForm.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { FieldsetProblem } from "#src/ui/FieldsetProblem.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { groundName, recordTypeName } from "./disclosureWords.ts";
import { type Onward, OnwardRecipients } from "./OnwardRecipients.tsx";

type Props = {
  studentId: Id<"students">;
  /** Says, and asks for, the family's consent to tell somebody, while it is missing. */
  sharing: (recipient: string, scope: string) => ReactNode;
};

/** Writes down what went outside by hand: on paper, by telephone, from another system. */
export function RecordDisclosure(props: Props) {
  const { i18n } = useLingui();
  return (
    <DialogButton
      size="small"
      label={<Trans id="disclosures.record" message="Record a disclosure" />}
      title={i18n.t({ id: "disclosures.record", message: "Record a disclosure" })}
    >
      {(close) => <DisclosureForm {...props} onDone={close} />}
    </DialogButton>
  );
}

function DisclosureForm({ studentId, sharing, onDone }: Props & { onDone: () => void }) {
  const { i18n } = useLingui();
  const jurisdiction = useQuery(api.disclosures.disclosures.groundsFor, { studentId });
  const words = useWords(`disclosure ${studentId}`);
  const [recipient, setRecipient] = useKept(words, "recipient", "");
  const [disclosedOn, setDisclosedOn] = useKept(words, "disclosedOn", today());
  const [types, setTypes] = useKept<readonly RecordType[]>(words, "types", []);
  const [purpose, setPurpose] = useKept(words, "purpose", "");
  const [ground, setGround] = useKept<LegalGround>(words, "ground", "consent");
  const [authority, setAuthority] = useKept(words, "authority", "");
  const [onwardTo, setOnwardTo] = useKept<Onward[]>(words, "onwardTo", []);
  const record = useCommand(api.disclosures.disclosures.record, {
    showsProblem: false,
    done: i18n.t({ id: "disclosures.recorded", message: "Disclosure recorded" }),
  });
  const form = useSubmit(
    () => {
      const named = onwardTo.filter(({ name, interest }) => name !== "" || interest !== "");
      const typed = { recipient, purpose, ground, authority, recordTypes: [...types], disclosedOn };
      return record({ studentId, ...typed, onwardTo: named });
    },
    onDone,
    words,
  );
  return (
    <SubmitForm form={form} act={<Trans id="disclosures.keep" message="Keep in the record" />}>
      <TextField
        name="recipient"
        width="full"
        label={<Trans id="disclosures.recipient" message="Who received it" />}
        hint={<Trans id="disclosures.recipientHint" message="The person and the body they act for." />}
        value={recipient}
        onChange={setRecipient}
      />
      <DateField
        name="disclosedOn"
        label={<Trans id="disclosures.on" message="On which day" />}
        max={today()}
        value={disclosedOn}
        onChange={setDisclosedOn}
      />
      <RecordTypes chosen={types} onChange={setTypes} />
      <TextField
        name="purpose"
        rows={2}
        label={<Trans id="disclosures.purpose" message="What for" />}
        value={purpose}
        onChange={setPurpose}
      />
      <SelectField
        name="ground"
        width="full"
        label={<Trans id="disclosures.ground" message="What allows it" />}
        options={jurisdiction && groundsIn(jurisdiction).map((id) => ({ id, label: groundName(id) }))}
        value={ground}
        onChange={setGround}
      />
      {ground === "consent" && recipient.trim() !== "" && sharing(recipient.trim(), purpose.trim())}
      <TextField
        name="authority"
        rows={2}
        label={<Trans id="disclosures.authority" message="What this rests on" />}
        hint={
          <Trans
            id="disclosures.authorityHint"
            message="The date of the consent, the number of the order, the threat to health or safety, or the recipient’s legitimate interest."
          />
        }
        value={authority}
        onChange={setAuthority}
      />
      <OnwardRecipients onward={onwardTo} onChange={setOnwardTo} />
    </SubmitForm>
  );
}

function RecordTypes({
  chosen,
  onChange,
}: {
  chosen: readonly RecordType[];
  onChange: (types: readonly RecordType[]) => void;
}) {
  return (
    <fieldset className="flex flex-col">
      <legend className="font-semibold">
        <Trans id="disclosures.whatWas" message="What was given" />
      </legend>
      <FieldsetProblem name="recordTypes" />
      <div className="grid sm:grid-cols-2">
        {recordTypes.map((type, i) => (
          <CheckboxField
            key={type}
            name={i === 0 ? "recordTypes" : undefined}
            label={recordTypeName(type)}
            isSelected={chosen.includes(type)}
            onChange={(isSelected) =>
              onChange(isSelected ? [...chosen, type] : chosen.filter((other) => other !== type))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
