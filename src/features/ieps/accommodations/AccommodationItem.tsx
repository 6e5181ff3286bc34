import { useLingui } from "@lingui/react";
import type { FunctionArgs } from "convex/server";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { LiveText } from "#src/ui/live/LiveFields.tsx";
import { changePlan } from "../plan/changePlan.ts";
import type { AccommodationView } from "./AccommodationList.tsx";

type Changes = FunctionArgs<typeof api.ieps.accommodations.edit>["changes"];

/** One accommodation as it is read; it opens in place. */
export function AccommodationItem({
  studentId,
  iepId,
  accommodation,
  isEditable,
  onRemoved,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  accommodation: AccommodationView;
  isEditable: boolean;
  /** Called when the person wants the removed one back. */
  onRemoved: (accommodation: AccommodationView) => void;
}) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  const { accommodationId, text, setting, category } = accommodation;
  const send = useCommand(api.ieps.accommodations.edit, {
    showsProblem: false,
    optimistic: (store, { changes }) =>
      changePlan(store, { studentId, iepId }, (plan) => ({
        ...plan,
        accommodations: plan.accommodations.map((one) =>
          one.accommodationId === accommodationId ? { ...one, ...changes } : one,
        ),
      })),
  });
  const remove = useCommand(api.ieps.accommodations.remove, {
    done: i18n.t({ id: "accommodation.removed", message: "Accommodation removed" }),
    undo: () => onRemoved(accommodation),
  });
  const edit = (field: keyof Changes) => (base: string, next: string) =>
    send({ studentId, accommodationId, base: { [field]: base }, changes: { [field]: next } });
  return (
    <li className="border-b border-hairline py-2">
      <div className="flex items-start justify-between gap-4">
        <p dir="auto">
          {text}
          {setting && <span className="text-ink-3"> · {setting}</span>}
        </p>
        {isEditable && (
          <Button
            data-screen-only
            kind="quiet"
            size="small"
            aria-expanded={isOpen}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen
              ? i18n.t({ id: "action.close", message: "Close" })
              : i18n.t({ id: "action.edit", message: "Edit" })}
            <span className="sr-only">{text}</span>
          </Button>
        )}
      </div>
      {isEditable && isOpen && (
        <div data-screen-only className="mt-2 grid gap-4 rounded border border-hairline bg-sunken p-4">
          <LiveText
            label={i18n.t({ id: "accommodation.text", message: "What is done" })}
            live={text}
            save={edit("text")}
            rows={2}
          />
          <div className="grid gap-4 md:grid-cols-2">
            <LiveText
              label={i18n.t({ id: "accommodation.setting", message: "Where and when" })}
              live={setting}
              save={edit("setting")}
            />
            <LiveText
              label={i18n.t({ id: "accommodation.category", message: "Kind" })}
              live={category}
              save={edit("category")}
            />
          </div>
          <div>
            <Button
              kind="quiet"
              size="small"
              className="text-danger"
              onPress={() => void remove({ studentId, accommodationId })}
            >
              {i18n.t({ id: "accommodation.remove", message: "Remove this accommodation" })}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
