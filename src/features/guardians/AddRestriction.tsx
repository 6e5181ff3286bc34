import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { type GuardianRight, guardianRights } from "#convex/guardians/rules.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { useKept, useWords } from "#src/lib/useWords.ts";
import { CheckboxField } from "#src/ui/CheckboxField.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { FieldsetProblem } from "#src/ui/FieldsetProblem.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { type Guardian, rightName } from "./guardianWords.ts";

const SOMEBODY_ELSE = "somebodyElse";

/** What a court forbids somebody; a guardian whom it forbids to see loses every open page at once. */
export function AddRestriction({
  studentId,
  guardians,
  today,
  onClose,
}: {
  studentId: Id<"students">;
  guardians: readonly Guardian[];
  today: string;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const words = useWords(`restriction ${studentId}`);
  const [who, setWho] = useKept<string>(words, "who", SOMEBODY_ELSE);
  const [personName, setName] = useKept(words, "personName", "");
  const [forbids, setForbids] = useKept<GuardianRight[]>(words, "forbids", ["see", "contact"]);
  const [startsOn, setStartsOn] = useKept(words, "startsOn", today);
  const [order, setOrder] = useKept(words, "order", "");
  const record = useCommand(api.guardians.restrictions.record, {
    showsProblem: false,
    done: i18n.t({ id: "orders.added", message: "Court order recorded; it holds at once" }),
  });
  const named = guardians.find(({ person }) => person.personId === who);
  const form = useSubmit(
    () =>
      record({
        studentId,
        personName: named?.person.name ?? personName,
        forbids,
        startsOn,
        order,
        ...(named && { personId: named.person.personId }),
      }),
    onClose,
    words,
  );
  return (
    <FormDialog
      title={i18n.t({ id: "orders.add", message: "Record a court order" })}
      onClose={onClose}
      form={form}
      act={<Trans id="orders.add" message="Record a court order" />}
    >
      <SelectField<string>
        name="personId"
        width="full"
        label={<Trans id="orders.about" message="About whom" />}
        options={[
          ...guardians.map(({ person }) => ({ id: person.personId as string, label: person.name })),
          {
            id: SOMEBODY_ELSE,
            label: i18n.t({ id: "orders.somebodyElse", message: "Somebody without an account" }),
          },
        ]}
        value={who}
        onChange={setWho}
      />
      {named === undefined && (
        <TextField
          name="personName"
          width="full"
          autoComplete="off"
          label={<Trans id="orders.name" message="Name" />}
          value={personName}
          onChange={setName}
        />
      )}
      <fieldset className="flex flex-col">
        <legend className="font-semibold">
          <Trans id="orders.what" message="May not" />
        </legend>
        <FieldsetProblem name="forbids" />
        {guardianRights.map((right, at) => (
          <CheckboxField
            key={right}
            name={at === 0 ? "forbids" : undefined}
            label={rightName(right)}
            isSelected={forbids.includes(right)}
            onChange={(isForbidden) =>
              setForbids(isForbidden ? [...forbids, right] : forbids.filter((other) => other !== right))
            }
          />
        ))}
      </fieldset>
      <DateField
        name="startsOn"
        label={<Trans id="orders.from" message="From" />}
        value={startsOn}
        onChange={setStartsOn}
      />
      <TextField
        name="order"
        rows={4}
        label={<Trans id="orders.words" message="What the order says" />}
        hint={
          <Trans id="guardians.custodyHint" message="Kept sealed; only those who manage guardians read it." />
        }
        value={order}
        onChange={setOrder}
      />
    </FormDialog>
  );
}
