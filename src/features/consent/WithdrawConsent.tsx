import { Trans, useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { consentName } from "#src/lib/consentWords.ts";
import { useCommand } from "#src/lib/useCommand.ts";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import { afterwardsOf } from "./meaning.ts";
import type { Decision } from "./standing.ts";

/** Taking a yes back: what stops, and that what was before stays. */
export function WithdrawConsent({
  studentId,
  decision,
  onClose,
}: {
  studentId: Id<"students">;
  decision: Decision;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const withdraw = useCommand(api.consent.deciding.withdraw, {
    done: i18n.t({ id: "consent.withdrawn", message: "You have taken it back. The school can see it now." }),
  });
  return (
    <ConfirmDialog
      title={i18n.t({
        id: "consent.withdrawTitle",
        message: "Take back: {consent}?",
        values: { consent: consentName(decision.kind) },
      })}
      confirmLabel={i18n.t({ id: "consent.takeBack", message: "Take it back" })}
      cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
      isDangerous
      isOpen
      onConfirm={() => void withdraw({ studentId, consentId: decision.consentId, locale: i18n.locale })}
      onClose={onClose}
    >
      <p className="font-semibold text-ink">
        <Trans id="consent.whatFollows" message="What happens then" />
      </p>
      <p className="mt-1">{afterwardsOf(decision.kind)}</p>
      <p className="mt-2">
        <Trans
          id="consent.notBackwards"
          message="It holds from today. It does not undo what was done before."
        />
      </p>
    </ConfirmDialog>
  );
}
