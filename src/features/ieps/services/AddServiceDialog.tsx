import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { checkService, type ServiceInput, serviceInput } from "#convex/ieps/rules/goal.ts";
import { accepted } from "#convex/typed.ts";
import { today } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { DateField } from "#src/ui/DateField.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Form, type FormErrors } from "#src/ui/Form.tsx";
import { NumberField } from "#src/ui/NumberField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { TextField } from "#src/ui/TextField.tsx";
import { errorsOf } from "../fields/errorsOf.ts";
import { allPers, perName } from "./serviceWords.ts";

/** Adds a service; its dates begin as the plan's. */
export function AddServiceDialog({
  studentId,
  iepId,
  onClose,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const plan = useQuery(api.ieps.ieps.get, { studentId, iepId });
  const [service, setService] = useState<ServiceInput>(() => ({
    kind: "",
    startsOn: plan?.iep.startsOn ?? today(),
    endsOn: plan?.iep.endsOn ?? today(),
    frequency: { times: 1, per: "week" },
    minutes: 30,
    location: "",
    providerRole: "",
  }));
  const [errors, setErrors] = useState<FormErrors>({});
  const add = useCommand(api.ieps.services.add, {
    showsProblem: false,
    done: i18n.t({ id: "service.added", message: "Service added" }),
  });
  const set = (change: Partial<ServiceInput>) => setService({ ...service, ...change });
  const submit = async () => {
    const typed = errorsOf(() => checkService(accepted(serviceInput, service)));
    if (typed) return setErrors(typed);
    const outcome = await add({ studentId, iepId, ...service });
    if (outcome.isDone) onClose();
    else setErrors({ [outcome.problem.field ?? "form"]: outcome.sentence });
  };
  const text = (name: "kind" | "location" | "providerRole") => ({
    name,
    value: service[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  const { frequency } = service;
  return (
    <Dialog
      title={i18n.t({ id: "service.add", message: "Add a service" })}
      closeLabel={i18n.t({ id: "action.close", message: "Close" })}
      isOpen
      onClose={onClose}
    >
      <Form
        summaryTitle={i18n.t({ id: "form.problem", message: "There is a problem" })}
        errors={errors}
        onSubmit={() => void submit()}
      >
        <TextField label={i18n.t({ id: "service.kind", message: "Service" })} {...text("kind")} />
        <div className="flex flex-wrap gap-4">
          <NumberField
            label={i18n.t({ id: "service.times", message: "Times" })}
            name="frequency.times"
            minValue={1}
            value={frequency.times}
            onChange={(times) => set({ frequency: { ...frequency, times } })}
          />
          <SelectField
            label={i18n.t({ id: "service.per", message: "In which span" })}
            name="frequency.per"
            options={allPers.map((id) => ({ id, label: perName(id) }))}
            value={frequency.per}
            onChange={(per) => set({ frequency: { ...frequency, per } })}
          />
        </div>
        <NumberField
          label={i18n.t({ id: "service.minutes", message: "Minutes each time" })}
          name="minutes"
          minValue={1}
          value={service.minutes}
          onChange={(minutes) => set({ minutes })}
        />
        <TextField label={i18n.t({ id: "service.location", message: "Where" })} {...text("location")} />
        <TextField
          label={i18n.t({ id: "service.providerRole", message: "By whom" })}
          {...text("providerRole")}
        />
        <div className="flex flex-wrap gap-4">
          <DateField
            label={i18n.t({ id: "service.startsOn", message: "From" })}
            name="startsOn"
            value={service.startsOn}
            onChange={(startsOn) => set({ startsOn })}
          />
          <DateField
            label={i18n.t({ id: "service.endsOn", message: "To" })}
            name="endsOn"
            value={service.endsOn}
            onChange={(endsOn) => set({ endsOn })}
          />
        </div>
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{i18n.t({ id: "action.cancel", message: "Cancel" })}</Button>
          <Button type="submit" kind="primary" isPending={add.isPending}>
            {i18n.t({ id: "service.add", message: "Add a service" })}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
