import { useLingui } from "@lingui/react";
import { useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { checkService, type ServiceInput, serviceInput } from "#convex/ieps/rules/goal.ts";
import { accepted } from "#convex/typed.ts";
import { FormDialog } from "#src/lib/FormDialog.tsx";
import { today } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { useSubmit } from "#src/lib/useSubmit.ts";
import { DateField } from "#src/ui/DateField.tsx";
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
  const add = useCommand(api.ieps.services.add, {
    showsProblem: false,
    done: i18n.t({ id: "service.added", message: "Service added" }),
  });
  const set = (change: Partial<ServiceInput>) => setService({ ...service, ...change });
  const form = useSubmit(
    () =>
      errorsOf(() => checkService(accepted(serviceInput, service))) ?? add({ studentId, iepId, ...service }),
    onClose,
  );
  const text = (name: "kind" | "location" | "providerRole") => ({
    name,
    value: service[name],
    onChange: (value: string) => set({ [name]: value }),
  });
  const { frequency } = service;
  return (
    <FormDialog
      title={i18n.t({ id: "service.add", message: "Add a service" })}
      onClose={onClose}
      form={form}
      act={i18n.t({ id: "service.add", message: "Add a service" })}
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
    </FormDialog>
  );
}
