import { useLingui } from "@lingui/react";
import type { FunctionArgs } from "convex/server";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { LiveDay, LiveNumber, LiveText } from "#src/ui/live/LiveFields.tsx";
import { changePlan } from "../plan/changePlan.ts";
import { LiveFrequency } from "./LiveFrequency.tsx";
import type { ServiceView } from "./serviceWords.ts";

type Changes = FunctionArgs<typeof api.ieps.services.edit>["changes"];

/** A service opened in place: every field saves itself. */
export function ServiceFields({
  studentId,
  iepId,
  service,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  service: ServiceView;
}) {
  const { i18n } = useLingui();
  const { serviceId } = service;
  const send = useCommand(api.ieps.services.edit, {
    showsProblem: false,
    optimistic: (store, { changes }) =>
      changePlan(store, { studentId, iepId }, (plan) => ({
        ...plan,
        services: plan.services.map((one) => (one.serviceId === serviceId ? { ...one, ...changes } : one)),
      })),
  });
  const remove = useCommand(api.ieps.services.remove, {
    done: i18n.t({ id: "service.removed", message: "Service removed" }),
    undo: () => void restore({ studentId, iepId, ...fieldsOf(service) }),
  });
  const restore = useCommand(api.ieps.services.add);
  const edit =
    <Field extends keyof Changes>(field: Field) =>
    (base: NonNullable<Changes[Field]>, next: NonNullable<Changes[Field]>) =>
      send({ studentId, serviceId, base: { [field]: base }, changes: { [field]: next } });
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <LiveText
        label={i18n.t({ id: "service.kind", message: "Service" })}
        live={service.kind}
        save={edit("kind")}
      />
      <LiveText
        label={i18n.t({ id: "service.providerRole", message: "By whom" })}
        live={service.providerRole}
        save={edit("providerRole")}
      />
      <LiveFrequency live={service.frequency} save={edit("frequency")} />
      <LiveNumber
        label={i18n.t({ id: "service.minutes", message: "Minutes each time" })}
        live={service.minutes}
        save={edit("minutes")}
        min={1}
      />
      <LiveText
        label={i18n.t({ id: "service.location", message: "Where" })}
        live={service.location}
        save={edit("location")}
      />
      <div className="flex flex-wrap gap-4">
        <LiveDay
          label={i18n.t({ id: "service.startsOn", message: "From" })}
          live={service.startsOn}
          save={edit("startsOn")}
        />
        <LiveDay
          label={i18n.t({ id: "service.endsOn", message: "To" })}
          live={service.endsOn}
          save={edit("endsOn")}
        />
      </div>
      <div>
        <Button
          kind="quiet"
          size="small"
          className="text-danger"
          onPress={() => void remove({ studentId, serviceId })}
        >
          {i18n.t({ id: "service.remove", message: "Remove this service" })}
        </Button>
      </div>
    </div>
  );
}

function fieldsOf({ serviceId, ...fields }: ServiceView): Omit<ServiceView, "serviceId"> {
  return fields;
}
