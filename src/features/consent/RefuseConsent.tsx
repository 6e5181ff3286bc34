import { useLingui } from "@lingui/react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import { useCommand } from "#src/lib/useCommand.ts";
import { ConfirmDialog } from "#src/ui/ConfirmDialog.tsx";
import type { Request } from "./standing.ts";

/** Saying no to what was asked. */
export function RefuseConsent({
  studentId,
  request,
  onClose,
}: {
  studentId: Id<"students">;
  request: Request;
  onClose: () => void;
}) {
  const { i18n } = useLingui();
  const refuse = useCommand(api.consent.deciding.refuse, {
    done: i18n.t({ id: "consent.refused", message: "Your no is on record." }),
  });
  return (
    <ConfirmDialog
      title={i18n.t({ id: "consent.refuseTitle", message: "Say no to this?" })}
      confirmLabel={i18n.t({ id: "consent.no", message: "Say no" })}
      cancelLabel={i18n.t({ id: "action.cancel", message: "Cancel" })}
      isOpen
      onConfirm={() => void refuse({ studentId, requestId: request.requestId, locale: i18n.locale })}
      onClose={onClose}
    >
      {i18n.t({
        id: "consent.refuseAdvice",
        message: "The school does not do it then. It may ask you again, or talk to you about other ways.",
      })}
    </ConfirmDialog>
  );
}
