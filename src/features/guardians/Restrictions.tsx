import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Button } from "#src/ui/Button.tsx";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { type Restriction, rightName } from "./guardianWords.ts";

/** What courts forbid, where nobody can miss it; those that are over are a line of history. */
export function Restrictions({
  studentId,
  restrictions,
  mayManage,
}: {
  studentId: Id<"students">;
  restrictions: readonly Restriction[];
  mayManage: boolean;
}) {
  const { i18n } = useLingui();
  const [lifting, setLifting] = useState<Restriction | null>(null);
  const lift = useCommand(api.guardians.restrictions.lift, {
    done: i18n.t({ id: "orders.lifted", message: "Court order lifted" }),
  });
  const over = restrictions.filter(({ isInForce }) => !isInForce);
  return (
    <>
      {restrictions
        .filter(({ isInForce }) => isInForce)
        .map((order) => (
          <Banner
            key={order.restrictionId}
            tone="danger"
            title={
              <Trans
                id="orders.title"
                message="Court order about {name}"
                values={{ name: order.personName }}
              />
            }
            actions={
              mayManage && (
                <Button size="small" isPending={lift.isPending} onPress={() => setLifting(order)}>
                  <Trans id="orders.lift" message="Lift" />
                </Button>
              )
            }
          >
            <p>
              <Trans
                id="orders.forbids"
                message="Not allowed: {rights}"
                values={{ rights: order.forbids.map(rightName).join(" · ") }}
              />
            </p>
            <p className="text-14 text-ink-2">
              <Trans
                id="orders.since"
                message="In force since {day}"
                values={{ day: format.day(order.startsOn) }}
              />
            </p>
            {order.order !== null && (
              <p dir="auto" className="mt-1 text-start">
                {order.order}
              </p>
            )}
          </Banner>
        ))}
      {lifting && (
        <ConfirmDialog
          isOpen
          isDangerous
          title={i18n.t({
            id: "orders.liftTitle",
            message: "Lift the court order about {name}?",
            values: { name: lifting.personName },
          })}
          confirmLabel={i18n.t({ id: "orders.liftNow", message: "Lift the order" })}
          cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
          onConfirm={() => void lift({ studentId, restrictionId: lifting.restrictionId })}
          onClose={() => setLifting(null)}
        >
          <Trans
            id="orders.liftAdvice"
            message="Only where the court has ended it. What it forbids is allowed again at once: {rights}. To bring it back, record it anew."
            values={{ rights: lifting.forbids.map(rightName).join(" · ") }}
          />
        </ConfirmDialog>
      )}
      {over.map((order) => (
        <p key={order.restrictionId} className="text-14 text-ink-3">
          <Trans
            id="orders.over"
            message="Court order about {name} from {day}: no longer in force"
            values={{ name: order.personName, day: format.day(order.startsOn) }}
          />
        </p>
      ))}
    </>
  );
}
