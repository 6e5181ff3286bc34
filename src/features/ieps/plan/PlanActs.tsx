import { useLingui } from "@lingui/react";
import { CalendarCog, EyeOff, Users } from "lucide-react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import type { PlanView } from "../sections/sectionWords.ts";
import { DatesDialog } from "./DatesDialog.tsx";

/** What may be done with the plan as a whole, by who may do it. */
export function PlanActs({ studentId, plan }: { studentId: Id<"students">; plan: PlanView }) {
  const { i18n } = useLingui();
  const { iepId, status, sharedWithFamilyAt } = plan.iep;
  const can = (ability: string) => plan.abilities.includes(ability);
  const [asking, setAsking] = useState<"effect" | "dates" | null>(null);
  const share = useCommand(api.ieps.ieps.share, {
    done: (_, { shared }) =>
      shared
        ? i18n.t({ id: "plan.shared", message: "The family can read this plan now" })
        : i18n.t({ id: "plan.unshared", message: "The family can no longer read this plan" }),
    undo: (_, { shared }) => void share({ studentId, iepId, shared: !shared }),
  });
  const putInEffect = useCommand(api.ieps.ieps.putInEffect, {
    done: i18n.t({ id: "plan.nowInEffect", message: "This plan is in effect" }),
  });
  const isShared = sharedWithFamilyAt !== null;
  const isDraft = status === "draft";
  const effect = i18n.t({ id: "plan.putInEffect", message: "Put in effect" });
  const cancel = i18n.t({ id: "action.cancel", message: "Cancel" });
  const mayEditDates = isDraft && can("ieps.edit");
  return (
    <>
      {isDraft && can("ieps.putInEffect") && (
        <Button
          kind="primary"
          size="small"
          onPress={() => setAsking("effect")}
          isDisabled={plan.missing.length > 0}
        >
          {effect}
        </Button>
      )}
      {(can("ieps.share") || mayEditDates) && (
        <Menu label={i18n.t({ id: "plan.more", message: "More with this plan" })}>
          {can("ieps.share") && (
            <MenuItem
              icon={isShared ? EyeOff : Users}
              onAction={() => void share({ studentId, iepId, shared: !isShared })}
            >
              {isShared
                ? i18n.t({ id: "plan.unshare", message: "Stop sharing with the family" })
                : i18n.t({ id: "plan.share", message: "Share with the family" })}
            </MenuItem>
          )}
          {mayEditDates && (
            <MenuItem icon={CalendarCog} onAction={() => setAsking("dates")}>
              {i18n.t({ id: "plan.changeDates", message: "Change the dates" })}
            </MenuItem>
          )}
        </Menu>
      )}
      <ConfirmDialog
        title={i18n.t({ id: "plan.putInEffectTitle", message: "Put this plan in effect?" })}
        confirmLabel={effect}
        cancelLabel={cancel}
        isOpen={asking === "effect"}
        onConfirm={() => void putInEffect({ studentId, iepId })}
        onClose={() => setAsking(null)}
      >
        {i18n.t({
          id: "plan.putInEffectAdvice",
          message: "It replaces the plan that is in effect now, and its text can no longer be changed.",
        })}
      </ConfirmDialog>
      {asking === "dates" && (
        <DatesDialog studentId={studentId} plan={plan.iep} onClose={() => setAsking(null)} />
      )}
    </>
  );
}
